package hadamask.distance;

import hadamask.distance.Comparison.RunningSum;
import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import java.util.List;

/// Rows as sets of their nonzero columns, compared by what they share.
final class SetComparisons {
    private SetComparisons() {
    }

    /// Jaccard's distance.
    static Comparison jaccard(Operands rows, PairwiseOptions options, Workers workers) {
        Metric.Jaccard measure = new Metric.Jaccard();
        return options.isUnweighted()
                ? counted(measure, rows, options, workers)
                : shares(measure, rows, rows.map(SetComparisons::present), options, workers);
    }

    /// The same, but columns also differ where both numbers are nonzero and unequal.
    static Comparison nonzeroHamming(Operands rows, PairwiseOptions options, Workers workers) {
        return shares(new Metric.NonzeroHamming(), rows, rows, options, workers);
    }

    /// The size of an intersection is a dot product, and all counts are whole numbers.
    private static Comparison counted(Measure measure, Operands rows, PairwiseOptions options, Workers workers) {
        double[] w = options.weights(rows.columns());
        Operands present = rows.map(SetComparisons::present);
        double[] sizeFrom = rowSums(present.from(), w);
        double[] sizeTo = rowSums(present.to(), w);
        return new Comparison(measure, rows, options, workers,
                List.of(RunningSum.of(new Kernel.Products(), present, workers)),
                (comparison, i, first, width, sums, out, at) -> {
                    double[] shared = sums[0];
                    for (int j = 0; j < width; j++) {
                        double both = sizeFrom[i] + sizeTo[first + j];
                        // Two empty sets: 0 / MIN_VALUE is 0.
                        out[at + j] = (both - 2 * shared[j]) / Math.max(both - shared[j], Double.MIN_VALUE);
                    }
                }, null);
    }

    /// The weight of the columns that differ, divided by that of the columns where a row is not 0.
    ///
    /// @param compared the numbers that are tested for equality
    private static Comparison shares(Measure measure, Operands rows, Operands compared, PairwiseOptions options,
            Workers workers) {
        double[] w = options.weights(rows.columns());
        Operands present = rows.map(SetComparisons::present);
        double[] weightFrom = rowSums(present.from(), w);
        double[] weightTo = rowSums(present.to(), w);
        return new Comparison(measure, rows, options, workers,
                List.of(RunningSum.of(new WeightedKernel.Unequal(w), compared, workers),
                        RunningSum.of(new WeightedKernel.Products(w), present, workers)),
                (comparison, i, first, width, sums, out, at) -> {
                    for (int j = 0; j < width; j++) {
                        double either = weightFrom[i] + weightTo[first + j] - sums[1][j];
                        out[at + j] = sums[0][j] == 0 ? 0 : Math.min(1, sums[0][j] / either);
                    }
                }, null);
    }

    /// 1 where a number is not 0.
    private static Matrix present(Matrix rows) {
        double[] present = new double[rows.values().length];
        for (int k = 0; k < present.length; k++) {
            present[k] = rows.values()[k] == 0 ? 0 : 1;
        }
        return new Matrix(rows.rows(), rows.columns(), present);
    }

    private static double[] rowSums(Matrix rows, double[] w) {
        double[] sums = new double[rows.rows()];
        for (int i = 0; i < sums.length; i++) {
            for (int k = 0; k < w.length; k++) {
                sums[i] += w[k] * rows.get(i, k);
            }
        }
        return sums;
    }
}
