package hadamask.distance;

import hadamask.matrix.Matrix;
import hadamask.matrix.Units;
import java.util.List;
import java.util.function.UnaryOperator;

/// A distance between two rows u and v; smaller is nearer.
///
/// The definitions are SciPy's (`scipy.spatial.distance`) where it has them, with weights w_i per column, 1 if none are given. Each
/// metric says its range and whether it keeps the triangle inequality in [#axioms()]. All are symmetric.
///
/// Norms of the difference stand here, other families in files of their own.
public sealed interface Metric extends Measure
        permits Metric.Euclidean, Metric.SquaredEuclidean, Metric.Manhattan, Metric.Chebyshev, Metric.Minkowski,
        Metric.Mahalanobis, Metric.StandardizedEuclidean, AngleMetric, RatioMetric, SetMetric, DistributionMetric,
        Haversine, Gower, Levenshtein {
    /// `sqrt(sum w_i (u_i - v_i)^2)`.
    record Euclidean() implements Metric {
        @Override
        public MeasureFacts facts() {
            return new MeasureFacts(List.of("euclidean", "l2"), "sqrt(sum w (u - v)^2)",
                    Axioms.metric(Double.POSITIVE_INFINITY));
        }

        @Override
        public double between(double[] u, double[] v, double[] weights) {
            return Norm.minkowski(u, v, weights, 2);
        }

        @Override
        public double extrapolation(double ratio) {
            return Math.sqrt(ratio);
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.euclidean();
        }
    }

    /// `sum w_i (u_i - v_i)^2`; no triangle inequality.
    record SquaredEuclidean() implements Metric {
        @Override
        public MeasureFacts facts() {
            return new MeasureFacts("sqeuclidean", "sum w (u - v)^2",
                    Axioms.semiMetric(Double.POSITIVE_INFINITY));
        }

        @Override
        public double between(double[] u, double[] v, double[] weights) {
            double root = Norm.minkowski(u, v, weights, 2);
            return root * root;
        }

        @Override
        public double extrapolation(double ratio) {
            return ratio;
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.squaredEuclidean();
        }
    }

    /// `sum w_i abs(u_i - v_i)`: L1, city block, taxicab.
    record Manhattan() implements Metric {
        @Override
        public MeasureFacts facts() {
            return new MeasureFacts(List.of("manhattan", "cityblock", "l1"), "sum w abs(u - v)",
                    Axioms.metric(Double.POSITIVE_INFINITY));
        }

        @Override
        public double between(double[] u, double[] v, double[] weights) {
            return Norm.minkowski(u, v, weights, 1);
        }

        @Override
        public double extrapolation(double ratio) {
            return ratio;
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.manhattan();
        }
    }

    /// `max abs(u_i - v_i)` over the columns with w_i > 0.
    record Chebyshev() implements Metric {
        @Override
        public MeasureFacts facts() {
            return new MeasureFacts(List.of("chebyshev", "linf"), "max abs(u - v)",
                    Axioms.metric(Double.POSITIVE_INFINITY));
        }

        @Override
        public double between(double[] u, double[] v, double[] weights) {
            return Norm.maximum(u, v, weights);
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.chebyshev();
        }
    }

    /// `(sum w_i abs(u_i - v_i)^p)^(1/p)`; for p < 1 no triangle inequality.
    ///
    /// @param p the order, finite and > 0; the limit at infinity is [Chebyshev]
    record Minkowski(double p) implements Metric {
        public Minkowski {
            if (!(p > 0) || Double.isInfinite(p)) {
                throw new IllegalArgumentException("p is " + p + ", expected a finite number > 0");
            }
        }

        @Override
        public MeasureFacts facts() {
            return new MeasureFacts("minkowski", "(sum w abs(u - v)^p)^(1/p)",
                    p < 1 ? Axioms.semiMetric(Double.POSITIVE_INFINITY) : Axioms.metric(Double.POSITIVE_INFINITY));
        }

        @Override
        public double between(double[] u, double[] v, double[] weights) {
            return Norm.minkowski(u, v, weights, p);
        }

        @Override
        public double extrapolation(double ratio) {
            return Math.pow(ratio, 1 / p);
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.minkowski(p);
        }
    }

    /// `sqrt((u - v) S^-1 (u - v)^T)` for a covariance S: the Euclidean distance of the whitened rows. It has no weights
    /// and cannot leave out columns.
    ///
    /// @param whitening maps rows to rows whose covariance is the identity; each row independently of the others
    record Mahalanobis(UnaryOperator<Matrix> whitening) implements Metric {
        @Override
        public MeasureFacts facts() {
            return new MeasureFacts("mahalanobis", "sqrt((u - v) S^-1 (u - v)^T)",
                    Axioms.metric(Double.POSITIVE_INFINITY));
        }

        @Override
        public boolean hasColumnWeights() {
            return false;
        }

        @Override
        public double between(double[] u, double[] v, double[] weights) {
            Norm.requireSameLength(u, v, weights);
            for (double weight : weights) {
                if (weight != 1) {
                    throw new IllegalArgumentException("the Mahalanobis distance has no weights");
                }
            }
            double[] a = whitening.apply(new Matrix(1, u.length, u)).values();
            double[] b = whitening.apply(new Matrix(1, v.length, v)).values();
            return Norm.minkowski(a, b, Norm.ones(a.length), 2);
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.mahalanobis(this);
        }
    }

    /// `sqrt(sum w_i (u_i - v_i)^2 / V_i)`, V_i the variance of column i.
    ///
    /// @param variances a variance per column in its unit, > 0
    /// @param units of the columns: rows are divided by them first, so that no square overflows or vanishes
    record StandardizedEuclidean(List<Double> variances, Units units) implements Metric {
        public StandardizedEuclidean {
            variances = List.copyOf(variances);
        }

        /// @param variances a variance per column, > 0
        public StandardizedEuclidean(List<Double> variances) {
            this(variances, Units.ones());
        }

        /// The variances of the columns of a table, divided by n - 1; missing values are left out.
        public static StandardizedEuclidean of(Matrix rows) {
            Units units = Units.of(rows);
            return new StandardizedEuclidean(Norm.variances(units.divide(rows)), units);
        }

        /// The same for rows that have been divided by the units.
        StandardizedEuclidean inUnits() {
            return new StandardizedEuclidean(variances);
        }

        @Override
        public MeasureFacts facts() {
            return new MeasureFacts("seuclidean", "sqrt(sum w (u - v)^2 / V)",
                    Axioms.metric(Double.POSITIVE_INFINITY));
        }

        @Override
        public double between(double[] u, double[] v, double[] weights) {
            Norm.requireSameLength(u, v, weights);
            double[] a = units.divide(new Matrix(1, u.length, u)).values();
            double[] b = units.divide(new Matrix(1, v.length, v)).values();
            return Norm.minkowski(a, b, Norm.divided(weights, variances), 2);
        }

        @Override
        public double extrapolation(double ratio) {
            return Math.sqrt(ratio);
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.standardizedEuclidean(this);
        }
    }
}
