package hadamask.segment.local;

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

    /// The means along a row, and those of the squares.
    ///
    /// @param means receives as many numbers
    /// @param ofSquares receives as many numbers
    void row(float[] line, float[] means, float[] ofSquares) {
        int length = line.length;
        float w = weight;
        boolean wide = side > length;
        int left = wide ? length : radius;
        // from the first pixel on: each sum goes on where the one before it ends
        float sum = 0;
        float squares = 0;
        int next = 0;
        for (int x = 0; x < left && x - radius <= 0; x++) {
            for (int end = Math.min(x + radius + 1, length); next < end; next++) {
                sum += line[next] * w;
                squares += line[next] * line[next] * w;
            }
            means[x] = sum / weights[next];
            ofSquares[x] = squares / weights[next];
        }
        if (!wide) {
            inner(line, means, ofSquares);
        }
        for (int x = Math.max(wide ? radius + 1 : length - radius, 0); x < length; x++) {
            int first = x - radius;
            int end = Math.min(x + radius + 1, length);
            float total = 0;
            float totalOfSquares = 0;
            for (int i = first; i < end; i++) {
                total += line[i] * w;
                totalOfSquares += line[i] * line[i] * w;
            }
            means[x] = total / weights[end - first];
            ofSquares[x] = totalOfSquares / weights[end - first];
        }
    }

    /// Both sums at a time: neither waits for the other.
    private void inner(float[] line, float[] means, float[] ofSquares) {
        float total = 0;
        float squares = 0;
        float divisor = side;
        for (int i = 0; i < side; i++) {
            total += line[i];
            squares += line[i] * line[i];
        }
        means[radius] = total / divisor;
        ofSquares[radius] = squares / divisor;
        for (int x = radius + 1, i = side, j = 0; i < line.length; x++, i++, j++) {
            float out = line[j];
            float in = line[i];
            total = total - out + in;
            squares = squares - out * out + in * in;
            means[x] = total / divisor;
            ofSquares[x] = squares / divisor;
        }
    }

    /// Columns of means along rows, taken from the top to the bottom. Some columns do not depend on others: threads may share them.
    final class Columns {
        private final int height;
        /// What the square of a mean is divided by before it is taken from the mean of the squares.
        private final float divisor;
        /// Means along rows, the row of the picture y in the place y modulo their number.
        private final float[][] ofLevels;
        private final float[][] ofSquares;
        private final float[] totals;
        private final float[] totalsOfSquares;
        private final float[] means;
        private final float[] variances;

        /// @param rows that are added at a time
        Columns(int width, int height, int rows, float divisor) {
            this.height = height;
            this.divisor = divisor;
            ofLevels = new float[Math.min(side + rows, height)][width];
            ofSquares = new float[ofLevels.length][width];
            totals = new float[width];
            totalsOfSquares = new float[width];
            means = new float[width];
            variances = new float[width];
        }

        /// Adds a row of the picture; no more than `rows` before those are asked for that depend on them.
        void add(int y, float[] line) {
            int place = y % ofLevels.length;
            row(line, ofLevels[place], ofSquares[place]);
        }

        /// Means of the row that was formed last.
        float[] means() {
            return means;
        }

        /// Mean squares of that row less squares of the means.
        float[] variances() {
            return variances;
        }

        /// Forms means and variances of some columns of a row; rows are asked for in order, when the square around them has been added.
        ///
        /// @param to column behind the last
        /// @return the largest variance, or 0
        float form(int y, int from, int to) {
            boolean wide = side > height;
            if (wide ? y <= radius : y < radius) {
                top(ofLevels, y, from, to, totals, means);
                top(ofSquares, y, from, to, totalsOfSquares, variances);
                return vary(from, to);
            }
            if (wide || y >= height - radius) {
                bottom(ofLevels, y, from, to, means);
                bottom(ofSquares, y, from, to, variances);
                return vary(from, to);
            }
            if (y == radius) {
                first(ofLevels, from, to, totals, means);
                first(ofSquares, from, to, totalsOfSquares, variances);
                return vary(from, to);
            }
            int below = (y + radius) % ofLevels.length;
            int above = (y - radius - 1) % ofLevels.length;
            return move(ofLevels[below], ofLevels[above], ofSquares[below], ofSquares[above], from, to);
        }

        private void top(float[][] rows, int y, int from, int to, float[] sums, float[] result) {
            int end = Math.min(y + radius + 1, height);
            float w = weight;
            for (int i = y == 0 ? 0 : Math.min(y + radius, height); i < end; i++) {
                float[] row = rows[i % rows.length];
                for (int x = from; x < to; x++) {
                    sums[x] += row[x] * w;
                }
            }
            divide(sums, weights[end], from, to, result);
        }

        private void bottom(float[][] rows, int y, int from, int to, float[] result) {
            float w = weight;
            int first = y - radius;
            Arrays.fill(result, from, to, 0);
            for (int i = first; i < height; i++) {
                float[] row = rows[i % rows.length];
                for (int x = from; x < to; x++) {
                    result[x] += row[x] * w;
                }
            }
            divide(result, weights[height - first], from, to, result);
        }

        private void first(float[][] rows, int from, int to, float[] sums, float[] result) {
            Arrays.fill(sums, from, to, 0);
            for (int i = 0; i < side; i++) {
                float[] row = rows[i];
                for (int x = from; x < to; x++) {
                    sums[x] += row[x];
                }
            }
            divide(sums, side, from, to, result);
        }

        private static void divide(float[] sums, float by, int from, int to, float[] result) {
            for (int x = from; x < to; x++) {
                result[x] = sums[x] / by;
            }
        }

        private float vary(int from, int to) {
            float most = 0;
            for (int x = from; x < to; x++) {
                float variance = variances[x] - means[x] * means[x] / divisor;
                variances[x] = variance;
                most = variance > most ? variance : most;
            }
            return most;
        }

        /// All of it in one loop, for nearly all rows.
        private float move(float[] below, float[] above, float[] squaresBelow, float[] squaresAbove, int from, int to) {
            float[] sums = totals;
            float[] sumsOfSquares = totalsOfSquares;
            float[] m = means;
            float[] v = variances;
            float n = side;
            float d = divisor;
            float most = 0;
            for (int x = from; x < to; x++) {
                float sum = sums[x] - above[x] + below[x];
                float squares = sumsOfSquares[x] - squaresAbove[x] + squaresBelow[x];
                sums[x] = sum;
                sumsOfSquares[x] = squares;
                float mean = sum / n;
                float variance = squares / n - mean * mean / d;
                m[x] = mean;
                v[x] = variance;
                most = variance > most ? variance : most;
            }
            return most;
        }
    }
}
