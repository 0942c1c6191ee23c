package hadamask.distance;

import java.util.List;

/// Distances of rows as distributions: each row of numbers from 0 is divided by its sum, `p = u / sum w u`, `q = v / sum w v`.
///
/// A weight counts a column so many times. NaN for a row of zeros.
@SuppressWarnings("ImmutableEnumChecker") // records of numbers, and lists that cannot be changed
public enum DistributionMetric implements Metric {
    /// `sqrt((sum p ln(p / m) + sum q ln(q / m)) / 2)` with `m = (p + q) / 2`, in [0, sqrt(ln 2)]: the root of the Jensen-Shannon
    /// divergence in nats, as in SciPy (Endres and Schindelin 2003).
    JENSEN_SHANNON(List.of("jensenshannon"), "sqrt(sum w (p ln(p / m) + q ln(q / m)) / 2), m = (p + q) / 2",
            Axioms.metric(Distributions.MOST_DIVERGENT)) {
        @Override
        public double between(double[] u, double[] v, double[] weights) {
            return Distributions.jensenShannon(u, v, weights);
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.jensenShannon();
        }
    },
    /// `sqrt(sum (sqrt(p) - sqrt(q))^2 / 2)`, in [0, 1] (Hellinger 1909).
    HELLINGER(List.of("hellinger"), "sqrt(sum w (sqrt(p) - sqrt(q))^2 / 2)", Axioms.metric(1)) {
        @Override
        public double between(double[] u, double[] v, double[] weights) {
            return Distributions.hellinger(u, v, weights);
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.hellinger();
        }
    },
    /// `-ln(sum sqrt(p q))` (Bhattacharyya 1943); infinite for rows that share no column.
    BHATTACHARYYA(List.of("bhattacharyya"), "-ln(sum w sqrt(p q))", Axioms.semiMetric(Double.POSITIVE_INFINITY)) {
        @Override
        public double between(double[] u, double[] v, double[] weights) {
            return Distributions.bhattacharyya(u, v, weights);
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.bhattacharyya();
        }
    };

    private final MeasureFacts facts;

    DistributionMetric(List<String> names, String formula, Axioms axioms) {
        facts = new MeasureFacts(names, formula, axioms);
    }

    @Override
    public MeasureFacts facts() {
        return facts;
    }

    @Override
    public Domain domain() {
        return Domain.NOT_NEGATIVE;
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
    public double unlike() {
        return facts.axioms().max();
    }
}
