package hadamask.segment.plane;

import hadamask.parallel.RowBands;
import hadamask.parallel.Workers;
import java.util.Arrays;
import java.util.function.Supplier;

/// Closing of levels by a square: the largest level of the square around each pixel, then the smallest of those.
///
/// Places outside of the image do not count. Extremes are taken along rows, along columns, and along rows again, and part a line into blocks as wide as the
/// square: the extreme around a place is that of the end of one block and the beginning of the next, whatever the size of the square
/// (M. van Herk, "A fast algorithm for local minimum and maximum filters on rectangular and octagonal kernels", Pattern Recognition Letters 13, 1992).
/// Three lines are worked on at a time, their levels in one `long`, and five where levels are small; and columns several such groups at a time, so that memory is
/// read along rows.
final class GrayClosing {
    private static final int LINES_PER_BAND = 96;
    /// Columns that are worked on at a time.
    private static final int COLUMNS = 48;

    /// Levels below this one have room for five lines, each with a bit above it.
    private static final int SMALL = 1 << 11;

    /// Of levels that are there.
    private static final StoredLevels.Row AS_THEY_ARE = (y, values, to) -> {};

    private final int width;
    private final int height;
    private final int radius;
    /// Lines in a `long`.
    private final int lanes;
    /// The bits of the levels: with them turned round, the smallest is the largest.
    private final long levelBits;

    /// @param radius how far the square reaches from its middle pixel
    /// @param maxLevel the largest level, at most 65535
    GrayClosing(int width, int height, int radius, int maxLevel) {
        this.width = width;
        this.height = height;
        this.radius = radius;
        lanes = maxLevel < SMALL ? 5 : 3;
        levelBits = inEach(maxLevel < SMALL ? SMALL - 1 : Character.MAX_VALUE, lanes);
    }

    /// Some bits in each lane.
    private static long inEach(long bits, int lanes) {
        long each = 0;
        for (int lane = 0; lane < lanes; lane++) {
            each |= bits << (lane * (Long.SIZE / lanes));
        }
        return each;
    }

    /// Closes levels of 16 bits; rows that are formed or closed are in the cache of the thread that goes on with them.
    ///
    /// @param levels receives the closed levels
    /// @param forming forms each row in them before it is looked at
    /// @param afterwards goes on with rows that are closed
    void close(char[] levels, Supplier<StoredLevels.Row> forming, Workers.Range afterwards) {
        RowBands.forEach(height, LINES_PER_BAND, (first, end) -> rows(levels, forming.get(), 0, first, end));
        RowBands.forEach(width, LINES_PER_BAND, (first, end) -> {
            int most = Math.ceilDiv(Math.min(COLUMNS, end - first), lanes);
            Lines columns = new Lines(height, most, Math.min(radius, height - 1), lanes);
            int[] places = new int[lanes];
            for (int x = first; x < end; x += COLUMNS) {
                int n = Math.min(COLUMNS, end - x);
                int part = Math.ceilDiv(n, lanes);
                for (int lane = 0; lane < lanes; lane++) { // two lanes may share columns: both find the same
                    places[lane] = x + Math.min(lane * part, n - part);
                }
                columns.read(levels, places, width, part);
                columns.extremes(levelBits);
                columns.extremes(0);
                columns.write(levels, places, width, part);
            }
        });
        RowBands.forEach(height, LINES_PER_BAND, (first, end) -> {
            rows(levels, AS_THEY_ARE, levelBits, first, end);
            afterwards.run(first, end);
        });
    }

    private void rows(char[] levels, StoredLevels.Row former, long flip, int first, int end) {
        Lines rows = new Lines(width, 1, Math.min(radius, width - 1), lanes);
        int[] places = new int[lanes];
        for (int y = first; y < end; y += lanes) {
            for (int lane = 0; lane < lanes; lane++) {
                int line = Math.min(y + lane, end - 1);
                places[lane] = line * width;
                if (line == y + lane) {
                    former.form(line, levels, places[lane]);
                }
            }
            rows.read(levels, places, 1, 1);
            rows.extremes(flip);
            rows.write(levels, places, 1, 1);
        }
    }

    /// The larger of the levels of each lane.
    ///
    /// @param guards a bit above each level
    /// @param down how far that bit is from the first of its lane
    private static long max(long a, long b, long guards, int down) {
        long larger = ((a | guards) - b) & guards;
        larger -= larger >>> down;
        return ((a ^ b) & larger) ^ b; // in this order: the first compiler puts in place what keeps no more than five words
    }

