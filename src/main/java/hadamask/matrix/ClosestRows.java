package hadamask.matrix;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Some rows, their mean and covariance, and steps to rows with a smaller determinant.
///
/// A step takes the rows that are nearest to the mean by the Mahalanobis distance of the covariance; the determinant of theirs is
/// smaller, or they are the same ("C-step", Rousseeuw and Van Driessen 1999).
final class ClosestRows {
    /// A pivot below this, in units of the variance before, is nothing.
    private static final double NOTHING = 1e-13;

    private final Matrix data;
    /// The rows, ascending.
    private int[] rows;
    private final double[] mean;
    /// The triangle L of the covariance L L^T, row by row.
    private final double[] triangle;
    private double logDeterminant;

    private ClosestRows(Matrix data, int[] rows) {
        this.data = data;
        this.rows = rows;
        mean = new double[data.columns()];
        triangle = new double[data.columns() * data.columns()];
        estimate();
    }

    /// @param data columns of about the same size
    /// @param rows ascending
    static ClosestRows of(Matrix data, int[] rows) {
        return new ClosestRows(data, rows);
    }

    /// Random rows, one more than columns, and as many more as are needed to span them; then those closest to them.
    ///
    /// @param among the rows that are drawn from
    /// @param count how many are closest
    static ClosestRows random(Matrix data, int[] among, int count, SplittableRandom random) {
        int[] shuffled = among.clone();
        int drawn = 0;
        int wanted = Math.min(data.columns() + 1, among.length);
        while (true) {
            for (; drawn < wanted; drawn++) {
                int other = drawn + random.nextInt(shuffled.length - drawn);
                int row = shuffled[other];
                shuffled[other] = shuffled[drawn];
                shuffled[drawn] = row;
            }
            int[] rows = Arrays.copyOf(shuffled, drawn);
            Arrays.sort(rows);
            ClosestRows start = new ClosestRows(data, rows);
            if (!start.isSingular() || drawn == shuffled.length) {
                start.step(among, count);
                return start;
            }
            wanted = drawn + 1;
        }
    }

    /// Random rows, as many as are looked for.
    static ClosestRows randomPart(Matrix data, int[] among, int count, SplittableRandom random) {
        int[] shuffled = among.clone();
        for (int k = 0; k < count; k++) {
            int other = k + random.nextInt(shuffled.length - k);
            int row = shuffled[other];
            shuffled[other] = shuffled[k];
            shuffled[k] = row;
        }
        int[] rows = Arrays.copyOf(shuffled, count);
        Arrays.sort(rows);
        return new ClosestRows(data, rows);
    }

    /// The logarithm of the determinant of the covariance; minus infinity where it is singular.
    double logDeterminant() {
        return logDeterminant;
    }

    boolean isSingular() {
        return logDeterminant == Double.NEGATIVE_INFINITY;
    }

    int[] rows() {
        return rows;
    }

    /// The same mean and covariance with other rows to step among.
    ///
    /// @return whether the rows have changed, so that the determinant is smaller
    boolean step(int[] among, int count) {
        if (isSingular()) {
            return false;
        }
        double[] distances = new double[among.length];
        double[] centred = new double[mean.length];
        for (int k = 0; k < among.length; k++) {
            distances[k] = square(among[k], centred);
        }
        int[] next = smallest(distances, count);
        for (int k = 0; k < count; k++) {
            next[k] = among[next[k]];
        }
        if (Arrays.equals(next, rows)) {
            return false;
        }
        double before = logDeterminant;
        boolean same = next.length == rows.length;
        rows = next;
        estimate();
        return !same || logDeterminant < before;
    }

    /// Steps until the determinant does not fall.
    void converge(int[] among, int count) {
        while (step(among, count)) {
            // each step is one
        }
    }

    /// The squared distance of a row to the mean.
    private double square(int row, double[] centred) {
        int d = mean.length;
        double sum = 0;
        for (int i = 0; i < d; i++) {
            double value = data.values()[row * d + i] - mean[i];
            for (int k = 0; k < i; k++) {
                value -= triangle[i * d + k] * centred[k];
            }
            value /= triangle[i * d + i];
            centred[i] = value;
            sum += value * value;
        }
        return sum;
    }

    /// The places of the smallest numbers, ascending; of equal ones the first.
    private static int[] smallest(double[] numbers, int count) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        double limit = sorted[count - 1];
        int below = 0;
        for (double number : numbers) {
            below += number < limit ? 1 : 0;
        }
        int[] places = new int[count];
        int equal = count - below;
        int at = 0;
        for (int k = 0; k < numbers.length && at < count; k++) {
            if (numbers[k] < limit || (numbers[k] == limit && equal-- > 0)) {
                places[at++] = k;
            }
        }
        return places;
    }

    private void estimate() {
        int d = mean.length;
        Arrays.fill(mean, 0);
        for (int row : rows) {
            for (int j = 0; j < d; j++) {
                mean[j] += data.values()[row * d + j];
            }
        }
        for (int j = 0; j < d; j++) {
            mean[j] /= rows.length;
        }
        Arrays.fill(triangle, 0);
        double[] centred = new double[d];
        for (int row : rows) {
            for (int j = 0; j < d; j++) {
                centred[j] = data.values()[row * d + j] - mean[j];
                for (int k = 0; k <= j; k++) {
                    triangle[j * d + k] += centred[j] * centred[k];
                }
            }
        }
        for (int k = 0; k < triangle.length; k++) {
            triangle[k] /= rows.length - 1;
        }
        decompose();
    }

    /// Cholesky's decomposition in place.
    private void decompose() {
        int d = mean.length;
        logDeterminant = 0;
        for (int i = 0; i < d; i++) {
            for (int k = 0; k <= i; k++) {
                double value = triangle[i * d + k];
                double before = value;
                for (int m = 0; m < k; m++) {
                    value -= triangle[i * d + m] * triangle[k * d + m];
                }
                if (k < i) {
                    triangle[i * d + k] = value / triangle[k * d + k];
                } else if (value > NOTHING * before && before > 0) {
                    triangle[i * d + i] = Math.sqrt(value);
                    logDeterminant += Math.log(value);
                } else {
                    logDeterminant = Double.NEGATIVE_INFINITY;
                    return;
                }
            }
        }
    }
}
