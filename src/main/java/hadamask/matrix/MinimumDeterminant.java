package hadamask.matrix;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.parallel.Workers;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// The mean and the covariance of the rows that lie together (minimum covariance determinant, Rousseeuw 1984), which rows far from
/// them do not move: up to nearly half of the rows may be anywhere.
///
/// Of h rows those are found whose covariance has the smallest determinant ([McdSearch]). Their covariance is multiplied by a factor for
/// normal data ("consistency", Croux and Haesbroeck 1999) and one for few rows (Pison, Van Aelst and Willems 2002). Then every row
/// nearer than the 97.5 % quantile of chi-square counts ("reweighting"), and mean and covariance are those of all of these, with
/// both factors again.
///
/// @param centre the mean
/// @param factor of the covariance
/// @param support h, how many rows have the smallest determinant
/// @param counted how many rows count in the end
/// @param logDeterminant of the covariance of the h rows, with the divisor h - 1 and without factors
public record MinimumDeterminant(Centre centre, Factor factor, int support, int counted, double logDeterminant) {
    private static final double USUAL = 0.975;

    /// How many rows are taken for the smallest breakdown: `(n + d + 1) / 2`.
    public static int leastSupport(int rows, int columns) {
        return (rows + columns + 1) / 2;
    }

    /// Finds them.
    ///
    /// @param data complete rows
    /// @param share of the rows that are taken at least, from 0 to 1; 0 for the fewest
    /// @param title how messages call a column
    /// @param name the name of a column
    /// @param workers share the work; the result does not depend on their number
    /// @throws InputException if the rows are too few, or so many of them lie on a plane that the determinant is 0
    public static MinimumDeterminant of(Matrix data, double share, IntFunction<String> title, IntFunction<String> name,
            Workers workers) {
        int n = data.rows();
        int d = data.columns();
        if (n < 2 * d || n < 3) {
            throw new InputException("has " + n + (n == 1 ? " row" : " rows") + ", expected at least "
                    + Math.max(3, 2 * d) + " for the minimum determinant of " + d + (d == 1 ? " column" : " columns"),
                    Remedy.of(Remedy.Kind.OTHER_COVARIANCE));
        }
        int h = Math.min(n, Math.max(leastSupport(n, d), (int) Math.ceil(share * n - 1e-9)));
        Matrix even = RobustScale.even(data, title);
        int[] closest = McdSearch.rows(even, h, workers);
        Matrix chosen = rows(data, closest);
        Centre centre = Centre.of(chosen);
        Factor raw = Factor.ofData(chosen, centre, Divisor.SAMPLE, title, workers);
        try {
            raw.requireFullRank(name);
        } catch (InputException e) {
            throw new InputException(h + " of " + n + " rows are not enough for the minimum determinant: of them "
                    + e.problem(), Remedy.of(Remedy.Kind.OTHER_COVARIANCE));
        }
        double factor = McdFactors.consistency(d, (double) h / n) * McdFactors.fewRows(d, n, (double) h / n);
        double[] distances = Whitening.forDistances(centre, raw.times(factor)).distances(data, workers);
        double limit = ChiSquaredDistribution.of(d).inverseCumulativeProbability(USUAL);
        int[] usual = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (distances[i] * distances[i] <= limit) {
                usual[count++] = i;
            }
        }
        Matrix counted = rows(data, Arrays.copyOf(usual, count));
        Centre mean = Centre.of(counted);
        double last = McdFactors.consistency(d, (double) count / n)
                * McdFactors.fewRowsReweighted(d, n, (double) h / n);
        return new MinimumDeterminant(mean,
                Factor.ofData(counted, mean, Divisor.SAMPLE, title, workers).times(last), h, count,
                logDeterminant(raw.root()));
    }

    private static double logDeterminant(Matrix triangle) {
        double sum = 0;
        for (int j = 0; j < triangle.columns(); j++) {
            sum += 2 * Math.log(triangle.get(j, j));
        }
        return sum;
    }

    private static Matrix rows(Matrix data, int[] chosen) {
        int d = data.columns();
        double[] values = new double[chosen.length * d];
        for (int k = 0; k < chosen.length; k++) {
            System.arraycopy(data.values(), chosen[k] * d, values, k * d, d);
        }
        return new Matrix(chosen.length, d, values);
    }
}
