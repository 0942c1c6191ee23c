package hadamask.segment.network;

/// Brings samples in rows to another number of columns and rows: means over areas where they become fewer, straight lines between
/// pixels where they become more, of which either the middles or the first ones are in place.
final class Resampling {
    /// From where each new place comes: `counts[i]` old places from `starts[i]` on, with weights that follow each other in `weights`.
    @SuppressWarnings("ArrayRecordComponent") // made once, never compared
    private record Taps(int[] starts, int[] counts, float[] weights) {
        static Taps middles(int from, int to) {
            double step = (double) from / to;
            return to <= from ? means(from, to) : lines(from, to, step, 0.5 * step - 0.5);
        }

        static Taps corners(int from, int to) {
            return to <= from ? means(from, to) : lines(from, to, (double) from / to, 0);
        }

        /// New place i is `i + by` of the old ones.
        static Taps moved(int length, double by) {
            return lines(length, length, 1, by);
        }

        private static Taps means(int from, int to) {
            int[] starts = new int[to];
            int[] counts = new int[to];
            int most = from / to + 2;
            float[] weights = new float[to * most];
            int next = 0;
            for (int i = 0; i < to; i++) {
                long left = (long) i * from;
                long right = left + from;
                starts[i] = (int) (left / to);
                counts[i] = (int) ((right + to - 1) / to) - starts[i];
                for (int k = 0; k < counts[i]; k++) {
                    long start = (long) (starts[i] + k) * to;
                    weights[next++] = (float) (Math.min(right, start + to) - Math.max(left, start)) / from;
                }
            }
            return new Taps(starts, counts, weights);
        }

        /// New place i is `first + i * step` of the old ones, or the nearest one.
        private static Taps lines(int from, int to, double step, double first) {
            int[] starts = new int[to];
            int[] counts = new int[to];
            float[] weights = new float[2 * to];
            for (int i = 0; i < to; i++) {
                double at = Math.max(0, Math.min(from - 1, first + i * step));
                starts[i] = Math.max(0, Math.min(from - 2, (int) at));
                counts[i] = Math.min(2, from);
                float along = (float) (at - starts[i]);
                weights[counts[i] * i] = 1 - along;
                if (counts[i] == 2) {
                    weights[2 * i + 1] = along;
                }
            }
            return new Taps(starts, counts, weights);
        }
    }

    private Resampling() {
    }

    /// @param samples `n * width * height` of them, row by row, `n` of each pixel
    /// @return `n * toWidth * toHeight` samples; the same array where nothing changes
    static float[] of(float[] samples, int n, int width, int height, int toWidth, int toHeight) {
        float[] wide = width == toWidth ? samples : columns(samples, n, width, height, Taps.middles(width, toWidth));
        return height == toHeight ? wide : rows(wide, n * toWidth, Taps.middles(height, toHeight));
    }

    /// The same, but where samples become more, the first one stays the first: new column x is `x * width / toWidth` of the old ones.
    static float[] byCorners(float[] samples, int n, int width, int height, int toWidth, int toHeight) {
        float[] wide = width == toWidth ? samples : columns(samples, n, width, height, Taps.corners(width, toWidth));
        return height == toHeight ? wide : rows(wide, n * toWidth, Taps.corners(height, toHeight));
    }

    /// Moves samples, one of each pixel: new column x is `x + right` of the old ones, new row y is `y + down`.
    static float[] moved(float[] samples, int width, int height, double right, double down) {
        float[] across = right == 0 ? samples : columns(samples, 1, width, height, Taps.moved(width, right));
        return down == 0 ? across : rows(across, width, Taps.moved(height, down));
    }

    private static float[] columns(float[] samples, int n, int width, int height, Taps taps) {
        int toWidth = taps.starts.length;
        float[] result = new float[n * toWidth * height];
        for (int y = 0; y < height; y++) {
            int weight = 0;
            for (int x = 0; x < toWidth; x++) {
                int to = n * (y * toWidth + x);
                int from = n * (y * width + taps.starts[x]);
                for (int k = 0; k < taps.counts[x]; k++, weight++) {
                    for (int c = 0; c < n; c++, from++) {
                        result[to + c] += taps.weights[weight] * samples[from];
                    }
                }
            }
        }
        return result;
    }

    private static float[] rows(float[] samples, int length, Taps taps) {
        int toHeight = taps.starts.length;
        float[] result = new float[length * toHeight];
        int weight = 0;
        for (int y = 0; y < toHeight; y++) {
            int to = y * length;
            for (int k = 0; k < taps.counts[y]; k++, weight++) {
                int from = (taps.starts[y] + k) * length;
                float part = taps.weights[weight];
                for (int i = 0; i < length; i++) {
                    result[to + i] += part * samples[from + i];
                }
            }
        }
        return result;
    }
}
