package hadamask.distance;

/// Distances by the angle between two rows as directions; lengths do not count. NaN for a row without a direction.
@SuppressWarnings("ImmutableEnumChecker") // records of numbers, and lists that cannot be changed
public enum AngleMetric implements Metric {
    /// `1 - cos(u, v)`, in [0, 2]: 0 for rows of the same direction.
    COSINE("cosine", "1 - sum w u v / sqrt(sum w u^2 sum w v^2)", Axioms.semiMetric(2), Angle.Of.NUMBERS),
    /// `1 - r` for Pearson's correlation r of the rows, in [0, 2].
    CORRELATION("correlation", "1 - r, the cosine of rows less their weighted means", Axioms.semiMetric(2),
            Angle.Of.DEVIATIONS),
    /// `1 - rho` for Spearman's rank correlation rho, in [0, 2]: the correlation of the ranks, where equal numbers share the mean of
    /// their ranks (Spearman 1904).
    SPEARMAN("spearman", "1 - rho, the correlation of the ranks within each row", Axioms.semiMetric(2), Angle.Of.RANKS),
    /// The angle as a share of the half turn, in [0, 1], which the cosine is a function of; it keeps the triangle inequality.
    ANGULAR("angular", "arccos(sum w u v / sqrt(sum w u^2 sum w v^2)) / pi", Axioms.metric(1), Angle.Of.NUMBERS) {
        @Override
        public double between(double[] u, double[] v, double[] weights) {
            return Turn.between(u, v, weights) / Math.PI;
        }

        @Override
        public double unlike() {
            return 0.5;
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.angular();
        }
    };

    private final MeasureFacts facts;
    private final Angle.Of of;

    AngleMetric(String name, String formula, Axioms axioms, Angle.Of of) {
        facts = new MeasureFacts(name, formula, axioms);
        this.of = of;
    }

    @Override
    public MeasureFacts facts() {
        return facts;
    }

    @Override
    public double between(double[] u, double[] v, double[] weights) {
        Norm.requireSameLength(u, v, weights);
        return Angle.distance(Angle.direction(u, weights, of), Angle.direction(v, weights, of));
    }

    @Override
    public boolean isZeroVector(double[] row, double[] weights) {
        return Angle.direction(row, weights, of).norm() == 0;
    }

    @Override
    public String zeroVectorFault() {
        return of.zeroVectorFault();
    }

    @Override
    public Comparison comparison(Comparisons rows) {
        return rows.angle(of);
    }
}
