package hadamask.distance;

import hadamask.parallel.Workers;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Rows as distributions, compared by sums over their shares; near ones by the definition, as shares are rounded.
///
/// A sum of squared differences of roots is off by some 2e-16 / root(sum): above the bounds here values keep 14 digits.
final class DistributionComparisons {
    /// A square of the distance from which the sums are exact enough.
    private static final double FAR = 0.01;

    private final Measure measure;
    private final Operands rows;
    private final PairwiseOptions options;
    private final Workers workers;

    DistributionComparisons(Measure measure, Operands rows, PairwiseOptions options, Workers workers) {
        this.measure = measure;
        this.rows = rows;
        this.options = options;
        this.workers = workers;
    }

    Comparison jensenShannon() {
        // In units of about the mean share logarithms are small, and so is what is lost when they are subtracted.
        double unit = Math.scalb(1.0, -Math.getExponent(Math.max(1, rows.columns())));
        Operands shares = shares(share -> share / unit).map(JensenShannonTerms::withLogarithms);
        return new Comparison(measure, rows, options, workers,
                List.of(KernelSums.of(new JensenShannonTerms(), shares, workers)),
                (comparison, i, first, width, sums, out, at) -> {
                    for (int j = 0; j < width; j++) {
                        double square = sums[0][j] * unit / 2;
                        out[at + j] = square >= FAR
                                ? Math.min(Distributions.MOST_DIVERGENT, Math.sqrt(square))
                                : comparison.careful(i, first + j);
                    }
                });
    }

    Comparison hellinger() {
        Operands roots = shares(Math::sqrt);
        return new Comparison(measure, rows, options, workers,
                List.of(KernelSums.of(new Kernel.Squares(), roots, workers)),
                (comparison, i, first, width, sums, out, at) -> {
                    for (int j = 0; j < width; j++) {
                        double square = sums[0][j] / 2;
                        out[at + j] = square >= FAR ? Math.min(1, Math.sqrt(square)) : comparison.careful(i, first + j);
                    }
                });
    }

    Comparison bhattacharyya() {
        Operands roots = shares(Math::sqrt);
        return new Comparison(measure, rows, options, workers,
                List.of(KernelSums.of(new Kernel.Squares(), roots, workers),
                        KernelSums.of(new Kernel.Products(), roots, workers)),
                (comparison, i, first, width, sums, out, at) -> {
                    for (int j = 0; j < width; j++) {
                        double square = sums[0][j] / 2;
                        out[at + j] = square < FAR
                                ? comparison.careful(i, first + j)
                                : square <= 0.5 ? -Math.log1p(-square) : -Math.log(sums[1][j]);
                    }
                });
    }

    /// The sum of products is the value.
    Comparison coefficient() {
        Operands roots = shares(Math::sqrt);
        return new Comparison(measure, rows, options, workers,
                List.of(KernelSums.of(new Kernel.Products(), roots, workers)),
                (comparison, i, first, width, sums, out, at) -> {
                    for (int j = 0; j < width; j++) {
                        out[at + j] = sums[0][j] <= 1 - FAR ? sums[0][j] : comparison.careful(i, first + j);
                    }
                });
    }

    private Operands shares(DoubleUnaryOperator function) {
        double[] weights = options.weights(rows.columns());
        return rows.map(matrix -> Distributions.of(matrix, weights, function, workers));
    }
}
