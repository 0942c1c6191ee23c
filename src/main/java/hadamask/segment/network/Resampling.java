package hadamask.segment.network;

/// Brings samples in rows to another number of columns and rows: means over areas where they become fewer, straight lines between the
/// middles of pixels where they become more.
final class Resampling {
    /// From where each new place comes: `counts[i]` old places from `starts[i]` on, with weights that follow each other in `weights`.
    @SuppressWarnings("ArrayRecordComponent") // made once, never compared
    private record Taps(int[] starts, int[] counts, float[] weights) {
        static Taps of(int from, int to) {
            return to <= from ? means(from, to) : lines(from, to);
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

        private static Taps lines(int from, int to) {
            int[] starts = new int[to];
            int[] counts = new int[to];
            float[] weights = new float[2 * to];
            for (int i = 0; i < to; i++) {
                double at = Math.max(0, Math.min(from - 1, (i + 0.5) * from / to - 0.5));
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
        float[] wide = width == toWidth ? samples : columns(samples, n, width, height, toWidth);
        return height == toHeight ? wide : rows(wide, n * toWidth, height, toHeight);
    }

    private static float[] columns(float[] samples, int n, int width, int height, int toWidth) {
        Taps taps = Taps.of(width, toWidth);
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

    private static float[] rows(float[] samples, int length, int height, int toHeight) {
        Taps taps = Taps.of(height, toHeight);
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
