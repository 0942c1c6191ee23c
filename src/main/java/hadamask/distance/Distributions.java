package hadamask.distance;

import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// Rows as distributions: each divided by its sum.
///
/// `p - q = (u V - v U) / (U V)` for the sums U and V is formed from the numbers themselves, with sums of 32 digits and products that
/// are not rounded before they are subtracted. So what is made of it is right to a few units of the last place, however near the
/// distributions are.
final class Distributions {
    static final String EMPTY = "all numbers are 0, so there is no distribution";
    /// The root of ln 2.
    static final double MOST_DIVERGENT = 0.8325546111576977;

    /// Up to this square of the relative difference the series of the divergence is used.
    private static final double SMALL = 0.09;
    private static final int TERMS = 14;

    /// The rows in units in which they are about 1, the smaller one first, and their sums.
    private final double[] u;
    private final double[] v;
    private final double[] weights;
    private final Total totalU;
    private final Total totalV;

    /// A sum in two doubles.
    private record Total(double high, double low) {}

    private Distributions(double[] u, double[] v, double[] weights) {
        Norm.requireSameLength(u, v, weights);
        double[] first = Angle.scaled(u, weights);
        double[] second = Angle.scaled(v, weights);
        boolean swapped = Arrays.compare(first, second) > 0; // the same bits either way
        this.u = swapped ? second : first;
        this.v = swapped ? first : second;
        this.weights = weights;
        totalU = total(this.u, weights);
        totalV = total(this.v, weights);
    }

    static boolean isEmpty(double[] row, double[] weights) {
        for (int k = 0; k < row.length; k++) {
            if (weights[k] > 0 && row[k] != 0) {
                return false;
            }
        }
        return true;
    }

    static double jensenShannon(double[] u, double[] v, double[] weights) {
        return new Distributions(u, v, weights).jensenShannon();
    }

    static double hellinger(double[] u, double[] v, double[] weights) {
        return Math.min(1, Math.sqrt(new Distributions(u, v, weights).hellingerSquare()));
    }

    static double bhattacharyya(double[] u, double[] v, double[] weights) {
        Distributions pair = new Distributions(u, v, weights);
        double square = pair.hellingerSquare();
        return square <= 0.5 ? Math.max(0, -Math.log1p(-square)) : -Math.log(pair.coefficient());
    }

    /// `sum w sqrt(p q)`, in [0, 1].
    static double coefficient(double[] u, double[] v, double[] weights) {
        Distributions pair = new Distributions(u, v, weights);
        double square = pair.hellingerSquare();
        return square <= 0.5 ? 1 - square : pair.coefficient();
    }

    private double jensenShannon() {
        double sum = 0;
        for (int k = 0; k < u.length; k++) {
            double both = u[k] * totalV.high + v[k] * totalU.high;
            if (weights[k] > 0 && both != 0) {
                sum += weights[k] * both * divergence(difference(k) / both);
            }
        }
        return isUndefined() ? Double.NaN : Math.min(MOST_DIVERGENT, Math.sqrt(sum / product() / 4));
    }

    private double hellingerSquare() {
        double sum = 0;
        for (int k = 0; k < u.length; k++) {
            double roots = Math.sqrt(u[k] * totalV.high) + Math.sqrt(v[k] * totalU.high);
            if (weights[k] > 0 && roots != 0) {
                double part = difference(k) / roots;
                sum += weights[k] * (part * part);
            }
        }
        return isUndefined() ? Double.NaN : sum / product() / 2;
    }

    private double coefficient() {
        double sum = 0;
        for (int k = 0; k < u.length; k++) {
            sum += weights[k] > 0 ? weights[k] * (Math.sqrt(u[k]) * Math.sqrt(v[k])) : 0;
        }
        return sum / Math.sqrt(product());
    }

    private boolean isUndefined() {
        return totalU.high == 0 || totalV.high == 0;
    }

    private double product() {
        return totalU.high * totalV.high;
    }

    /// `u V - v U` of a column.
    private double difference(int k) {
        double taken = v[k] * totalU.high;
        double lost = Math.fma(v[k], totalU.high, -taken);
        return Math.fma(u[k], totalV.high, -taken) - lost + (u[k] * totalV.low - v[k] * totalU.low);
    }

    /// `(1 + x) ln(1 + x) + (1 - x) ln(1 - x)` for x from -1 to 1.
    private static double divergence(double x) {
        double square = x * x;
        if (square < SMALL) {
            double sum = 0;
            for (int k = TERMS; k >= 1; k--) {
                sum = square * (sum + 1.0 / (k * (2 * k - 1)));
            }
            return sum;
        }
        double y = Math.min(1, Math.abs(x));
        double rest = y == 1 ? 0 : (1 - y) * Math.log1p(-y);
        return Double.isNaN(x) ? Double.NaN : (1 + y) * Math.log1p(y) + rest;
    }

    private static Total total(double[] row, double[] weights) {
        double high = 0;
        double low = 0;
        for (int k = 0; k < row.length; k++) {
            double term = weights[k] * row[k];
            double sum = high + term;
            double back = sum - high;
            low += (high - (sum - back)) + (term - back) + Math.fma(weights[k], row[k], -term);
            high = sum;
        }
        double sum = high + low;
        return new Total(sum, low - (sum - high));
    }

    /// The rows of a table as distributions: `w u / sum w u`, and a function of each entry.
    static Matrix of(Matrix rows, double[] weights, DoubleUnaryOperator function, Workers workers) {
        double[] shares = new double[rows.values().length];
        int columns = rows.columns();
        workers.inRanges(rows.rows(), Tiles.WIDTH, (from, to) -> {
            for (int i = from; i < to; i++) {
                double[] row = Angle.scaled(Arrays.copyOfRange(rows.values(), i * columns, (i + 1) * columns), weights);
                double total = total(row, weights).high;
                for (int k = 0; k < columns; k++) {
                    shares[i * columns + k] = function.applyAsDouble(weights[k] * row[k] / total);
                }
            }
        });
        return new Matrix(rows.rows(), columns, shares);
    }
}
