package hadamask.segment;

import hadamask.image.Image;
import hadamask.parallel.RowBands;
import hadamask.segment.network.ObjectMap;
import hadamask.segment.plane.Levels;
import hadamask.segment.plane.PixelWeights;
import hadamask.segment.plane.Plane;

/// What the levels of a plane add to a map of probabilities: by it is learned which levels the object has and which the ground has,
/// and a pixel is of the object with the odds
///
///     p / (1 - p) * h(level) / g(level)
///
/// where p is its probability in the map, held off 0 and 1, h is the share of the object's pixels that have the level, and g that of the
/// ground's. Both are means over the pixels with these probabilities, and then again with those that came of it (expectation and
/// maximisation, with the map as a prior that stays).
///
/// Levels are gathered in bins and probabilities in steps, so that a table of how often they meet is all that is learned from. Its
/// counts are whole numbers, hence the same for any number of threads.
///
/// A. Dempster, N. Laird, D. Rubin, "Maximum likelihood from incomplete data via the EM algorithm", Journal of the Royal Statistical
/// Society B 39, 1977.
final class LevelOdds {
    private static final int BINS = 128;
    private static final int STEPS = 256;
    /// A probability of the map is at least this, and at most 1 less this.
    private static final double LEAST = 0.05;
    private static final int ROUNDS = 3;
    /// What a bin has besides, of a bin that has its even share: so that no level is impossible.
    private static final double FLOOR = 0.01;
    /// Weights of a bin and of its neighbours within two: a bell whose deviation is one bin.
    private static final double[] BELL = {0.135, 0.607, 1, 0.607, 0.135};
    private static final int ROWS_PER_BAND = 256;

    private LevelOdds() {
    }

    /// @param map of the whole image
    /// @param weights how much each pixel counts where levels are learned
    /// @return in the size of the image
    static ObjectMap of(ObjectMap map, Image image, Plane plane, PixelWeights weights) {
        float[] values = map.at(image.width(), image.height());
        Levels levels = plane.of(image, weights);
        double[] ratio = learned(together(values, levels, weights));
        int width = image.width();
        RowBands.forEach(image.height(), ROWS_PER_BAND, (first, end) -> {
            int[] row = new int[width];
            for (int y = first; y < end; y++) {
                levels.row(y, row);
                for (int x = 0, i = y * width; x < width; x++, i++) {
                    values[i] = (float) probability(values[i], ratio[bin(row[x], levels.maxLevel())]);
                }
            }
        });
        return new ObjectMap(width, image.height(), values);
    }

    private static int bin(int level, int maxLevel) {
        return (int) ((long) level * (BINS - 1) / maxLevel);
    }

    /// How often each step of probability meets each bin of levels: `counts[bin * STEPS + step]`.
    private static long[] together(float[] values, Levels levels, PixelWeights weights) {
        long[] counts = new long[BINS * STEPS];
        int width = levels.width();
        RowBands.forEach(levels.height(), ROWS_PER_BAND, (first, end) -> {
            long[] own = new long[counts.length];
            int[] row = new int[width];
            for (int y = first; y < end; y++) {
                levels.row(y, row);
                for (int x = 0; x < width; x++) {
                    int step = (int) (values[y * width + x] * (STEPS - 1) + 0.5f);
                    own[bin(row[x], levels.maxLevel()) * STEPS + step] += weights.areEqual() ? 1 : weights.of(x, y);
                }
            }
            synchronized (counts) {
                for (int i = 0; i < counts.length; i++) {
                    counts[i] += own[i];
                }
            }
        });
        return counts;
    }

    /// How much larger the share of the object that has the levels of a bin is than that of the ground.
    private static double[] learned(long[] counts) {
        double[] ratio = new double[BINS];
        for (int round = 0; round < ROUNDS; round++) {
            double[] in = new double[BINS];
            double[] out = new double[BINS];
            for (int i = 0; i < counts.length; i++) {
                double told = i % STEPS / (STEPS - 1.0);
                double p = round == 0 ? told : probability(told, ratio[i / STEPS]);
                in[i / STEPS] += counts[i] * p;
                out[i / STEPS] += counts[i] * (1 - p);
            }
            double[] object = shares(in);
            double[] ground = shares(out);
            for (int bin = 0; bin < BINS; bin++) {
                ratio[bin] = object[bin] / ground[bin];
            }
        }
        return ratio;
    }

    private static double[] shares(double[] sums) {
        double[] smooth = new double[BINS];
        double all = 0;
        for (int bin = 0; bin < BINS; bin++) {
            for (int k = 0; k < BELL.length; k++) {
                int other = bin + k - BELL.length / 2;
                smooth[bin] += other >= 0 && other < BINS ? BELL[k] * sums[other] : 0;
            }
            all += smooth[bin];
        }
        for (int bin = 0; bin < BINS; bin++) {
            smooth[bin] = (all > 0 ? smooth[bin] / all : 0) + FLOOR / BINS;
        }
        return smooth;
    }

    private static double probability(double told, double ratio) {
        double prior = Math.max(LEAST, Math.min(1 - LEAST, told));
        double odds = prior / (1 - prior) * ratio;
        return odds / (1 + odds);
    }
}
