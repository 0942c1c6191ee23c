package hadamask.distance;

import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import java.util.List;

/// Rows as sets of their columns, compared by four counts.
final class SetComparisons {
    private SetComparisons() {
    }

    /// A measure of two sets.
    interface OfCounts {
        /// @param a the weight of the columns that both have
        /// @param b of those that the first alone has
        /// @param c of those that the second alone has
        /// @param d of those that neither has
        double of(double a, double b, double c, double d);
    }

    /// The definition: a row has the columns in which it is not 0.
    static double between(double[] u, double[] v, double[] weights, OfCounts measure) {
        Norm.requireSameLength(u, v, weights);
        double[] counts = new double[4];
        double total = 0;
        for (int k = 0; k < u.length; k++) {
            if (weights[k] > 0) {
                if (Double.isNaN(u[k]) || Double.isNaN(v[k])) {
                    return Double.NaN;
                }
                counts[(u[k] == 0 ? 2 : 0) + (v[k] == 0 ? 1 : 0)] += weights[k];
                total += weights[k];
            }
        }
        return total > 0 ? measure.of(counts[0], counts[1], counts[2], counts[3]) : Double.NaN;
    }

    static Comparison comparison(Measure measure, OfCounts counts, Operands rows, PairwiseOptions options,
            Workers workers) {
        return options.isUnweighted()
                ? counted(measure, counts, rows, options, workers)
                : weighed(measure, counts, rows, options, workers);
    }

    /// All counts are whole numbers, and follow from the sizes of the sets and of what they share.
    private static Comparison counted(Measure measure, OfCounts counts, Operands rows, PairwiseOptions options,
            Workers workers) {
        double[] sizeFrom = BitCounts.sizes(rows.from());
        double[] sizeTo = rows.isOneTable() ? sizeFrom : BitCounts.sizes(rows.to());
        int all = rows.columns();
        return new Comparison(measure, rows, options, workers, List.of(BitCounts.of(rows, workers)),
                (comparison, i, first, width, sums, out, at) -> {
                    double[] shared = sums[0];
                    for (int j = 0; j < width; j++) {
                        double b = sizeFrom[i] - shared[j];
                        double c = sizeTo[first + j] - shared[j];
                        out[at + j] = counts.of(shared[j], b, c, all - shared[j] - b - c);
                    }
                });
    }

    /// Each count is a sum of weights: differences of such sums would lose digits.
    private static Comparison weighed(Measure measure, OfCounts counts, Operands rows, PairwiseOptions options,
            Workers workers) {
        double[] w = options.weights(rows.columns());
        Matrix has = present(rows.from());
        Matrix lacks = absent(has);
        Matrix otherHas = rows.isOneTable() ? has : present(rows.to());
        Matrix otherLacks = rows.isOneTable() ? lacks : absent(otherHas);
        return new Comparison(measure, rows, options, workers,
                List.of(weights(w, has, otherHas, workers), weights(w, has, otherLacks, workers),
                        weights(w, lacks, otherHas, workers), weights(w, lacks, otherLacks, workers)),
                (comparison, i, first, width, sums, out, at) -> {
                    for (int j = 0; j < width; j++) {
                        out[at + j] = counts.of(sums[0][j], sums[1][j], sums[2][j], sums[3][j]);
                    }
                });
    }

    private static KernelSums weights(double[] w, Matrix from, Matrix to, Workers workers) {
        return KernelSums.of(new WeightedKernel.Products(w), new Operands(from, to), workers);
    }

    /// The weight of the columns that differ, divided by that of the columns where a row is not 0.
    static Comparison nonzeroHamming(Measure measure, Operands rows, PairwiseOptions options, Workers workers) {
        double[] w = options.weights(rows.columns());
        Operands present = rows.map(SetComparisons::present);
        double[] weightFrom = rowSums(present.from(), w);
        double[] weightTo = rowSums(present.to(), w);
        return new Comparison(measure, rows, options, workers,
                List.of(KernelSums.of(new WeightedKernel.Unequal(w), rows, workers),
                        KernelSums.of(new WeightedKernel.Products(w), present, workers)),
                (comparison, i, first, width, sums, out, at) -> {
                    for (int j = 0; j < width; j++) {
                        double either = weightFrom[i] + weightTo[first + j] - sums[1][j];
                        out[at + j] = sums[0][j] == 0 ? 0 : Math.min(1, sums[0][j] / either);
                    }
                });
    }

    /// 1 where a number is not 0.
    private static Matrix present(Matrix rows) {
        double[] present = new double[rows.values().length];
        for (int k = 0; k < present.length; k++) {
            present[k] = rows.values()[k] == 0 ? 0 : 1;
        }
        return new Matrix(rows.rows(), rows.columns(), present);
    }

    private static Matrix absent(Matrix present) {
        double[] absent = new double[present.values().length];
        for (int k = 0; k < absent.length; k++) {
            absent[k] = 1 - present.values()[k];
        }
        return new Matrix(present.rows(), present.columns(), absent);
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
