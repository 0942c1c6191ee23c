package hadamask.distance;

import java.util.List;

/// Distances of rows as sets of their columns, by four counts: a the (weight of the) columns that both rows have, b and c those that
/// one alone has, d those that neither has; n = a + b + c + d. What is divided by nothing is 0.
///
/// [SetSimilarity] is 1 minus each of them. Source of the names: Sokal and Sneath, Principles of Numerical Taxonomy (1963); Gower
/// and Legendre (1986) say which keep the triangle inequality. Where SciPy has them, they are its own.
@SuppressWarnings("ImmutableEnumChecker") // records of numbers, and lists that cannot be changed
public enum SetMetric implements Metric {
    /// `(b + c) / (a + b + c)`; a row has the columns in which it is not 0, as in SciPy since 1.15.
    JACCARD(List.of("jaccard"), "(b + c) / (a + b + c)", "a / (a + b + c)", Axioms.metric(1)) {
        @Override
        public Domain domain() {
            return Domain.ANY;
        }

        @Override
        double apart(double a, double b, double c, double d) {
            return b + c;
        }

        @Override
        double of(double a, double b, double c, double d) {
            return a + (b + c);
        }
    },
    /// `(b + c) / (2 a + b + c)`: 1 minus the coefficient of Dice (1945) and Sørensen (1948).
    DICE(List.of("dice", "sorensen"), "(b + c) / (2 a + b + c)", "2 a / (2 a + b + c)", Axioms.semiMetric(1)) {
        @Override
        double apart(double a, double b, double c, double d) {
            return b + c;
        }

        @Override
        double of(double a, double b, double c, double d) {
            return 2 * a + (b + c);
        }
    },
    /// `1 - (a / (a + b) + a / (a + c)) / 2`: 1 minus the second coefficient of Kulczynski (1927), the mean of what each row shares;
    /// 1 where one row alone is empty. (SciPy's `kulczynski1`, the first one, is [Similarity#KULCZYNSKI1].)
    KULCZYNSKI(List.of("kulczynski", "kulczynski2"), "1 - (a / (a + b) + a / (a + c)) / 2", "(a / (a + b) + a / (a + c)) / 2", Axioms.semiMetric(1)) {
        @Override
        double apart(double a, double b, double c, double d) {
            return a == 0 ? b + c : b * (a + c) + c * (a + b);
        }

        @Override
        double of(double a, double b, double c, double d) {
            return a == 0 ? b + c : 2 * ((a + b) * (a + c));
        }
    },
    /// `2 (b + c) / (a + d + 2 (b + c))` (Rogers and Tanimoto 1960).
    ROGERS_TANIMOTO(List.of("rogerstanimoto"), "2 (b + c) / (a + d + 2 (b + c))", "(a + d) / (a + d + 2 (b + c))", Axioms.metric(1)) {
        @Override
        double apart(double a, double b, double c, double d) {
            return 2 * (b + c);
        }

        @Override
        double of(double a, double b, double c, double d) {
            return (a + d) + 2 * (b + c);
        }
    },
    /// `(b + c + d) / n` (Russell and Rao 1940); a row is at 0 from itself only where it has all columns.
    RUSSELL_RAO(List.of("russellrao"), "(b + c + d) / n", "a / n", Axioms.dissimilarity(1)) {
        @Override
        double apart(double a, double b, double c, double d) {
            return (b + c) + d;
        }

        @Override
        double of(double a, double b, double c, double d) {
            return a + ((b + c) + d);
        }
    },
    /// `2 (b + c) / (a + 2 (b + c))` (Sokal and Sneath 1963).
    SOKAL_SNEATH(List.of("sokalsneath"), "2 (b + c) / (a + 2 (b + c))", "a / (a + 2 (b + c))", Axioms.metric(1)) {
        @Override
        double apart(double a, double b, double c, double d) {
            return 2 * (b + c);
        }

        @Override
        double of(double a, double b, double c, double d) {
            return a + 2 * (b + c);
        }
    },
    /// `2 b c / (a d + b c)`: 1 minus Yule's Q (1912), in [0, 2].
    YULE(List.of("yule"), "2 b c / (a d + b c)", "(a d - b c) / (a d + b c)", Axioms.semiMetric(2)) {
        @Override
        double apart(double a, double b, double c, double d) {
            return 2 * (b * c);
        }

        @Override
        double of(double a, double b, double c, double d) {
            return a * d + b * c;
        }
    };

    private final MeasureFacts facts;
    private final String alike;

    SetMetric(List<String> names, String formula, String alike, Axioms axioms) {
        facts = new MeasureFacts(names, formula, axioms);
        this.alike = alike;
    }

    /// How much sets the rows apart; swapping b and c changes no bit.
    abstract double apart(double a, double b, double c, double d);

    /// What that is a share of.
    abstract double of(double a, double b, double c, double d);

    /// The distance by the counts.
    final double distance(double a, double b, double c, double d) {
        double apart = apart(a, b, c, d);
        return apart == 0 ? 0 : apart / of(a, b, c, d);
    }

    /// 1 minus the distance, without the digits that a difference would lose.
    final double similarity(double a, double b, double c, double d) {
        double of = of(a, b, c, d);
        return of == 0 ? 1 : (of - apart(a, b, c, d)) / of;
    }

    @Override
    public MeasureFacts facts() {
        return facts;
    }

    /// The formula of 1 minus the distance.
    final String similarityFormula() {
        return alike;
    }

    @Override
    public Domain domain() {
        return Domain.ZERO_OR_ONE;
    }

    @Override
    public double between(double[] u, double[] v, double[] weights) {
        return SetComparisons.between(u, v, weights, this::distance);
    }

    @Override
    public Comparison comparison(Comparisons rows) {
        return rows.sets(this::distance);
    }
}
