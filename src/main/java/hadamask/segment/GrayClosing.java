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
    private static final int COLUMNS = 48;

    /// Bits between the levels of two lines.
    private static final int LANE = 21;
    /// A bit above each level.
    private static final long GUARDS = (1L << (LANE - 1)) | (1L << (2 * LANE - 1)) | (1L << (3 * LANE - 1));
    /// The bits of the levels: with them turned round, the smallest is the largest.
    private static final long LEVELS = 0xFFFFL | (0xFFFFL << LANE) | (0xFFFFL << (2 * LANE));

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
        long larger = ((a | GUARDS) - b) & GUARDS;
        return b ^ ((a ^ b) & (larger - (larger >>> (LANE - 1))));
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
            long[] packed = begun;
            for (int x = 0; x < n; x++) {
                packed[to + x] = levels[a + x] | ((long) levels[b + x] << LANE)
                        | ((long) levels[c + x] << (2 * LANE));
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
            long[] all = begun;
            for (int x = 0; x < n; x++) {
                long packed = all[from + x];
                levels[a + x] = (char) packed;
                levels[b + x] = (char) (packed >>> LANE);
                levels[c + x] = (char) (packed >>> (2 * LANE));
            }
        }

        /// Replaces all levels by the largest around.
        ///
        /// @param flip the bits that are turned round afterwards
        private void extremes(long flip) {
            int all = begun.length;
            Arrays.fill(begun, 0, radius * lines, 0);
            Arrays.fill(begun, all - radius * lines, all, 0);
            int block = (2 * radius + 1) * lines;
            for (int from = 0; from < all; from += block) {
                int stop = Math.min(from + block, all);
                if (lines == 1) {
                    beginAndEnd(from, stop);
                } else {
                    end(from, stop);
                    begin(from, stop);
                }
                if (from > 0) { // what is near in memory is near in time
                    combine(from - block, from, flip);
                }
            }
            int last = (all - 1) / block * block;
            combine(last, length * lines, flip);
        }

        /// Both at a time, for one three of lines: neither waits for the other.
        private void beginAndEnd(int from, int stop) {
            long[] forth = begun;
            long[] back = ended;
            long first = 0;
            long last = 0;
            System.arraycopy(forth, from, back, from, stop - from);
            for (int i = from, j = stop - 1; i < stop; i++, j--) {
                first = max(first, forth[i]);
                forth[i] = first;
                last = max(last, back[j]);
                back[j] = last;
            }
        }

        private void begin(int from, int stop) {
            long[] forth = begun;
            for (int i = from + lines, j = from; i < stop; i++, j++) {
                forth[i] = max(forth[j], forth[i]);
            }
        }

        private void end(int from, int stop) {
            System.arraycopy(begun, stop - lines, ended, stop - lines, lines);
            long[] levels = begun;
            long[] back = ended;
            for (int i = stop - lines - 1, j = stop - 1; i >= from; i--, j--) {
                back[i] = max(back[j], levels[i]);
            }
        }

        /// What is written over was read before: it lies behind what is read.
        private void combine(int from, int stop, long flip) {
            int edge = radius * lines;
            int ahead = 2 * edge;
            int end = Math.min(stop, length * lines);
            long[] first = begun;
            long[] last = ended;
            for (int i = from; i < end; i++) {
                first[i + edge] = max(last[i], first[i + ahead]) ^ flip;
            }
        }
    }
}
