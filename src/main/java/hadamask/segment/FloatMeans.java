package hadamask.segment;

import java.util.Arrays;

/// Means of the square around each pixel in floating-point numbers: along rows, and of the result along columns. Outside of the
/// image is nothing.
///
/// Sums of floating-point numbers depend on their order, which is that of BoofCV's `BlurImageOps` on one thread: near the
/// borders products with an equal weight, from the first pixel on; in between a running sum, from the first whole square on. Where the
/// square is wider than the line, all is as near the borders.
final class FloatMeans {
    private final int radius;
    private final int side;
    private final float weight;
    /// The sums of n equal weights, for n up to the side of the square.
    private final float[] weights;

    /// @param radius how far the square reaches from its middle pixel, at least 1
    FloatMeans(int radius) {
        this.radius = radius;
        side = 2 * radius + 1;
        weight = 1f / side;
        weights = new float[side + 1];
        for (int n = 1; n < weights.length; n++) {
            weights[n] = weights[n - 1] + weight;
        }
    }

    int radius() {
        return radius;
    }

    /// The means along a row.
    ///
    /// @param means receives as many numbers
    void row(float[] line, float[] means) {
        int length = line.length;
        float w = weight;
        boolean wide = side > length;
        int left = wide ? length : radius;
        // from the first pixel on: each sum goes on where the one before it ends
        float sum = 0;
        int next = 0;
        for (int x = 0; x < left && x - radius <= 0; x++) {
            for (int end = Math.min(x + radius + 1, length); next < end; next++) {
                sum += line[next] * w;
            }
            means[x] = sum / weights[next];
        }
        if (!wide) {
            inner(line, means);
        }
        for (int x = Math.max(wide ? radius + 1 : length - radius, 0); x < length; x++) {
            int first = x - radius;
            int end = Math.min(x + radius + 1, length);
            float total = 0;
            for (int i = first; i < end; i++) {
                total += line[i] * w;
            }
            means[x] = total / weights[end - first];
        }
    }

    private void inner(float[] line, float[] means) {
        float total = 0;
        for (int i = 0; i < side; i++) {
            total += line[i];
        }
        means[radius] = total / side;
        for (int x = radius + 1, i = side, j = 0; i < line.length; x++, i++, j++) {
            total -= line[j];
            total += line[i];
            means[x] = total / side;
        }
    }

    /// Columns of means along rows, taken from the top to the bottom.
    final class Columns {
        private final int height;
        private final int n;
        /// The rows of the square, the last in the place of the first.
        private final float[][] square;
        private final float[] totals;
        private int rows;

        /// @param n how many columns there are
        Columns(int height, int n) {
            this.height = height;
            this.n = n;
            square = new float[Math.min(side + 1, height)][n];
            totals = new float[n];
        }

        /// Takes the next row.
        void add(float[] row, int from) {
            System.arraycopy(row, from, square[rows % square.length], 0, n);
            rows++;
        }

        /// Forms the means of a row; rows are asked for in order, when the square around it has been added.
        ///
        /// @param means receives `n` numbers
        void means(int y, float[] means) {
            boolean wide = side > height;
            if (wide ? y <= radius : y < radius) {
                top(y, means);
            } else if (wide || y >= height - radius) {
                bottom(y, means);
            } else {
                if (y == radius) {
                    first();
                } else {
                    move(square[(y + radius) % square.length], square[(y - radius - 1) % square.length]);
                }
                divide(side, means);
            }
        }

        private void top(int y, float[] means) {
            int from = y == 0 ? 0 : Math.min(y + radius, height);
            int to = Math.min(y + radius + 1, height);
            float w = weight;
            for (int i = from; i < to; i++) {
                float[] row = square[i % square.length];
                for (int x = 0; x < n; x++) {
                    totals[x] += row[x] * w;
                }
            }
            divide(weights[to], means);
        }

        private void bottom(int y, float[] means) {
            float w = weight;
            int first = y - radius;
            Arrays.fill(means, 0, n, 0);
            for (int i = first; i < height; i++) {
                float[] row = square[i % square.length];
                for (int x = 0; x < n; x++) {
                    means[x] += row[x] * w;
                }
            }
            float divisor = weights[height - first];
            for (int x = 0; x < n; x++) {
                means[x] /= divisor;
            }
        }

        private void first() {
            Arrays.fill(totals, 0);
            for (int i = 0; i < side; i++) {
                float[] row = square[i];
                for (int x = 0; x < n; x++) {
                    totals[x] += row[x];
                }
            }
        }

        private void move(float[] below, float[] above) {
            float[] sums = totals;
            for (int x = 0; x < sums.length; x++) {
                sums[x] = sums[x] - above[x] + below[x];
            }
        }

        private void divide(float divisor, float[] means) {
            float[] sums = totals;
            for (int x = 0; x < sums.length; x++) {
                means[x] = sums[x] / divisor;
            }
        }
    }
}
