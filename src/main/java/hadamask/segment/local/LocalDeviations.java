package hadamask.segment.local;

import hadamask.parallel.RowBands;
import hadamask.parallel.Workers;
import hadamask.segment.plane.StoredLevels;
import java.util.Arrays;

/// Pixels that are dark beside the mean and the deviation of their surroundings, as the rules of Niblack's family have it.
///
/// All numbers are floats, formed in the order in which BoofCV forms them, so that the same pixels are dark. With one difference: the
/// largest deviation is that of all squares. In BoofCV it is no number, and nothing is dark, where that of the first square is none, as happens on
/// a page whose corner is of one level: the difference of two means that should be equal is then less than 0 by their rounding.
///
/// Rows are worked on in blocks: means along rows first, then means along columns, each strip of columns going on where it ended in
/// the block before. So what is kept of a picture are as many rows as the square has.
///
/// Where the rule asks for the largest deviation S of all, it is known at the end alone. But a threshold lies between those for the
/// largest so far and for an endless one: few pixels do not know their side by that, and wait. If they are too many, all is done
/// once more, with the S that is known then.
///
/// Memory: 1 byte per pixel, up to 3 for pixels that wait, and 8 bytes for each pixel of the rows of a square and of a block.
final class LocalDeviations {
    /// Rows whose means are formed at a time.
    private static final int BLOCK = 128;
    private static final int ROWS_PER_BAND = 16;
    private static final int COLUMNS_PER_STRIP = 512;

    private final LocalThreshold.Rule rule;
    private final FloatMeans means;
    private final float k;
    /// What the square of a mean is divided by.
    private final float divisor;

    /// @param rule one that knows a deviation
    /// @param radius how far the square reaches from its middle pixel, at least 1
    /// @param k how much the deviation counts
    LocalDeviations(LocalThreshold.Rule rule, int radius, float k) {
        this.rule = rule;
        this.k = k;
        means = new FloatMeans(radius);
        float side = 2 * radius + 1;
        divisor = rule == LocalThreshold.Rule.NICK ? side * side : 1;
    }

    /// 1 where a pixel is dark, 0 where it is bright.
    byte[] dark(StoredLevels levels) {
        byte[] dark = new byte[levels.values().length];
        boolean absolute = rule == LocalThreshold.Rule.NICK || rule == LocalThreshold.Rule.NIBLACK;
        Strip[] strips = strips(levels, dark, absolute);
        pass(levels, strips);
        if (absolute) {
            return dark;
        }
        float largest = largest(strips);
        if (largest == 0) { // no square has a deviation: a share of nothing is no number, and nothing is dark
            Arrays.fill(dark, (byte) 0);
        } else if (Arrays.stream(strips).anyMatch(strip -> strip.tooMany)) {
            Strip[] again = strips(levels, dark, false);
            for (Strip strip : again) {
                strip.settle(largest);
            }
            pass(levels, again);
        } else {
            for (Strip strip : strips) {
                strip.decide(largest);
            }
        }
        return dark;
    }

    private static float largest(Strip[] strips) {
        float largest = 0;
        for (Strip strip : strips) {
            largest = Math.max(largest, strip.largest);
        }
        return largest;
    }

    private Strip[] strips(StoredLevels levels, byte[] dark, boolean absolute) {
        int n = Math.max(1, Math.ceilDiv(levels.width(), COLUMNS_PER_STRIP));
        int darkest = rule == LocalThreshold.Rule.WOLF ? darkest(levels.values()) : 0;
        Strip[] strips = new Strip[n];
        for (int i = 0; i < n; i++) {
            int from = (int) ((long) levels.width() * i / n);
            int to = (int) ((long) levels.width() * (i + 1) / n);
            strips[i] = new Strip(levels, dark, from, to, darkest, absolute);
        }
        return strips;
    }

    private static int darkest(char[] levels) {
        int darkest = Character.MAX_VALUE;
        for (char level : levels) {
            darkest = Math.min(darkest, level);
        }
        return darkest;
    }

    private void pass(StoredLevels levels, Strip[] strips) {
        int width = levels.width();
        int height = levels.height();
        FloatMeans.Columns columns = means.new Columns(width, height, BLOCK, divisor);
        for (int first = 0; first < height; first += BLOCK) {
            int from = first;
            int end = Math.min(first + BLOCK, height);
            RowBands.forEach(end - first, ROWS_PER_BAND, (a, b) -> alongRows(levels, from + a, from + b, columns));
            int whole = end == height ? end : end - means.radius();
            Workers.current().inAnyOrder(strips.length, i -> strips[i].decideUpTo(whole, columns));
        }
    }

