package hadamask.segment;

import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.parallel.RowBands;
import hadamask.segment.cluster.GrayHistogram;
import hadamask.segment.cluster.HistogramThreshold;
import hadamask.segment.local.LocalThreshold;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.FlattenedPlane;
import hadamask.segment.plane.PixelWeights;
import hadamask.segment.plane.Plane;
import hadamask.segment.plane.StoredLevels;
import java.util.List;

/// The object is the dark or the bright side of a threshold that each pixel has for itself.
///
/// What is transparent counts as the mean level of all that can be seen.
///
/// On a [FlattenedPlane] the rule [LocalThreshold.Rule#HOWE] looks for ink on the page as it is, and keeps what is at most 1.15 of Otsu's
/// threshold on the flattened one.
///
/// @param plane what of a pixel is looked at
/// @param threshold how the threshold follows from the pixels around
/// @param foreground which side is the object
/// @param alpha what the alpha of a pixel means
public record LocalThresholding(Plane plane, LocalThreshold threshold, Foreground foreground, AlphaUse alpha)
        implements
            SegmentationMethod {
    private static final int ROWS_PER_BAND = 256;
    /// How pale ink is at most, as a multiple of Otsu's threshold.
    private static final double PALE_INK = 1.15;
    /// What [LocalThreshold.Rule#HOWE] takes beside what others take.
    private static final int INK = 8;

    @Override
    public int memory() {
        return 14 + plane.memory() + (threshold.rule() == LocalThreshold.Rule.HOWE ? INK : 0);
    }

    @Override
    public Found find(Image image, Stopwatch watch) {
        PixelWeights weights = PixelWeights.of(image, alpha);
        StoredLevels levels = StoredLevels.of(plane.of(image, weights)).withoutUnseen(weights);
        watch.lap("gray");
        byte[] dark = looksBehind() ? inkOf(image, levels, weights) : threshold.dark(levels);
        watch.lap("threshold");
        Sides sides = Sides.of(levels, dark, weights);
        boolean[] chosen = foreground.choose(image, sides, weights);
        Mask mask = sides.mask(chosen, weights);
        watch.lap("foreground");
        return new Found(mask,
                new LocalLevels(plane, alpha, threshold, List.of(sides.side(0, chosen), sides.side(1, chosen))));
    }

    /// Whether the rule goes by the plane that was flattened, too.
    private boolean looksBehind() {
        return threshold.rule() == LocalThreshold.Rule.HOWE && plane instanceof FlattenedPlane;
    }

    /// The ink of a flattened page: found on the page as it is, since where it is dark flattening raises its noise, and of that what is
    /// dark on the flattened one.
    private byte[] inkOf(Image image, StoredLevels flattened, PixelWeights weights) {
        Plane behind = ((FlattenedPlane) plane).plane();
        byte[] dark = threshold.dark(StoredLevels.of(behind.of(image, weights)).withoutUnseen(weights));
        GrayHistogram histogram = GrayHistogram.of(flattened, weights);
        if (histogram.distinctLevels().length == 1) {
            return dark;
        }
        int limit = (int) (PALE_INK * HistogramThreshold.OTSU.of(histogram));
        for (int i = 0; i < dark.length; i++) {
            dark[i] = flattened.values()[i] <= limit ? dark[i] : 0;
        }
        return dark;
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
            int width = levels.width();
            RowBands.forEach(levels.height(), ROWS_PER_BAND, (first, end) -> {
                long[] sumsOfBand = new long[2];
                long[] countsOfBand = new long[2];
                if (weights.areEqual()) {
                    count(levels.values(), dark, first * width, end * width, sumsOfBand, countsOfBand);
                } else {
                    for (int y = first, i = first * width; y < end; y++) {
                        for (int x = 0; x < width; x++, i++) {
                            int weight = weights.of(x, y);
                            countsOfBand[1 - dark[i]] += weight;
                            sumsOfBand[1 - dark[i]] += (long) weight * levels.values()[i];
                        }
                    }
                }
                synchronized (sums) {
                    for (int c = 0; c < 2; c++) {
                        sums[c] += sumsOfBand[c];
                        counts[c] += countsOfBand[c];
                    }
                }
            });
            return new Sides(levels, dark, weights.unit(), sums, counts);
        }

        private static void count(char[] levels, byte[] dark, int from, int to, long[] sums, long[] counts) {
            long all = 0;
            long ofDark = 0;
            long n = 0;
            for (int i = from; i < to; i++) {
                int level = levels[i];
                int isDark = dark[i];
                all += level;
                ofDark += level & -isDark;
                n += isDark;
            }
            sums[0] = ofDark;
            sums[1] = all - ofDark;
            counts[0] = n;
            counts[1] = to - from - n;
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

        /// The pixels of the chosen sides, in the place of those that are dark: nothing is asked afterwards.
        private Mask mask(boolean[] chosen, PixelWeights weights) {
            byte[] ofSide = {(byte) (chosen[1] ? 1 : 0), (byte) (chosen[0] ? 1 : 0)};
            int width = levels.width();
            if (!weights.someUnseen() && chosen[0] && !chosen[1]) {
                return new Mask(width, levels.height(), dark);
            }
            RowBands.forEach(levels.height(), ROWS_PER_BAND, (first, end) -> {
                for (int i = first * width; i < end * width; i++) {
                    dark[i] = ofSide[dark[i]];
                }
                for (int y = first; y < end && weights.someUnseen(); y++) {
                    for (int x = 0; x < width; x++) {
                        dark[y * width + x] = weights.of(x, y) > 0 ? dark[y * width + x] : 0;
                    }
                }
            });
            return new Mask(levels.width(), levels.height(), dark);
        }
    }
}
