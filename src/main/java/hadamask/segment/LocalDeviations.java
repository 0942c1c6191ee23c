package hadamask.segment;

import boofcv.struct.image.GrayF32;
import hadamask.parallel.RowBands;

/// Pixels that are dark beside the mean and the deviation of their surroundings, as the rules of Niblack's family have it.
///
/// All numbers are floats, formed in the order in which BoofCV forms them, so that the same pixels are dark. With one difference: the
/// largest deviation is that of all squares. In BoofCV it is no number, and nothing is dark, where that of the first square is none, as happens on
/// a page whose corner is of one level: the difference of two means that should be equal is then less than 0 by their rounding.
///
/// Memory: 9 bytes per pixel.
///
/// @param rule one that knows a deviation
/// @param mean of the squares
/// @param k how much the deviation counts
record LocalDeviations(LocalThreshold.Rule rule, Smoothing.Mean mean, float k) {
    private static final int ROWS_PER_BAND = 128;
    private static final int COLUMNS_PER_STRIP = 256;
    /// Rows and columns that are worked on at a time: what of them is kept stays in the cache.
    private static final int ROWS = 8;
    private static final int COLUMNS = 32;

    /// 1 where a pixel is dark, 0 where it is bright.
    byte[] dark(StoredLevels levels) {
        GrayF32 means = new GrayF32(levels.width(), levels.height());
        GrayF32 deviations = new GrayF32(levels.width(), levels.height());
        float darkest = alongRows(levels, means, deviations);
        float largest = alongColumns(means, deviations);
        byte[] dark = new byte[means.data.length];
        RowBands.forEach(levels.height(), ROWS_PER_BAND, (first, end) -> {
            int from = first * levels.width();
            int to = end * levels.width();
            switch (rule) {
                case SAUVOLA -> sauvola(levels.values(), means.data, deviations.data, largest, dark, from, to);
                case WOLF -> wolf(levels.values(), means.data, deviations.data, largest, darkest, dark, from, to);
                default -> niblack(levels.values(), means.data, deviations.data, dark, from, to);
            }
        });
        return dark;
    }

    private void sauvola(char[] levels, float[] m, float[] s, float largest, byte[] dark, int from, int to) {
        for (int i = from; i < to; i++) {
            dark[i] = (byte) (levels[i] <= m[i] * (1 + k * (s[i] / largest - 1)) ? 1 : 0);
        }
    }

    private void wolf(char[] levels, float[] m, float[] s, float largest, float darkest, byte[] dark, int from,
            int to) {
        for (int i = from; i < to; i++) {
            dark[i] = (byte) (levels[i] <= m[i] + k * (s[i] / largest - 1) * (m[i] - darkest) ? 1 : 0);
        }
    }

    private void niblack(char[] levels, float[] m, float[] s, byte[] dark, int from, int to) {
        for (int i = from; i < to; i++) {
            dark[i] = (byte) (levels[i] <= m[i] + k * s[i] ? 1 : 0);
        }
    }

    /// Forms the means of levels and of their squares along rows.
    ///
    /// @return the darkest level
    private float alongRows(StoredLevels levels, GrayF32 means, GrayF32 squares) {
        int width = levels.width();
        Extreme darkest = new Extreme(-1);
        RowBands.forEach(levels.height(), ROWS_PER_BAND, (first, end) -> {
            GrayF32 some = new GrayF32(width, Math.min(ROWS, end - first));
            GrayF32 squared = new GrayF32(some.width, some.height);
            int least = Character.MAX_VALUE;
            for (int y = first; y < end; y += ROWS) {
                int n = Math.min(ROWS, end - y);
                for (int i = 0, at = y * width; i < n * width; i++, at++) {
                    int level = levels.values()[at];
                    least = Math.min(least, level);
                    some.data[i] = level;
                    squared.data[i] = some.data[i] * some.data[i];
                }
                mean.rows(some.subimage(0, 0, width, n), means.subimage(0, y, width, y + n));
                mean.rows(squared.subimage(0, 0, width, n), squares.subimage(0, y, width, y + n));
            }
            darkest.add(least);
        });
        return darkest.get();
    }

    /// Makes means and deviations of means along rows.
    ///
    /// @param means those of levels, replaced by those of squares of pixels
    /// @param deviations means of squared levels, replaced by deviations
    /// @return the largest deviation
    private float alongColumns(GrayF32 means, GrayF32 deviations) {
        int height = means.height;
        float pixels = (2 * mean.radius() + 1) * (2 * mean.radius() + 1);
        float divisor = rule == LocalThreshold.Rule.NICK ? pixels : 1;
        Extreme largest = new Extreme(1);
        RowBands.forEach(means.width, COLUMNS_PER_STRIP, (first, end) -> {
            GrayF32 some = new GrayF32(Math.min(COLUMNS, end - first), height);
            GrayF32 squared = new GrayF32(some.width, height);
            float most = 0;
            for (int x = first; x < end; x += COLUMNS) {
                int n = Math.min(COLUMNS, end - x);
                mean.columns(means.subimage(x, 0, x + n, height), some.subimage(0, 0, n, height));
                mean.columns(deviations.subimage(x, 0, x + n, height), squared.subimage(0, 0, n, height));
                for (int y = 0; y < height; y++) {
                    int at = y * means.width + x;
                    for (int i = y * some.width, stop = i + n; i < stop; i++, at++) {
                        float m = some.data[i];
                        float deviation = (float) Math.sqrt(squared.data[i] - m * m / divisor);
                        means.data[at] = m;
                        deviations.data[at] = deviation;
                        most = deviation > most ? deviation : most;
                    }
                }
            }
            largest.add(most);
        });
        return largest.get();
    }

    /// The largest or the least of what several threads find.
    private static final class Extreme {
        private final int sign;
        private float extreme = Float.NEGATIVE_INFINITY;

        /// @param sign 1 for the largest, -1 for the least
        Extreme(int sign) {
            this.sign = sign;
        }

        synchronized void add(float value) {
            extreme = Math.max(extreme, sign * value);
        }

        synchronized float get() {
            return sign * extreme;
        }
    }
}
