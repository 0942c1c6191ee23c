package hadamask.distance;

import hadamask.file.InputException;
import hadamask.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gower's distance of rows with numbers and texts (Gower 1971), in [0, 1]: the weighted mean of the columns' distances, which are
/// `abs(u_i - v_i) / range_i` of numbers, and 0 or 1 for equal and unequal texts.
///
/// Where a value is missing, [PairwiseOptions] with [hadamask.table.Missing#PAIRWISE] takes the mean over the other columns, as Gower
/// has it.
///
/// @param ranges per column the largest difference of its numbers; 0 for a column that is compared for equality: of texts, each
///        of which has a number of its own, or one that does not vary
public record Gower(List<Double> ranges) implements Metric {
    /// @throws IllegalArgumentException if a range is below 0, or not finite
    public Gower {
        ranges = List.copyOf(ranges);
        for (double range : ranges) {
            if (!(range >= 0 && range <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("a range is " + range + ", expected a number from 0");
            }
        }
    }

    /// With the ranges of the columns of a table, or of two together; missing values are left out.
    ///
    /// @param other the rows compared to; null: the same
    /// @param texts which columns have texts
    /// @throws InputException if the range of a column is beyond 1.8e308
    public static Gower of(Matrix rows, @Nullable Matrix other, List<Boolean> texts) {
        List<Double> ranges = new ArrayList<>();
        for (int k = 0; k < rows.columns(); k++) {
            double[] bounds = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
            widen(bounds, rows, k);
            if (other != null) {
                widen(bounds, other, k);
            }
            double range = bounds[1] > bounds[0] && !texts.get(k) ? bounds[1] - bounds[0] : 0;
            if (!(range <= Double.MAX_VALUE)) {
                throw new InputException("has numbers that are too far from each other, expected a range below 1.8e308")
                        .at("column " + (k + 1));
            }
            ranges.add(range);
        }
        return new Gower(ranges);
    }

    private static void widen(double[] bounds, Matrix rows, int column) {
        for (int i = 0; i < rows.rows(); i++) {
            double value = rows.get(i, column);
            bounds[0] = value < bounds[0] ? value : bounds[0];
            bounds[1] = value > bounds[1] ? value : bounds[1];
        }
    }

    @Override
    public MeasureFacts facts() {
        return new MeasureFacts("gower",
                "sum w g / sum w, g = abs(u - v) / range of numbers, [u != v] of texts",
                Axioms.metric(1));
    }

    @Override
    public Domain domain() {
        return Domain.FINITE;
    }

    @Override
    public boolean takesTexts() {
        return true;
    }

    @Override
    public double between(double[] u, double[] v, double[] weights) {
        Norm.requireSameLength(u, v, weights);
        if (ranges.size() != u.length) {
            throw new IllegalArgumentException(ranges.size() + " ranges for " + u.length + " columns");
        }
        double sum = 0;
        double total = 0;
        for (int k = 0; k < u.length; k++) {
            if (weights[k] > 0) {
                sum += weights[k] * term(u[k], v[k], ranges.get(k));
                total += weights[k];
            }
        }
        return total > 0 ? Math.min(1, sum / total) : Double.NaN;
    }

    private static double term(double u, double v, double range) {
        if (u == v || Double.isNaN(u + v)) {
            return u == v ? 0 : Double.NaN;
        }
        return range > 0 ? Math.abs(u - v) / range : 1;
    }

    @Override
    public Comparison comparison(Comparisons rows) {
        return rows.gower(ranges);
    }

    /// `sum w abs(x - t) / range` over columns of numbers, `sum w [x != t]` over the others.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Terms(double[] weights, double[] ranges) implements Kernel {
        @Override
        public void add(double[] x, int at, double[][] tile, int from, int to, double[] sum) {
            for (int k = from; k < Math.min(to, weights.length); k++) {
                if (weights[k] > 0 && ranges[k] > 0) {
                    step(x[at + k], tile[k], weights[k], ranges[k], sum);
                } else if (weights[k] > 0) {
                    stepUnequal(x[at + k], tile[k], weights[k], sum);
                }
            }
        }

        private static void step(double x, double[] t, double weight, double range, double[] sum) {
            for (int j = 0; j < t.length; j++) {
                sum[j] += weight * (Math.abs(x - t[j]) / range);
            }
        }

        private static void stepUnequal(double x, double[] t, double weight, double[] sum) {
            for (int j = 0; j < t.length; j++) {
                sum[j] += x == t[j] ? 0 : weight;
            }
        }
    }
}
