package hadamask.distance;

import hadamask.distance.Comparison.Epilogue;
import hadamask.file.InputException;
import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import hadamask.table.Missing;
import java.util.List;
import java.util.function.UnaryOperator;

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

    /// @throws IllegalArgumentException if the measure does not allow the options
    /// @throws InputException if it is not defined for the rows
    static void requireFit(Measure measure, Operands rows, PairwiseOptions options) {
        if (!options.isUnweighted() && !measure.hasColumnWeights()) {
            throw new IllegalArgumentException(measure.names().getFirst() + " has no weights");
        }
        if (options.missing() == Missing.PAIRWISE && !measure.hasColumnWeights()) {
            throw new IllegalArgumentException(measure.names().getFirst() + " needs all columns of a row");
        }
        requireDomain(measure, rows.from(), rows.isOneTable() ? "" : "first table");
        if (!rows.isOneTable()) {
            requireDomain(measure, rows.to(), "second table");
        }
    }

    static Comparison of(Measure measure, Operands rows, PairwiseOptions options, Workers workers) {
        return of(measure, rows, UnaryOperator.identity(), options, workers);
    }

    private static Comparison of(Measure measure, Operands rows, UnaryOperator<Matrix> map, PairwiseOptions options,
            Workers workers) {
        requireFit(measure, rows, options);
        return measure.comparison(new Comparisons(measure, rows, map, options, workers));
    }

    private static void requireDomain(Measure measure, Matrix rows, String place) {
        try {
            measure.domain().require(rows, measure.names().getFirst(), i -> "row " + (i + 1),
                    k -> String.valueOf(k + 1));
        } catch (InputException e) {
            throw place.isEmpty() ? e : e.at(place);
        }
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
            return of(metric.inUnits(), rows, metric.units()::divide, options, workers);
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
        return of(new Metric.Euclidean(), rows, metric.whitening(), options, workers);
    }

    Comparison manhattan() {
        return bounded(absolutes(), Epilogues.root(1), 1);
    }

    Comparison chebyshev() {
        if (!plain) {
            return bounded(new WeightedKernel.Maxima(weights), Epilogues.root(1), 1);
        }
        BoxBound bound = BoxBound.power(new Kernel.Maxima(), weights, 1, 1);
        return of(CoarseMaxima.of(rows, workers), Epilogues.maximum()).bounded(bound.after(map));
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
                List.of(KernelSums.of(absolutes(), rows, workers),
                        KernelSums.of(absolutes(), rows.with(rows.from(), negated(rows.to())), workers)),
                Epilogues.ratio());
    }

    Comparison chiSquare() {
        return of(new WeightedKernel.ChiSquare(weights), Epilogues.root(1));
    }

    Comparison nonzeroHamming() {
        return SetComparisons.nonzeroHamming(measure, rows, options, workers);
    }

    /// @param counts the measure as a function of what both, one or none of two rows have
    Comparison sets(SetComparisons.OfCounts counts) {
        return SetComparisons.comparison(measure, counts, rows, options, workers);
    }

    /// @param of what the angle is between
    Comparison angle(Angle.Of of) {
        return AngleComparisons.comparison(measure, rows, options, workers, of);
    }

    Comparison angular() {
        return AngleComparisons.angular(measure, rows, options, workers);
    }

    Comparison jensenShannon() {
        return distributions().jensenShannon();
    }

    Comparison hellinger() {
        return distributions().hellinger();
    }

    Comparison bhattacharyya() {
        return distributions().bhattacharyya();
    }

    Comparison bhattacharyyaCoefficient() {
        return distributions().coefficient();
    }

    private DistributionComparisons distributions() {
        return new DistributionComparisons(measure, rows, options, workers);
    }

    /// 1 minus each value of a metric.
    Comparison complement(Metric metric) {
        return of(metric, rows, options, workers).complement();
    }

    Comparison gower(List<Double> ranges) {
        if (ranges.size() != rows.columns()) {
            throw new IllegalArgumentException(ranges.size() + " ranges for " + rows.columns() + " columns");
        }
        double[] perColumn = ranges.stream().mapToDouble(Double::doubleValue).toArray();
        return of(new Gower.Terms(weights, perColumn), Epilogues.share(total()));
    }

    /// Great circles: sines and cosines of what has been formed in degrees.
    Comparison haversine(double radius) {
        if (rows.columns() != 2) {
            throw new IllegalArgumentException(rows.columns() + " columns, expected a latitude and a longitude");
        }
        double[] cosineFrom = cosines(rows.from());
        double[] cosineTo = rows.isOneTable() ? cosineFrom : cosines(rows.to());
        double[] a = rows.from().values();
        double[] b = rows.to().values();
        return new Comparison(measure, rows, options, workers, List.of(),
                (comparison, i, first, width, sums, out, at) -> {
                    for (int j = 0; j < width; j++) {
                        int place = 2 * (first + j);
                        out[at + j] = radius * Sphere.angle(a[2 * i], a[2 * i + 1], cosineFrom[i], b[place],
                                b[place + 1], cosineTo[first + j]);
                    }
                });
    }

    private static double[] cosines(Matrix places) {
        double[] cosines = new double[places.rows()];
        for (int i = 0; i < cosines.length; i++) {
            cosines[i] = Sphere.cosine(places.get(i, 0));
        }
        return cosines;
    }

    /// The pattern of a row is made once for all rows of a tile.
    Comparison levenshtein(Levenshtein metric) {
        if (rows.columns() != 1) {
            throw new IllegalArgumentException(rows.columns() + " columns, expected one of texts");
        }
        int[][] texts = new int[metric.texts().size()][];
        for (int place = 0; place < texts.length; place++) {
            texts[place] = metric.letters(place);
        }
        double[] from = rows.from().values();
        double[] to = rows.to().values();
        return new Comparison(measure, rows, options, workers, List.of(),
                (comparison, i, first, width, sums, out, at) -> {
                    TextPattern pattern = new TextPattern(texts[(int) from[i]]); // NaN becomes 0, and is set right later
                    for (int j = 0; j < width; j++) {
                        out[at + j] = metric.between(pattern, texts[(int) to[first + j]]);
                    }
                });
    }

    Comparison dot() {
        return of(plain ? new Kernel.Products() : new WeightedKernel.Products(weights), Epilogues.root(1));
    }

    private Comparison of(Kernel kernel, Epilogue epilogue) {
        return of(KernelSums.of(kernel, rows, workers), epilogue);
    }

    private Comparison of(Comparison.RunningSum sum, Epilogue epilogue) {
        return new Comparison(measure, rows, options, workers, List.of(sum), epilogue);
    }

    /// @param p the value is the p-th root of the sum
    private Comparison bounded(Kernel kernel, Epilogue epilogue, double p) {
        return of(kernel, epilogue, BoxBound.power(kernel, weights, p, 1));
    }

    private Comparison of(Kernel kernel, Epilogue epilogue, BoxBound bound) {
        return of(kernel, epilogue).bounded(bound.after(map));
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