    private static void alongRows(StoredLevels levels, int first, int end, FloatMeans.Columns columns) {
        float[] line = new float[levels.width()];
        for (int y = first; y < end; y++) {
            copy(levels.values(), y * line.length, line);
            columns.add(y, line);
        }
    }

    private static void copy(char[] levels, int from, float[] line) {
        for (int x = 0; x < line.length; x++) {
            line[x] = levels[from + x];
        }
    }

    /// Some columns of the picture, from the top to the row that was added last.
    private final class Strip {
        /// The part of the pixels that may wait.
        private static final int MAY_WAIT = 4;

        private final StoredLevels levels;
        private final byte[] dark;
        private final int from;
        private final int to;
        private final float darkest;
        private final boolean absolute;
        private int done;

        /// The largest deviation so far.
        private float largest;
        /// Whether it is that of the whole picture.
        private boolean settled;
        /// Pixels that wait: their places, means and deviations.
        private int[] places = new int[64];
        private float[] waiting = new float[128];
        private int waits;
        private boolean tooMany;

        private Strip(StoredLevels levels, byte[] dark, int from, int to, int darkest, boolean absolute) {
            this.levels = levels;
            this.dark = dark;
            this.from = from;
            this.to = to;
            this.darkest = darkest;
            this.absolute = absolute;
        }

        private void settle(float deviation) {
            largest = deviation;
            settled = true;
        }

        /// Decides on rows, those whose squares are whole.
        private void decideUpTo(int end, FloatMeans.Columns columns) {
            for (; done < end; done++) {
                float most = columns.form(done, from, to);
                int row = done * levels.width();
                if (absolute) {
                    compareWithDeviation(row, columns.means(), columns.variances());
                    continue;
                }
                if (!settled) {
                    largest = Math.max(largest, (float) Math.sqrt(most));
                }
                compareWithShare(row, columns.means(), columns.variances());
            }
        }

        private void compareWithDeviation(int row, float[] m, float[] v) {
            char[] values = levels.values();
            byte[] found = dark;
            float factor = k;
            int end = to;
            for (int x = from; x < end; x++) {
                found[row + x] = (byte) (values[row + x] <= m[x] + factor * (float) Math.sqrt(v[x]) ? 1 : 0);
            }
        }

        /// A deviation is from nothing to all of the largest: most levels lie below both thresholds, or above.
        private void compareWithShare(int row, float[] m, float[] v) {
            boolean wolf = rule == LocalThreshold.Rule.WOLF;
            float ofNothing = k * (0f - 1);
            float factor = 1 + ofNothing;
            float d = darkest;
            char[] values = levels.values();
            byte[] found = dark;
            int end = to;
            for (int x = from; x < end; x++) {
                float level = values[row + x];
                float mean = m[x];
                float least = wolf ? mean + ofNothing * (mean - d) : mean * factor;
                int isDark = 0;
                if (level <= mean) {
                    isDark = level <= least ? v[x] >= 0 ? 1 : 0 : between(row + x, level, mean, least, v[x]);
                } else if (level <= least) {
                    isDark = between(row + x, level, mean, least, v[x]);
                }
                found[row + x] = (byte) isDark;
            }
        }

        private int between(int place, float level, float mean, float least, float variance) {
            if (!(variance >= 0)) {
                return 0;
            }
            float deviation = (float) Math.sqrt(variance);
            float here = threshold(mean, deviation / largest);
            if (settled || (level <= least) == (level <= here)) {
                return level <= here ? 1 : 0;
            }
            waitForTheLargest(place, mean, deviation);
            return 0;
        }

        /// The threshold of a pixel.
        ///
        /// @param share of the deviation in the largest
        private float threshold(float mean, float share) {
            return rule == LocalThreshold.Rule.WOLF
                    ? mean + k * (share - 1) * (mean - darkest)
                    : mean * (1 + k * (share - 1));
        }

        private void waitForTheLargest(int place, float mean, float deviation) {
            if (waits >= (long) (to - from) * levels.height() / MAY_WAIT) {
                tooMany = true;
                return;
            }
            if (waits == places.length) {
                places = Arrays.copyOf(places, 2 * waits);
                waiting = Arrays.copyOf(waiting, 4 * waits);
            }
            places[waits] = place;
            waiting[2 * waits] = mean;
            waiting[2 * waits + 1] = deviation;
            waits++;
        }

        /// Decides on the pixels that wait.
        private void decide(float ofAll) {
            for (int i = 0; i < waits; i++) {
                float limit = threshold(waiting[2 * i], waiting[2 * i + 1] / ofAll);
                dark[places[i]] = (byte) (levels.values()[places[i]] <= limit ? 1 : 0);
            }
        }
    }
}