    /// Some groups of lines side by side. Their levels stand one place of all lines after the other, with `radius` places of nothing, which is 0, on both ends.
    private static final class Lines {
        private final int length;
        private final int lines;
        private final int radius;
        private final int lanes;
        /// Bits of a lane.
        private final int bits;
        /// A bit above each level.
        private final long guards;
        /// The levels; then the largest from the beginning of the block to a place.
        private final long[] begun;
        /// The largest level from a place to the end of the block.
        private final long[] ended;

        private Lines(int length, int lines, int radius, int lanes) {
            this.length = length;
            this.lines = lines;
            this.radius = radius;
            this.lanes = lanes;
            bits = Long.SIZE / lanes;
            guards = inEach(1L << (bits - 1), lanes);
            begun = new long[(length + 2 * radius) * lines];
            ended = new long[begun.length];
        }

        /// Reads lines.
        ///
        /// @param places of the first level of the lines of each lane
        /// @param step to the next level of a line
        /// @param n how many groups of lines there are
        private void read(char[] levels, int[] places, int step, int n) {
            if (step == 1) {
                pack(levels, places, 0, length, radius);
            } else {
                for (int y = 0, at = 0; y < length; y++, at += step) {
                    pack(levels, places, at, n, (radius + y) * lines);
                }
            }
        }

        private void pack(char[] levels, int[] places, int at, int n, int to) {
            int a = places[0] + at;
            int b = places[1] + at;
            int c = places[2] + at;
            long[] packed = begun;
            if (lanes == 3) {
                for (int x = 0; x < n; x++) {
                    packed[to + x] = levels[a + x] | ((long) levels[b + x] << 21) | ((long) levels[c + x] << 42);
                }
                return;
            }
            int d = places[3] + at;
            int e = places[4] + at;
            for (int x = 0; x < n; x++) {
                packed[to + x] = levels[a + x] | ((long) levels[b + x] << 12) | ((long) levels[c + x] << 24)
                        | ((long) levels[d + x] << 36) | ((long) levels[e + x] << 48);
            }
        }

        /// Writes lines where they were read.
        private void write(char[] levels, int[] places, int step, int n) {
            if (step == 1) {
                unpack(levels, places, 0, length, radius);
            } else {
                for (int y = 0, at = 0; y < length; y++, at += step) {
                    unpack(levels, places, at, n, (radius + y) * lines);
                }
            }
        }

        private void unpack(char[] levels, int[] places, int at, int n, int from) {
            int a = places[0] + at;
            int b = places[1] + at;
            int c = places[2] + at;
            long[] packed = begun;
            if (lanes == 3) {
                for (int x = 0; x < n; x++) {
                    long word = packed[from + x];
                    levels[a + x] = (char) word;
                    levels[b + x] = (char) (word >>> 21);
                    levels[c + x] = (char) (word >>> 42);
                }
                return;
            }
            int d = places[3] + at;
            int e = places[4] + at;
            int mask = SMALL - 1;
            for (int x = 0; x < n; x++) {
                long word = packed[from + x];
                levels[a + x] = (char) (word & mask);
                levels[b + x] = (char) ((word >>> 12) & mask);
                levels[c + x] = (char) ((word >>> 24) & mask);
                levels[d + x] = (char) ((word >>> 36) & mask);
                levels[e + x] = (char) ((word >>> 48) & mask);
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

        /// Both at a time, for one group of lines: neither waits for the other.
        private void beginAndEnd(int from, int stop) {
            long[] forth = begun;
            long[] back = ended;
            long above = guards;
            int down = bits - 1;
            long first = 0;
            long last = 0;
            System.arraycopy(forth, from, back, from, stop - from);
            for (int i = from, j = stop - 1; i < stop; i++, j--) {
                first = max(first, forth[i], above, down);
                forth[i] = first;
                last = max(last, back[j], above, down);
                back[j] = last;
            }
        }

        private void begin(int from, int stop) {
            long above = guards;
            int down = bits - 1;
            long[] forth = begun;
            for (int i = from + lines, j = from; i < stop; i++, j++) {
                forth[i] = max(forth[j], forth[i], above, down);
            }
        }

        private void end(int from, int stop) {
            System.arraycopy(begun, stop - lines, ended, stop - lines, lines);
            long above = guards;
            int down = bits - 1;
            long[] levels = begun;
            long[] back = ended;
            for (int i = stop - lines - 1, j = stop - 1; i >= from; i--, j--) {
                back[i] = max(back[j], levels[i], above, down);
            }
        }

        /// What is written over was read before: it lies behind what is read.
        private void combine(int from, int stop, long flip) {
            int edge = radius * lines;
            int ahead = 2 * edge;
            int end = Math.min(stop, length * lines);
            long above = guards;
            int down = bits - 1;
            long[] first = begun;
            long[] last = ended;
            for (int i = from; i < end; i++) {
                first[i + edge] = max(last[i], first[i + ahead], above, down) ^ flip;
            }
        }
    }
}
