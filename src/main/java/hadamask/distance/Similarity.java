package hadamask.distance;

/// How similar two rows are; larger is more similar.
public enum Similarity implements Measure {
    /// The cosine of the angle between the rows, `sum u_i v_i / (norm(u) norm(v))`, in [-1, 1].
    ///
    /// The lengths of the rows do not matter. Equal rows give exactly 1, opposite rows exactly -1. NaN for a zero vector. With weights, as SciPy:
    /// `sum w_i u_i v_i / sqrt(sum w_i u_i^2 sum w_i v_i^2)`.
    COSINE(-1, 1) {
        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.angle(false);
        }

        @Override
        public double between(double[] u, double[] v, double[] weights) {
            Norm.requireSameLength(u, v, weights);
            return Angle.similarity(Angle.direction(u, weights, false), Angle.direction(v, weights, false));
        }

        @Override
        public boolean isZeroVector(double[] row, double[] weights) {
            return Angle.direction(row, weights, false).norm() == 0;
        }
    },
    /// Pearson's correlation of the rows, in [-1, 1]: the cosine of the rows minus their (weighted) means.
    ///
    /// NaN for a constant row.
    CORRELATION(-1, 1) {
        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.angle(true);
        }

        @Override
        public double between(double[] u, double[] v, double[] weights) {
            Norm.requireSameLength(u, v, weights);
            return Angle.similarity(Angle.direction(u, weights, true), Angle.direction(v, weights, true));
        }

        @Override
        public boolean isZeroVector(double[] row, double[] weights) {
            return Angle.direction(row, weights, true).norm() == 0;
        }
    },
    /// The dot product `sum w_i u_i v_i`, any number.
    DOT(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY) {
        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.dot();
        }

        @Override
        public double between(double[] u, double[] v, double[] weights) {
            Norm.requireSameLength(u, v, weights);
            double sum = 0;
            for (int k = 0; k < u.length; k++) {
                sum += weights[k] == 0 ? 0 : weights[k] * (u[k] * v[k]);
            }
            return u.length == 0 ? Double.NaN : sum;
        }

        @Override
        public double extrapolation(double ratio) {
            return ratio;
        }
    };

    private final double min;
    private final double max;

    Similarity(double min, double max) {
        this.min = min;
        this.max = max;
    }

    @Override
    public Axioms axioms() {
        return Axioms.similarity(min, max);
    }
}
