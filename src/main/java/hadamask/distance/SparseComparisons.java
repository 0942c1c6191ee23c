package hadamask.distance;

import hadamask.distance.Angle.Direction;
import hadamask.distance.SparseComparison.Finish;
import hadamask.distance.SparseComparison.Sums;
import hadamask.matrix.SparseMatrix;
import hadamask.parallel.Workers;
import java.util.Arrays;

/// How measures are computed for rows of which only the entries other than 0 are kept. Each value has the bits that
/// [Comparisons] gives the same rows with their zeros: terms are the same, and stand in the same order.
final class SparseComparisons {
    /// Of an entry: its place and number as it was read, as a unit, in the order of the kernel, and in a tile.
    static final int BYTES_PER_ENTRY = 12 + 8 + 12 + 12;

    private final Measure measure;
    private final SparseOperands rows;
    private final PairwiseOptions options;
    private final Workers workers;

    private SparseComparisons(Measure measure, SparseOperands rows, PairwiseOptions options, Workers workers) {
        this.measure = measure;
        this.rows = rows;
        this.options = options;
        this.workers = workers;
    }

    /// Whether a measure is here, for columns without weights.
    static boolean takes(Measure measure) {
        return measure instanceof Metric.Euclidean || measure instanceof Metric.SquaredEuclidean
                || measure instanceof Metric.Manhattan || measure == AngleMetric.COSINE
                || measure == SetMetric.JACCARD || measure == Similarity.COSINE || measure == Similarity.DOT;
    }

    static TileValues of(Measure measure, SparseOperands rows, PairwiseOptions options, Workers workers) {
        if (!takes(measure) || !options.isUnweighted()) {
            throw new IllegalArgumentException(measure + " with these options needs rows with their zeros");
        }
        return new SparseComparisons(measure, rows, options, workers).comparison();
    }

    private TileValues comparison() {
        if (measure instanceof Metric.Euclidean) {
            return of(squares(), (all, i, j, sum) -> sum >= Epilogues.TINY && sum <= Double.MAX_VALUE
                    ? Math.sqrt(sum)
                    : all.careful(i, j));
        }
        if (measure instanceof Metric.SquaredEuclidean) {
            return of(squares(), (all, i, j, sum) -> sum >= Epilogues.TINY && sum <= Double.MAX_VALUE
                    ? sum
                    : all.careful(i, j));
        }
        if (measure instanceof Metric.Manhattan) {
            return of(absolutes(), SparseComparisons::orCareful);
        }
        if (measure == SetMetric.JACCARD) {
            return jaccard();
        }
        if (measure == Similarity.DOT) {
            return of(products(rows.from().values(), rows.to().values()), SparseComparisons::orCareful);
        }
        return angles();
    }

    private static double orCareful(SparseComparison all, int i, int j, double sum) {
        return sum <= Double.MAX_VALUE ? sum + 0.0 : all.careful(i, j); // of a product that vanishes, 0 and not -0
    }

    private SparseComparison of(Sums sums, Finish finish) {
        return new SparseComparison(measure, rows, options, sums, finish);
    }

    private Sums squares() {
        SparseRows from = SparseRows.of(rows.from(), rows.from().values());
        SparseTiles to = tiles(from, rows.to().values());
        return (i, first, width, sum) -> to.addSquares(from, i, first / Tiles.WIDTH, width, sum);
    }

    private Sums absolutes() {
        SparseRows from = SparseRows.of(rows.from(), rows.from().values());
        SparseTiles to = tiles(from, rows.to().values());
        return (i, first, width, sum) -> to.addAbsolutes(from, i, first / Tiles.WIDTH, width, sum);
    }

    private Sums products(double[] fromValues, double[] toValues) {
        SparseRows from = SparseRows.of(rows.from(), fromValues);
        SparseTiles to = tiles(from, toValues);
        return (i, first, width, sum) -> to.addProducts(from, i, first / Tiles.WIDTH, sum);
    }

    private SparseTiles tiles(SparseRows from, double[] toValues) {
        return new SparseTiles(rows.isOneTable() ? from : SparseRows.of(rows.to(), toValues), workers);
    }

    private TileValues jaccard() {
        SparseMatrix a = rows.from();
        SparseMatrix b = rows.to();
        double[] ones = new double[Math.max(a.entries(), b.entries())];
        Arrays.fill(ones, 1);
        return of(products(ones, ones), (all, i, j, shared) -> {
            double both = (double) (a.start(i + 1) - a.start(i)) + (b.start(j + 1) - b.start(j));
            return (both - 2 * shared) / Math.max(both - shared, Double.MIN_VALUE);
        });
    }

    private TileValues angles() {
        double[] normsFrom = new double[rows.from().rows()];
        double[] from = directions(rows.from(), normsFrom);
        double[] normsTo = rows.isOneTable() ? normsFrom : new double[rows.to().rows()];
        double[] to = rows.isOneTable() ? from : directions(rows.to(), normsTo);
        if (measure == Similarity.COSINE) {
            return of(products(from, to), (all, i, j, sum) -> {
                double cosine = sum / (normsFrom[i] * normsTo[j]);
                if (Math.abs(cosine) <= Angle.NEARLY_PARALLEL) {
                    return cosine;
                }
                SparseOperands.Union pair = rows.union(i, j, from, to);
                return Angle.similarity(cosine, new Direction(pair.u(), normsFrom[i]),
                        new Direction(pair.v(), normsTo[j]));
            });
        }
        divide(rows.from(), from, normsFrom);
        if (!rows.isOneTable()) {
            divide(rows.to(), to, normsTo);
        }
        return of(products(from, to), (all, i, j, cosine) -> {
            if (Math.abs(cosine) <= Angle.NEARLY_PARALLEL) {
                return 1 - cosine;
            }
            double half = chord(rows.union(i, j, from, to), Math.signum(cosine));
            return cosine < 0 ? 2 - half : half;
        });
    }

    /// The entries of all rows as directions.
    ///
    /// @param norms of the rows, which become known
    private static double[] directions(SparseMatrix table, double[] norms) {
        double[] entries = new double[table.entries()];
        for (int i = 0; i < norms.length; i++) {
            double[] row = Arrays.copyOfRange(table.values(), table.start(i), table.start(i + 1));
            Direction direction = Angle.direction(row, Norm.ones(row.length), Angle.Of.NUMBERS);
            System.arraycopy(direction.entries(), 0, entries, table.start(i), row.length);
            norms[i] = direction.norm();
        }
        return entries;
    }

    private static void divide(SparseMatrix table, double[] entries, double[] norms) {
        for (int i = 0; i < norms.length; i++) {
            for (int k = table.start(i); k < table.start(i + 1); k++) {
                entries[k] /= norms[i];
            }
        }
    }

    private static double chord(SparseOperands.Union pair, double sign) {
        double sum = 0;
        for (int k = 0; k < pair.u().length; k++) {
            double difference = pair.u()[k] - sign * pair.v()[k];
            sum += difference * difference;
        }
        return sum / 2;
    }
}
