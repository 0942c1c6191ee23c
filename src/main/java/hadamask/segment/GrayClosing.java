package hadamask.segment;

import hadamask.parallel.RowBands;

/// Closing of levels by a square: the largest level of the square around each pixel, then the smallest of those.
///
/// Places outside of the image do not count. Each pass goes along lines, rows and then columns, and keeps of a line the
/// places that can still become the extreme: each place is added and taken away once, whatever the size of the square.
/// Columns are worked on in strips, so that memory is read along rows.
final class GrayClosing {
    private static final int LINES_PER_BAND = 64;

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
            Line line = new Line(width);
            for (int y = first; y < end; y++) {
                line.extremes(levels, y * width, 1, flip);
            }
        });
        RowBands.forEach(width, LINES_PER_BAND, (first, end) -> {
            Line line = new Line(height);
            for (int x = first; x < end; x++) {
                line.extremes(levels, x, width, flip);
            }
        });
    }

    private final class Line {
        private final int[] values;
        /// Places whose values fall, the largest first.
        private final int[] places;

        private Line(int length) {
            values = new int[length];
            places = new int[length];
        }

        private void extremes(short[] levels, int from, int step, int flip) {
            int length = values.length;
            for (int i = 0, at = from; i < length; i++, at += step) {
                values[i] = (levels[at] & 0xFFFF) ^ flip;
            }
            int head = 0;
            int tail = 0;
            int next = 0;
            for (int i = 0, at = from; i < length; i++, at += step) {
                for (; next < length && next <= i + radius; next++) {
                    while (tail > head && values[places[tail - 1]] <= values[next]) {
                        tail--;
                    }
                    places[tail++] = next;
                }
                if (places[head] < i - radius) {
                    head++;
                }
                levels[at] = (short) (values[places[head]] ^ flip);
            }
        }
    }
}
