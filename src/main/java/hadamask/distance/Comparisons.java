package hadamask.distance;

import hadamask.distance.Comparison.Epilogue;
import hadamask.distance.Comparison.RunningSum;
import hadamask.file.InputException;
import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import hadamask.table.Missing;
import java.util.List;

/// The one place that says how each measure is computed for many rows: which [Kernel] runs over which numbers, and which
/// [Epilogue] turns its sums into values. A measure picks its own in [Measure#comparison(Comparisons)].
final class Comparisons {
    private final Measure measure;
    private final Operands rows;
    private final PairwiseOptions options;
    private final Workers workers;
    private final double[] weights;
    private final boolean plain;

    private Comparisons(Measure measure, Operands rows, PairwiseOptions options, Workers workers) {
        this.measure = measure;
        this.rows = rows;
        this.options = options;
        this.workers = workers;
        weights = options.weights(rows.columns());
        plain = options.isUnweighted();
    }

    static Comparison of(Measure measure, Operands rows, PairwiseOptions options, Workers workers) {
        return measure.comparison(new Comparisons(measure, rows, options, workers));
    }

    Comparison euclidean() {
        return of(squares(), Epilogues.root(2));
    }

    Comparison squaredEuclidean() {
        return of(squares(), Epilogues.square());
    }

    /// @throws InputException if a variance is not above 0
    Comparison standardizedEuclidean(Metric.StandardizedEuclidean metric) {
        requireVariances(metric.variances());
        if (!metric.units().areOnes()) {
            return of(metric.inUnits(), rows.map(metric.units()::divide), options, workers);
        }
        return of(new WeightedKernel.Squares(Norm.divided(weights, metric.variances())), Epilogues.root(2));
    }

    private void requireVariances(List<Double> variances) {
        if (variances.size() != rows.columns()) {
            throw new IllegalArgumentException(variances.size() + " variances for " + rows.columns() + " columns");
        }
        for (int k = 0; k < variances.size(); k++) {
            double variance = variances.get(k);
            if (!(variance > 0 && variance <= Double.MAX_VALUE)) {
                throw new InputException("has the variance " + variance + ", expected one above 0")
                        .at("column " + (k + 1));
            }
        }
    }

    /// The Euclidean distance of whitened rows.
    Comparison mahalanobis(Metric.Mahalanobis metric) {
        if (!plain) {
            throw new IllegalArgumentException("the Mahalanobis distance has no weights");
        }
        if (options.missing() == Missing.PAIRWISE) {
            throw new IllegalArgumentException("the Mahalanobis distance needs all columns of a row");
        }
        return of(new Metric.Euclidean(), rows.map(metric.whitening()), options, workers);
    }

    Comparison manhattan() {
        return of(absolutes(), Epilogues.root(1));
    }

    Comparison chebyshev() {
        return of(plain ? new Kernel.Maxima() : new WeightedKernel.Maxima(weights), Epilogues.root(1));
    }

    Comparison minkowski(double p) {
        return p < SmallOrders.LIMIT
                ? of((x, at, tile, from, to, sum) -> {}, Epilogues.definition())
                : of(powers(p), Epilogues.root(p));
    }

    Comparison canberra() {
        return of(new WeightedKernel.Canberra(weights), Epilogues.root(1));
    }

    Comparison hamming() {
        return of(new WeightedKernel.Unequal(weights), Epilogues.quotient(total()));
    }

    Comparison brayCurtis() {
        return new Comparison(measure, rows, options, workers,
                List.of(RunningSum.of(absolutes(), rows, workers),
                        RunningSum.of(absolutes(), new Operands(rows.from(), negated(rows.to())), workers)),
                Epilogues.ratio());
    }

    Comparison jaccard() {
        return SetComparisons.jaccard(rows, options, workers);
    }

    Comparison nonzeroHamming() {
        return SetComparisons.nonzeroHamming(rows, options, workers);
    }

    /// @param centred whether the mean of each row is subtracted
    Comparison angle(boolean centred) {
        return AngleComparisons.comparison(measure, rows, options, workers, centred);
    }

    Comparison dot() {
        return of(plain ? new Kernel.Products() : new WeightedKernel.Products(weights), Epilogues.root(1));
    }

    private Comparison of(Kernel kernel, Epilogue epilogue) {
        return new Comparison(measure, rows, options, workers, List.of(RunningSum.of(kernel, rows, workers)), epilogue);
    }

    private Kernel squares() {
        return plain ? new Kernel.Squares() : new WeightedKernel.Squares(weights);
    }

    private Kernel absolutes() {
        return plain ? new Kernel.Absolutes() : new WeightedKernel.Absolutes(weights);
    }

    private Kernel powers(double p) {
        if (p == 1) {
            return absolutes();
        }
        if (p == 2) {
            return squares();
        }
        if (p == 3 && plain) {
            return new Kernel.Cubes();
        }
        return 2 * p == Math.rint(2 * p) && p <= 64
                ? new HalfPowers(weights, (int) (2 * p))
                : new WeightedKernel.Powers(weights, p);
    }

    private static Matrix negated(Matrix rows) {
        double[] negated = new double[rows.values().length];
        for (int k = 0; k < negated.length; k++) {
            negated[k] = -rows.values()[k];
        }
        return new Matrix(rows.rows(), rows.columns(), negated);
    }

    private double total() {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }
}
