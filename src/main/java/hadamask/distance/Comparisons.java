package hadamask.distance;

import hadamask.distance.Comparison.Epilogue;
import hadamask.distance.Comparison.RunningSum;
import hadamask.file.InputException;
import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import hadamask.table.Missing;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The one place that says how each measure is computed for many rows: which [Kernel] runs over which numbers, and which
/// [Epilogue] turns its sums into values. A measure picks its own in [Measure#comparison(Comparisons)].
final class Comparisons {
    private final Measure measure;
    private final Operands rows;
    private final PairwiseOptions options;
    private final Workers workers;
    private final double[] weights;
    private final boolean plain;
    private final UnaryOperator<Matrix> map;

    /// @param map makes the rows that are compared from those of the table, each independently of the others
    private Comparisons(Measure measure, Operands rows, UnaryOperator<Matrix> map, PairwiseOptions options,
            Workers workers) {
        this.measure = measure;
        this.rows = rows.map(map);
        this.map = map;
        this.options = options;
        this.workers = workers;
        weights = options.weights(this.rows.columns());
        plain = options.isUnweighted();
    }

    static Comparison of(Measure measure, Operands rows, PairwiseOptions options, Workers workers) {
        return measure.comparison(new Comparisons(measure, rows, UnaryOperator.identity(), options, workers));
    }

    private Comparison of(Measure other, UnaryOperator<Matrix> change) {
        return other.comparison(new Comparisons(other, rows, change, options, workers));
    }

    Comparison euclidean() {
        return bounded(squares(), Epilogues.root(2), 2);
    }

    Comparison squaredEuclidean() {
        return bounded(squares(), Epilogues.square(), 1);
    }

    /// @throws InputException if a variance is not above 0
    Comparison standardizedEuclidean(Metric.StandardizedEuclidean metric) {
        requireVariances(metric.variances());
        if (!metric.units().areOnes()) {
            return of(metric.inUnits(), metric.units()::divide);
        }
        double[] divided = Norm.divided(weights, metric.variances());
        Kernel kernel = new WeightedKernel.Squares(divided);
        return of(kernel, Epilogues.root(2), BoxBound.power(kernel, divided, 2, 1));
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
        return of(new Metric.Euclidean(), metric.whitening());
    }

    Comparison manhattan() {
        return bounded(absolutes(), Epilogues.root(1), 1);
    }

    Comparison chebyshev() {
        return bounded(plain ? new Kernel.Maxima() : new WeightedKernel.Maxima(weights), Epilogues.root(1), 1);
    }

    Comparison minkowski(double p) {
        return p < SmallOrders.LIMIT
                ? of((x, at, tile, from, to, sum) -> {}, Epilogues.definition())
                : bounded(powers(p), Epilogues.root(p), p);
    }

    Comparison canberra() {
        return bounded(new WeightedKernel.Canberra(weights), Epilogues.root(1), 1);
    }

    Comparison hamming() {
        Kernel kernel = new WeightedKernel.Unequal(weights);
        return of(kernel, Epilogues.quotient(total()), BoxBound.power(kernel, weights, 1, total()));
    }

    Comparison brayCurtis() {
        return new Comparison(measure, rows, options, workers,
                List.of(RunningSum.of(absolutes(), rows, workers),
                        RunningSum.of(absolutes(), rows.with(rows.from(), negated(rows.to())), workers)),
                Epilogues.ratio(), null);
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
        return of(kernel, epilogue, null);
    }

    /// @param p the value is the p-th root of the sum
    private Comparison bounded(Kernel kernel, Epilogue epilogue, double p) {
        return of(kernel, epilogue, BoxBound.power(kernel, weights, p, 1));
    }

    private Comparison of(Kernel kernel, Epilogue epilogue, @Nullable BoxBound bound) {
        return new Comparison(measure, rows, options, workers, List.of(RunningSum.of(kernel, rows, workers)), epilogue,
                bound == null ? null : bound.after(map));
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
