package hadamask.distance;

import hadamask.matrix.Matrix;
import hadamask.matrix.Units;
import java.util.List;
import java.util.function.UnaryOperator;

/// A distance between two rows u and v; smaller is nearer.
///
/// The definitions are SciPy's (`scipy.spatial.distance`), with weights w_i per column, 1 if none are given. Each metric
/// says its range and whether it keeps the triangle inequality in [#axioms()]. All are symmetric.
public sealed interface Metric extends Measure {
    /// `sqrt(sum w_i (u_i - v_i)^2)`.
    record Euclidean() implements Metric {
        @Override
        public Axioms axioms() {
            return Axioms.metric(Double.POSITIVE_INFINITY);
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
        public Axioms axioms() {
            return Axioms.semiMetric(Double.POSITIVE_INFINITY);
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
        public Axioms axioms() {
            return Axioms.metric(Double.POSITIVE_INFINITY);
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
        public Axioms axioms() {
            return Axioms.metric(Double.POSITIVE_INFINITY);
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
        public Axioms axioms() {
            return p < 1 ? Axioms.semiMetric(Double.POSITIVE_INFINITY) : Axioms.metric(Double.POSITIVE_INFINITY);
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
        public Axioms axioms() {
            return Axioms.metric(Double.POSITIVE_INFINITY);
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

    /// `1 - cos(u, v)`, in [0, 2]: 0 for rows of the same direction. NaN for a zero vector.
    record Cosine() implements Metric {
        @Override
        public Axioms axioms() {
            return Axioms.semiMetric(2);
        }

        @Override
        public double between(double[] u, double[] v, double[] weights) {
            Norm.requireSameLength(u, v, weights);
            return Angle.distance(Angle.direction(u, weights, false), Angle.direction(v, weights, false));
        }

        @Override
        public boolean isZeroVector(double[] row, double[] weights) {
            return Angle.direction(row, weights, false).norm() == 0;
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.angle(false);
        }
    }

    /// `1 - r` for Pearson's correlation r of the rows, in [0, 2]. NaN for a constant row.
    record Correlation() implements Metric {
        @Override
        public Axioms axioms() {
            return Axioms.semiMetric(2);
        }

        @Override
        public double between(double[] u, double[] v, double[] weights) {
            Norm.requireSameLength(u, v, weights);
            return Angle.distance(Angle.direction(u, weights, true), Angle.direction(v, weights, true));
        }

        @Override
        public boolean isZeroVector(double[] row, double[] weights) {
            return Angle.direction(row, weights, true).norm() == 0;
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.angle(true);
        }
    }

    /// `sum w_i abs(u_i - v_i) / (abs(u_i) + abs(v_i))`, where 0 / 0 counts 0; at most the sum of the weights.
    record Canberra() implements Metric {
        @Override
        public Axioms axioms() {
            return Axioms.metric(Double.POSITIVE_INFINITY);
        }

        @Override
        public double between(double[] u, double[] v, double[] weights) {
            return RatioDistances.canberra(u, v, weights);
        }

        @Override
        public double extrapolation(double ratio) {
            return ratio;
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.canberra();
        }
    }

    /// `sum w_i abs(u_i - v_i) / sum w_i abs(u_i + v_i)`, in [0, 1] where all numbers have the same sign; 0 for equal rows.
    record BrayCurtis() implements Metric {
        @Override
        public Axioms axioms() {
            return Axioms.semiMetric(Double.POSITIVE_INFINITY);
        }

        @Override
        public double between(double[] u, double[] v, double[] weights) {
            return RatioDistances.brayCurtis(u, v, weights);
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.brayCurtis();
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
        public Axioms axioms() {
            return Axioms.metric(Double.POSITIVE_INFINITY);
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

    /// The proportion (by weight) of the columns in which the rows differ, in [0, 1].
    record Hamming() implements Metric {
        @Override
        public Axioms axioms() {
            return Axioms.metric(1);
        }

        @Override
        public double between(double[] u, double[] v, double[] weights) {
            return RatioDistances.hamming(u, v, weights);
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.hamming();
        }
    }

    /// Of the columns where at least one row is nonzero, the proportion where only one is, in [0, 1]: rows are sets of columns,
    /// as in SciPy since 1.15. Two rows of zeros have distance 0.
    record Jaccard() implements Metric {
        @Override
        public Axioms axioms() {
            return Axioms.metric(1);
        }

        @Override
        public double between(double[] u, double[] v, double[] weights) {
            return RatioDistances.jaccard(u, v, weights);
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.jaccard();
        }
    }

    /// Of the columns where at least one row is nonzero, the proportion where the rows differ, in [0, 1]; two rows of zeros
    /// have distance 0. SciPy's `jaccard` before 1.15.
    record NonzeroHamming() implements Metric {
        @Override
        public Axioms axioms() {
            return Axioms.metric(1);
        }

        @Override
        public double between(double[] u, double[] v, double[] weights) {
            return RatioDistances.nonzeroHamming(u, v, weights);
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.nonzeroHamming();
        }
    }
}
