package hadamask.segment;

import hadamask.parallel.RowBands;
import java.util.Arrays;

/// Closing of levels by a square: the largest level of the square around each pixel, then the smallest of those.
///
/// Places outside of the image do not count. Extremes are taken along rows, along columns, and along rows again, and part a line into blocks as wide as the
/// square: the extreme around a place is that of the end of one block and the beginning of the next, whatever the size of the square
/// (M. van Herk, "A fast algorithm for local minimum and maximum filters on rectangular and octagonal kernels", Pattern Recognition Letters 13, 1992).
/// Three lines are worked on at a time, their levels in one `long`; and columns several threes at a time, so that memory is read along rows.
final class GrayClosing {
    private static final int LINES_PER_BAND = 96;
    /// Columns that are worked on at a time.
    private static final int COLUMNS = 96;

    /// Bits between the levels of two lines.
    private static final int LANE = 21;
    /// A bit above each level.
    private static final long GUARDS = 1L << LANE - 1 | 1L << 2 * LANE - 1 | 1L << 3 * LANE - 1;
    /// The bits of the levels: with them turned round, the smallest is the largest.
    private static final long LEVELS = 0xFFFFL | 0xFFFFL << LANE | 0xFFFFL << 2 * LANE;

    private final int width;
    private final int height;
    private final int radius;

    /// @param radius how far the square reaches from its middle pixel
    GrayClosing(int width, int height, int radius) {
        this.width = width;
        this.height = height;
        this.radius = radius;
    }

    /// Closes levels of 16 bits in place.
    void close(char[] levels) {
        rows(levels, 0);
        RowBands.forEach(width, LINES_PER_BAND, (first, end) -> {
            int most = Math.ceilDiv(Math.min(COLUMNS, end - first), 3);
            Lines columns = new Lines(height, most, Math.min(radius, height - 1));
            for (int x = first; x < end; x += COLUMNS) {
                int n = Math.min(COLUMNS, end - x);
                int third = Math.ceilDiv(n, 3);
                int second = Math.min(third, n - third); // two threes may share columns: both find the same
                columns.read(levels, x, x + second, x + n - third, width, third);
                columns.extremes(LEVELS);
                columns.extremes(0);
                columns.write(levels, x, x + second, x + n - third, width, third);
            }
        });
        rows(levels, LEVELS);
    }

    private void rows(char[] levels, long flip) {
        RowBands.forEach(height, LINES_PER_BAND, (first, end) -> {
            Lines rows = new Lines(width, 1, Math.min(radius, width - 1));
            for (int y = first; y < end; y += 3) {
                int second = Math.min(y + 1, end - 1) * width;
                int third = Math.min(y + 2, end - 1) * width;
                rows.read(levels, y * width, second, third, 1, 1);
                rows.extremes(flip);
                rows.write(levels, y * width, second, third, 1, 1);
            }
        });
    }

    /// The larger of the levels of each lane.
    private static long max(long a, long b) {
        long larger = (a | GUARDS) - b & GUARDS;
        return b ^ (a ^ b) & larger - (larger >>> LANE - 1);
    }

    /// Some threes of lines side by side. Their levels stand one place of all lines after the other, with `radius` places of nothing, which is 0, on both ends.
    private static final class Lines {
        private final int length;
        private final int lines;
        private final int radius;
        /// The levels; then the largest from the beginning of the block to a place.
        private final long[] begun;
        /// The largest level from a place to the end of the block.
        private final long[] ended;

        private Lines(int length, int lines, int radius) {
            this.length = length;
            this.lines = lines;
            this.radius = radius;
            begun = new long[(length + 2 * radius) * lines];
            ended = new long[begun.length];
        }

        /// Reads lines.
        ///
        /// @param a place of the first level of the lines of the first lane; b and c those of the others
        /// @param step to the next level of a line
        /// @param n how many threes of lines there are
        private void read(char[] levels, int a, int b, int c, int step, int n) {
            if (step == 1) {
                pack(levels, a, b, c, length, radius);
            } else {
                for (int y = 0, at = 0; y < length; y++, at += step) {
                    pack(levels, a + at, b + at, c + at, n, (radius + y) * lines);
                }
            }
        }

        private void pack(char[] levels, int a, int b, int c, int n, int to) {
            for (int x = 0; x < n; x++) {
                begun[to + x] = levels[a + x] | (long) levels[b + x] << LANE | (long) levels[c + x] << 2 * LANE;
            }
        }

        /// Writes lines where they were read.
        private void write(char[] levels, int a, int b, int c, int step, int n) {
            if (step == 1) {
                unpack(levels, a, b, c, length, radius);
            } else {
                for (int y = 0, at = 0; y < length; y++, at += step) {
                    unpack(levels, a + at, b + at, c + at, n, (radius + y) * lines);
                }
            }
        }

        private void unpack(char[] levels, int a, int b, int c, int n, int from) {
            for (int x = 0; x < n; x++) {
                long packed = begun[from + x];
                levels[a + x] = (char) packed;
                levels[b + x] = (char) (packed >>> LANE);
                levels[c + x] = (char) (packed >>> 2 * LANE);
            }
        }

        /// Replaces all levels by the largest around.
        ///
        /// @param flip the bits that are turned round afterwards
        private void extremes(long flip) {
            int edge = radius * lines;
            int all = begun.length;
            Arrays.fill(begun, 0, edge, 0);
            Arrays.fill(begun, all - edge, all, 0);
            System.arraycopy(begun, 0, ended, 0, all);
            int block = (2 * radius + 1) * lines;
            for (int from = 0; from < all; from += block) {
                blockwise(from, Math.min(from + block, all));
            }
            combine(2 * edge, edge, flip);
        }

        private void blockwise(int from, int stop) {
            for (int i = from + lines; i < stop; i++) {
                begun[i] = max(begun[i - lines], begun[i]);
            }
            for (int i = stop - lines - 1; i >= from; i--) {
                ended[i] = max(ended[i + lines], ended[i]);
            }
        }

        /// What is written over was read before: it lies behind what is read.
        private void combine(int ahead, int to, long flip) {
            for (int i = 0; i < length * lines; i++) {
                begun[to + i] = max(ended[i], begun[i + ahead]) ^ flip;
            }
        }
    }
}
