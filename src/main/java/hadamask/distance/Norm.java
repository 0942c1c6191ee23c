package hadamask.distance;

import hadamask.matrix.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Minkowski distances of two rows of any magnitude.
///
/// The largest difference is factored out, so that no power overflows or underflows: (3e200, 4e200) has the length 5e200.
/// Equal entries differ by 0, even infinite ones.
final class Norm {
    private Norm() {
    }

    /// `(sum w_i abs(u_i - v_i)^p)^(1/p)`; NaN without a column that counts.
    static double minkowski(double[] u, double[] v, double[] weights, double p) {
        double max = maximum(u, v, weights);
        if (max == 0 || !(Math.abs(max) <= Double.MAX_VALUE)) {
            return max;
        }
        // Scaling by a power of two rounds nothing. A large p would still overflow; there the maximum itself is the unit.
        double unit = p <= 64 ? Math.scalb(1.0, Math.max(Math.getExponent(max), -1022)) : max;
        if (p < SmallOrders.LIMIT) {
            return SmallOrders.minkowski(u, v, weights, p, unit);
        }
        double sum = 0;
        for (int k = 0; k < u.length; k++) {
            if (weights[k] > 0) {
                sum += weights[k] * power(difference(u[k], v[k]) / unit, p);
            }
        }
        return unit * root(sum, p);
    }

    /// Two rows, and a weight for each of their columns.
    static void requireSameLength(double[] u, double[] v, double[] weights) {
        if (u.length != v.length || u.length != weights.length) {
            throw new IllegalArgumentException("rows of " + u.length + " and " + v.length + " numbers with "
                    + weights.length + " weights, expected equally many");
        }
    }

    /// `max abs(u_i - v_i)` over the columns with w_i > 0; NaN when there is none.
    static double maximum(double[] u, double[] v, double[] weights) {
        requireSameLength(u, v, weights);
        double max = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < u.length; k++) {
            if (weights[k] > 0) {
                max = Math.max(max, difference(u[k], v[k]));
            }
        }
        return max < 0 ? Double.NaN : max;
    }

    static double difference(double u, double v) {
        return u == v ? 0 : Math.abs(u - v);
    }

    private static double power(double x, double p) {
        if (p == 1) {
            return x;
        }
        return p == 2 ? x * x : Math.pow(x, p);
    }

    /// `sum^(1/p)`.
    static double root(double sum, double p) {
        if (p == 1) {
            return sum;
        }
        if (p == 2) {
            return Math.sqrt(sum);
        }
        if (p == 3) {
            return Math.cbrt(sum);
        }
        if (p < 1) {
            return p == 0.5 ? sum * sum : SmallOrders.quickRoot(sum, 0, p);
        }
        return Math.pow(sum, 1 / p);
    }

    static double[] ones(int columns) {
        double[] ones = new double[columns];
        Arrays.fill(ones, 1);
        return ones;
    }

    /// The weights of squared differences in units of the variances.
    static double[] divided(double[] weights, List<Double> variances) {
        if (weights.length != variances.size()) {
            throw new IllegalArgumentException(variances.size() + " variances for " + weights.length + " columns");
        }
        double[] result = weights.clone();
        for (int k = 0; k < result.length; k++) {
            result[k] /= variances.get(k);
        }
        return result;
    }

    /// The sample variance of each column over its present values (ddof 1), in two passes; exactly 0 for a constant column.
    static List<Double> variances(Matrix rows) {
        int columns = rows.columns();
        List<Double> variances = new ArrayList<>();
        for (int k = 0; k < columns; k++) {
            variances.add(variance(rows, k));
        }
        return variances;
    }

    private static double variance(Matrix rows, int column) {
        double sum = 0;
        double first = Double.NaN;
        int count = 0;
        // Differences from the first value: a constant column gives zeros, and a large offset causes no rounding.
        for (int i = 0; i < rows.rows(); i++) {
            double value = rows.get(i, column);
            if (!Double.isNaN(value)) {
                first = count == 0 ? value : first;
                sum += value - first;
                count++;
            }
        }
        double mean = sum / count;
        double squares = 0;
        double rest = 0;
        for (int i = 0; i < rows.rows(); i++) {
            double value = rows.get(i, column);
            if (!Double.isNaN(value)) {
                double centred = value - first - mean;
                squares += centred * centred;
                rest += centred;
            }
        }
        return (squares - rest * rest / count) / (count - 1);
    }
}
