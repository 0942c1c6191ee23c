package hadamask.matrix;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// The chi-square distribution: of squared distances of normal data to their centre.
public final class ChiSquare {
    private ChiSquare() {
    }

    /// The probability that a value is larger, in [0, 1]: `Q(freedom / 2, x / 2)`, the regularised upper incomplete gamma
    /// function. NaN for NaN; 1 at 0; accurate far out, where `1 - P` is 0. Without degrees of freedom all values are 0.
    ///
    /// @param x at least 0
    /// @param freedom degrees of freedom, at least 0
    public static double tail(double x, int freedom) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        return freedom == 0 ? x > 0 ? 0 : 1 : ChiSquaredDistribution.of(freedom).survivalProbability(x);
    }

    /// The value that a share of the distribution exceeds: the inverse of [#tail]. 0 without degrees of freedom.
    ///
    /// @param p in (0, 1]
    public static double quantile(double p, int freedom) {
        return freedom == 0 ? 0 : ChiSquaredDistribution.of(freedom).inverseSurvivalProbability(p);
    }
}
