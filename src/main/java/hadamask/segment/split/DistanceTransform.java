package hadamask.segment.split;

import hadamask.image.Mask;
import hadamask.parallel.RowBands;

/// The exact Euclidean distance of each pixel of a mask to the nearest background, between centres of pixels.
///
///     mask   0 1 1 1 1     distance   0 1 2 2.2 3.2
///            0 1 1 1 1                0 1 2 2   2.2
///            0 0 0 1 1                0 0 1 1   1.4
///            0 0 0 0 0                0 0 0 0   0
///
/// What is outside of the image counts as no background: an object that the border cuts is as deep there as it would be. Where
/// there is no background at all, each distance is the sum of width and height.
///
/// A. Meijster, J. Roerdink, W. Hesselink, "A general algorithm for computing distance transforms in linear time" (2000): along the
/// columns, then for each row the lower envelope of parabolas, in whole numbers. Time grows with the pixels.
final class DistanceTransform {
    private static final int ROWS_PER_BAND = 64;

    private DistanceTransform() {
    }

    /// The distances row by row, 0 for background. Memory: 8 bytes per pixel, of which 4 stay.
    static float[] of(Mask mask) {
        int width = mask.width();
        int height = mask.height();
        int[] columns = alongColumns(mask);
        float[] distances = new float[columns.length];
        RowBands.forEach(height, ROWS_PER_BAND, (first, end) -> {
            Envelope envelope = new Envelope(width);
            for (int y = first; y < end; y++) {
                envelope.fill(columns, y * width, distances);
            }
        });
        return distances;
    }

    /// The distance to the nearest background in the same column; the sum of width and height where there is none.
    private static int[] alongColumns(Mask mask) {
        int width = mask.width();
        int last = mask.values().length - width;
        int far = width + mask.height();
        byte[] in = mask.values();
        int[] steps = new int[in.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = in[i] == 0 ? 0 : i < width ? far : Math.min(far, steps[i - width] + 1);
        }
        for (int i = last - 1; i >= 0; i--) {
            steps[i] = Math.min(steps[i], steps[i + width] + 1);
        }
        return steps;
    }

    /// The parabolas `(x - place)^2 + column[place]^2` that are lowest somewhere in a row, from left to right.
    private static final class Envelope {
        private final int width;
        private final int[] places;
        /// From where on each is the lowest.
        private final int[] starts;

        Envelope(int width) {
            this.width = width;
            places = new int[width];
            starts = new int[width];
        }

        void fill(int[] columns, int row, float[] distances) {
            int top = -1;
            for (int x = 0; x < width; x++) {
                while (top >= 0 && at(starts[top], places[top], columns, row) > at(starts[top], x, columns, row)) {
                    top--;
                }
                long start = top < 0 ? 0 : 1 + separation(places[top], x, columns, row);
                if (start < width) {
                    top++;
                    places[top] = x;
                    starts[top] = (int) start;
                }
            }
            for (int x = width - 1; x >= 0; x--) {
                long square = at(x, places[top], columns, row);
                // Without background the corners would look farther away than the middle.
                distances[row + x] = (float) Math.min(Math.sqrt((double) square),
                        width + (double) columns.length / width);
                if (x == starts[top]) {
                    top--;
                }
            }
        }

        private static long at(int x, int place, int[] columns, int row) {
            long across = (long) x - place;
            long down = columns[row + place];
            return across * across + down * down;
        }

        /// The last place at which the left parabola is not above the right one.
        private static long separation(int left, int right, int[] columns, int row) {
            long a = columns[row + left];
            long b = columns[row + right];
            return Math.floorDiv((long) right * right - (long) left * left + b * b - a * a, 2L * (right - left));
        }
    }
}
