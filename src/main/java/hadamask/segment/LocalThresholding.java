package hadamask.segment;

import hadamask.image.Image;
import hadamask.image.Mask;
import java.util.List;

/// The object is the dark or the bright side of a threshold that each pixel has for itself.
///
/// What is transparent counts as the mean level of all that can be seen.
///
/// @param plane what of a pixel is looked at
/// @param threshold how the threshold follows from the pixels around
/// @param foreground which side is the object
/// @param alpha what the alpha of a pixel means
public record LocalThresholding(Plane plane, LocalThreshold threshold, Foreground foreground, AlphaUse alpha)
        implements
            SegmentationMethod {
    @Override
    public int memory() {
        return 36 + plane.memory();
    }

    @Override
    public Found find(Image image, Stopwatch watch) {
        PixelWeights weights = PixelWeights.of(image, alpha);
        StoredLevels levels = StoredLevels.of(plane.of(image, weights)).withoutUnseen(weights);
        watch.lap("gray");
        byte[] dark = threshold.dark(levels);
        watch.lap("threshold");
        Sides sides = Sides.of(levels, dark, weights);
        boolean[] chosen = foreground.choose(image, sides, weights);
        Mask mask = sides.mask(chosen, weights);
        watch.lap("foreground");
        return new Found(mask,
                new LocalLevels(plane, alpha, threshold, List.of(sides.side(0, chosen), sides.side(1, chosen))));
    }

    /// Dark and bright pixels as classes.
    ///
    /// @param dark 1 where a pixel is dark
    /// @param sums the levels of each side, weighted
    /// @param counts the weights of each side
    @SuppressWarnings("ArrayRecordComponent") // made once, never compared
    private record Sides(StoredLevels levels, byte[] dark, int unit, long[] sums, long[] counts) implements Classes {
        static Sides of(StoredLevels levels, byte[] dark, PixelWeights weights) {
            long[] sums = new long[2];
            long[] counts = new long[2];
            for (int y = 0, i = 0; y < levels.height(); y++) {
                for (int x = 0; x < levels.width(); x++, i++) {
                    int weight = weights.of(x, y);
                    counts[1 - dark[i]] += weight;
                    sums[1 - dark[i]] += (long) weight * levels.values()[i];
                }
            }
            return new Sides(levels, dark, weights.unit(), sums, counts);
        }

        @Override
        public int size() {
            return 2;
        }

        @Override
        public int of(int x, int y) {
            return 1 - dark[y * levels.width() + x];
        }

        @Override
        public boolean isEmpty(int c) {
            return counts[c] == 0;
        }

        private LocalLevels.Side side(int c, boolean[] chosen) {
            return new LocalLevels.Side(
                    counts[c] == 0 ? Double.NaN : sums[c] / (double) counts[c] / levels.maxLevel(),
                    (counts[c] + unit / 2) / unit, chosen[c]);
        }

        private Mask mask(boolean[] chosen, PixelWeights weights) {
            byte[] values = new byte[dark.length];
            for (int y = 0, i = 0; y < levels.height(); y++) {
                for (int x = 0; x < levels.width(); x++, i++) {
                    boolean in = chosen[1 - dark[i]] && !(weights.someUnseen() && weights.of(x, y) == 0);
                    values[i] = (byte) (in ? 1 : 0);
                }
            }
            return new Mask(levels.width(), levels.height(), values);
        }
    }
}
