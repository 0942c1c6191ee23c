package hadamask.matrix;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// What the covariance of the rows that lie closest is multiplied by, to be that of normal data.
final class McdFactors {
    private McdFactors() {
    }

    /// The factor for many rows: `a / F(q)`, where q is the a-quantile of chi-square with d degrees of freedom, and F the distribution
    /// function with d + 2 (Croux and Haesbroeck 1999).
    ///
    /// @param share a, the share of the rows that were taken
    static double consistency(int columns, double share) {
        if (share >= 1) {
            return 1;
        }
        double quantile = ChiSquaredDistribution.of(columns).inverseCumulativeProbability(share);
        return share / ChiSquaredDistribution.of(columns + 2.0).cumulativeProbability(quantile);
    }

    /// The factor for few rows, before the reweighting: the mean of simulations, interpolated (Pison, Van Aelst and Willems 2002).
    ///
    /// @param share of the rows that are taken, from 0.5 on
    static double fewRows(int columns, int rows, double share) {
        return interpolated(share, switch (columns) {
            case 1 -> loss(0.262024211897096, 0.604756680630497, rows);
            case 2 -> loss(0.673292623522027, 0.691365864961895, rows);
            default -> loss(columns, rows, -1.42764571687802, 1.26263336932151, -1.06141115981725, 1.28907991440387);
        }, switch (columns) {
            case 1 -> loss(-0.351584646688712, 1.01646567502486, rows);
            case 2 -> loss(0.446537815635445, 1.06690782995919, rows);
            default -> loss(columns, rows, -0.455179464070565, 1.11192541278794, -0.294241208320834, 1.09649329149811);
        });
    }

    /// The same of the reweighted covariance.
    ///
    /// @param share of the rows that were taken before it
    static double fewRowsReweighted(int columns, int rows, double share) {
        return interpolated(share, switch (columns) {
            case 1 -> loss(1.11098143415027, 1.5182890270453, rows);
            case 2 -> loss(3.11101712909049, 1.91401056721863, rows);
            default -> loss(columns, rows, -1.02842572724793, 1.67659883081926, -0.26800273450853, 1.35968562893582);
        }, switch (columns) {
            case 1 -> loss(-0.66046776772861, 0.88939595831888, rows);
            case 2 -> loss(0.79473550581058, 1.10081930350091, rows);
            default -> loss(columns, rows, -0.544482443573914, 1.25994483222292, -0.343791072183285, 1.25159004257133);
        });
    }

    /// `1 - exp(a) / n^b`.
    private static double loss(double a, double b, int rows) {
        return 1 - Math.exp(a) / Math.pow(rows, b);
    }

    /// The same for three columns and more: a and b are such that at 2 d^2 and at 3 d^2 rows the loss is `c / d^e`.
    private static double loss(int columns, int rows, double c2, double e2, double c3, double e3) {
        double d = columns;
        double at2 = Math.log(-c2 / Math.pow(d, e2));
        double at3 = Math.log(-c3 / Math.pow(d, e3));
        double log2 = Math.log(2 * d * d);
        double log3 = Math.log(3 * d * d);
        double b = (at2 - at3) / (log3 - log2);
        return loss(at2 + b * log2, b, rows);
    }

    /// Between the loss at a share of one half, at 7/8, and none at 1.
    private static double interpolated(double share, double half, double most) {
        double part = share <= 0.875
                ? half + (most - half) * (share - 0.5) / 0.375
                : most + (1 - most) * (share - 0.875) / 0.125;
        return 1 / part;
    }
}
