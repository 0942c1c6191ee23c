package hadamask.distance;

import java.util.List;

/// Distances that are sums of ratios, ratios of sums, or the share of the columns that differ.
@SuppressWarnings("ImmutableEnumChecker") // records of numbers, and lists that cannot be changed
public enum RatioMetric implements Metric {
    /// `sum w_i abs(u_i - v_i) / (abs(u_i) + abs(v_i))`, where 0 / 0 counts 0; at most the sum of the weights.
    CANBERRA(List.of("canberra"), "sum w abs(u - v) / (abs(u) + abs(v))", Axioms.metric(Double.POSITIVE_INFINITY)) {
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
    },
    /// `sum w_i abs(u_i - v_i) / sum w_i abs(u_i + v_i)`, in [0, 1] where all numbers have the same sign; 0 for equal rows.
    BRAY_CURTIS(List.of("braycurtis"), "sum w abs(u - v) / sum w abs(u + v)",
            Axioms.semiMetric(Double.POSITIVE_INFINITY)) {
        @Override
        public double between(double[] u, double[] v, double[] weights) {
            return RatioDistances.brayCurtis(u, v, weights);
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.brayCurtis();
        }
    },
    /// `sum w_i (u_i - v_i)^2 / (u_i + v_i)` of numbers from 0, where 0 / 0 counts 0: the distance of histograms by chi-square, of which
    /// the root keeps the triangle inequality (Puzicha, Hofmann and Buhmann 1997). It is minus the additive chi-square kernel of
    /// scikit-learn.
    CHI_SQUARE(List.of("chisquare", "chi2"), "sum w (u - v)^2 / (u + v)",
            Axioms.semiMetric(Double.POSITIVE_INFINITY)) {
        @Override
        public Domain domain() {
            return Domain.NOT_NEGATIVE;
        }

        @Override
        public double between(double[] u, double[] v, double[] weights) {
            return RatioDistances.chiSquare(u, v, weights);
        }

        @Override
        public double extrapolation(double ratio) {
            return ratio;
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.chiSquare();
        }
    },
    /// The proportion (by weight) of the columns in which the rows differ, in [0, 1].
    HAMMING(List.of("hamming"), "sum w [u != v] / sum w", Axioms.metric(1)) {
        @Override
        public double between(double[] u, double[] v, double[] weights) {
            return RatioDistances.hamming(u, v, weights);
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.hamming();
        }
    },
    /// Of the columns where at least one row is nonzero, the proportion where the rows differ, in [0, 1]; two rows of zeros
    /// have distance 0. SciPy's `jaccard` before 1.15.
    NONZERO_HAMMING(List.of("nonzero-hamming"), "sum w [u != v] / sum w [u != 0 or v != 0]", Axioms.metric(1)) {
        @Override
        public double between(double[] u, double[] v, double[] weights) {
            return RatioDistances.nonzeroHamming(u, v, weights);
        }

        @Override
        public Comparison comparison(Comparisons rows) {
            return rows.nonzeroHamming();
        }
    };

    private final MeasureFacts facts;

    RatioMetric(List<String> names, String formula, Axioms axioms) {
        facts = new MeasureFacts(names, formula, axioms);
    }

    @Override
    public MeasureFacts facts() {
        return facts;
    }
}
