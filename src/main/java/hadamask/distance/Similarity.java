package hadamask.distance;

/// How alike two rows u and v are; larger is more alike. With weights w_i per column, 1 if none are given.
///
/// [SetSimilarity] and [Complement] are further ones.
@SuppressWarnings("ImmutableEnumChecker") // records of numbers, and lists that cannot be changed
public enum Similarity implements Measure {
    /// The cosine of the angle between the rows, in [-1, 1]; exactly 1 for equal rows and -1 for opposite ones. NaN for a zero vector.
    COSINE("cosine", "sum w u v / sqrt(sum w u^2 sum w v^2)", -1, 1) {
        @Override
        Angle.Of of() {
            return Angle.Of.NUMBERS;
        }
    },
    /// Pearson's correlation of the rows: the cosine of the rows minus their means, in [-1, 1]. NaN for a constant row.
    CORRELATION("correlation", "r, the cosine of rows less their weighted means", -1, 1) {
        @Override
        Angle.Of of() {
            return Angle.Of.DEVIATIONS;
        }
    },
    /// Spearman's rank correlation of the rows, in [-1, 1]. NaN for a constant row.
    SPEARMAN("spearman", "rho, the correlation of the ranks within each row", -1, 1) {
        @Override
        Angle.Of of() {
            return Angle.Of.RANKS;
        }
    },
    /// The dot product `sum w_i u_i v_i`, any number.
    DOT("dot", "sum w u v", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY) {
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

        @Override
        public boolean isZeroVector(double[] row, double[] weights) {
            return false;
        }
    },
    /// Bhattacharyya's coefficient `sum sqrt(p q)` of rows as distributions, in [0, 1]: see [DistributionMetric].
    BHATTACHARYYA("bhattacharyya", "sum w sqrt(p q)", 0, 1) {
        @Override
        public Domain domain() {
            return Domain.NOT_NEGATIVE;
        }

        @Override
        public double between(double[] u, double[] v, double[] weights) {
            return Distributions.coefficient(u, v, weights);
        }

        @Override
        public boolean isZeroVector(double[] row, double[] weights) {
            return Distributions.isEmpty(row, weights);
        }

        @Override
        public String zeroVectorFault() {
            return Distributions.EMPTY;
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.bhattacharyyaCoefficient();
        }
    },
    /// Kulczynski's first coefficient `a / (b + c)` of rows as sets (see [SetMetric]), from 0; infinite for equal rows that are not
    /// empty. SciPy's `kulczynski1`.
    KULCZYNSKI1("kulczynski1", "a / (b + c)", 0, Double.POSITIVE_INFINITY) {
        @Override
        public Domain domain() {
            return Domain.ZERO_OR_ONE;
        }

        @Override
        public double between(double[] u, double[] v, double[] weights) {
            return SetComparisons.between(u, v, weights, Similarity::kulczynski1);
        }

        @Override
        public boolean isZeroVector(double[] row, double[] weights) {
            return false;
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.sets(Similarity::kulczynski1);
        }
    };

    private final MeasureFacts facts;

    Similarity(String name, String formula, double min, double max) {
        facts = new MeasureFacts(name, formula, Axioms.similarity(min, max));
    }

    private static double kulczynski1(double a, double b, double c, double d) {
        return a == 0 ? 0 : a / (b + c);
    }

    /// What the angle is between; of those that are angles.
    Angle.Of of() {
        throw new IllegalStateException(this + " is no angle");
    }

    @Override
    public MeasureFacts facts() {
        return facts;
    }

    @Override
    public double between(double[] u, double[] v, double[] weights) {
        Norm.requireSameLength(u, v, weights);
        return Angle.similarity(Angle.direction(u, weights, of()), Angle.direction(v, weights, of()));
    }

    @Override
    public boolean isZeroVector(double[] row, double[] weights) {
        return Angle.direction(row, weights, of()).norm() == 0;
    }

    @Override
    public String zeroVectorFault() {
        return of().zeroVectorFault();
    }

    @Override
    public Comparison comparison(Comparisons rows) {
        return rows.angle(of());
    }
}
