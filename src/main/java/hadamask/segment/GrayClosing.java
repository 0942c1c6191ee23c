package hadamask.segment;

import hadamask.parallel.RowBands;
import java.util.Arrays;

/// Closing of levels by a square: the largest level of the square around each pixel, then the smallest of those.
///
/// Places outside of the image do not count. Each pass goes along rows and then along columns, and parts a line into blocks as wide as the
/// square: the extreme around a place is that of the end of one block and the beginning of the next, whatever the size of the square
/// (M. van Herk, "A fast algorithm for local minimum and maximum filters on rectangular and octagonal kernels", Pattern Recognition Letters 13, 1992).
/// Columns are worked on several at a time, so that memory is read along rows.
final class GrayClosing {
    private static final int LINES_PER_BAND = 64;
    /// Columns that are worked on at a time.
    private static final int COLUMNS = 32;

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
    void close(short[] levels) {
        pass(levels, 0);
        pass(levels, 0xFFFF);
    }

    /// @param flip 0 for the largest, 65535 for the smallest: it turns the order round
    private void pass(short[] levels, int flip) {
        RowBands.forEach(height, LINES_PER_BAND, (first, end) -> {
            Lines row = new Lines(width, 1, Math.min(radius, width - 1));
            for (int y = first; y < end; y++) {
                row.extremes(levels, y * width, 1, 1, flip);
            }
        });
        RowBands.forEach(width, LINES_PER_BAND, (first, end) -> {
            Lines columns = new Lines(height, Math.min(COLUMNS, end - first), Math.min(radius, height - 1));
            for (int x = first; x < end; x += COLUMNS) {
                columns.extremes(levels, x, width, Math.min(COLUMNS, end - x), flip);
            }
        });
    }

    /// Some lines side by side. Their levels stand one place of all lines after the other, with `radius` places of nothing, which is 0, on both ends.
    private static final class Lines {
        private final int length;
        private final int lines;
        private final int radius;
        /// The largest level from the beginning of the block to a place.
        private final char[] begun;
        /// The largest level from a place to the end of the block.
        private final char[] ended;

        private Lines(int length, int lines, int radius) {
            this.length = length;
            this.lines = lines;
            this.radius = radius;
            begun = new char[(length + 2 * radius) * lines];
            ended = new char[begun.length];
        }

        /// @param from place of the first level
        /// @param step to the next level of a line
        /// @param n how many lines there are
        private void extremes(short[] levels, int from, int step, int n, int flip) {
            read(levels, from, step, n, flip);
            int side = 2 * radius + 1;
            int all = begun.length;
            for (int block = 0; block < all; block += side * lines) {
                int stop = Math.min(block + side * lines, all);
                for (int i = block + lines; i < stop; i++) {
                    int before = begun[i - lines];
                    int here = begun[i];
                    begun[i] = (char) (before > here ? before : here);
                }
                for (int i = stop - lines - 1; i >= block; i--) {
                    int after = ended[i + lines];
                    int here = ended[i];
                    ended[i] = (char) (after > here ? after : here);
                }
            }
            int ahead = 2 * radius * lines;
            for (int y = 0, at = from; y < length; y++, at += step) {
                for (int x = 0, i = y * lines; x < n; x++, i++) {
                    int end = ended[i];
                    int begin = begun[i + ahead];
                    levels[at + x] = (short) ((end > begin ? end : begin) ^ flip);
                }
            }
        }

        private void read(short[] levels, int from, int step, int n, int flip) {
            Arrays.fill(begun, 0, radius * lines, (char) 0);
            Arrays.fill(begun, (radius + length) * lines, begun.length, (char) 0);
            for (int y = 0, at = from, i = radius * lines; y < length; y++, at += step, i += lines) {
                for (int x = 0; x < n; x++) {
                    begun[i + x] = (char) (levels[at + x] ^ flip);
                }
            }
            System.arraycopy(begun, 0, ended, 0, begun.length);
        }
    }
}
