package hadamask.cli;

import hadamask.distance.Measure;
import hadamask.distance.Metric;
import hadamask.file.InputException;
import hadamask.matrix.Whitening;
import hadamask.table.Missing;
import hadamask.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// How far the rows of a table lie from each other.
@CommandLine.Command(name = "distances", header = "The distances between the rows of a table.", footer = {"",
    "Metrics, as SciPy defines them: euclidean (l2), sqeuclidean, manhattan (cityblock, l1),",
    "minkowski, chebyshev (linf), mahalanobis, cosine, correlation, canberra, braycurtis,",
    "seuclidean, hamming, jaccard.", "", "Examples:", "  hadamask distances samples/vectors.csv",
    "  hadamask distances -m minkowski --p 3 samples/vectors.csv -o distances.npy",
    "  hadamask distances -m mahalanobis --knn 3 samples/aliens.csv", "",
    "Exit codes: 0 done; 1 an input failed, or the data do not allow it; 2 wrong usage."})
final class DistancesCommand extends PairCommand {
    /// The metrics by their names; some have more than one.
    enum Name {
        EUCLIDEAN, SQEUCLIDEAN, MANHATTAN, MINKOWSKI, CHEBYSHEV, MAHALANOBIS, COSINE, CORRELATION, CANBERRA, BRAYCURTIS,
        SEUCLIDEAN, HAMMING, JACCARD, CITYBLOCK, L1, L2, LINF
    }

    @Option(names = {"-m", "--metric"}, paramLabel = "NAME", order = 1, description = {
        "One of the metrics named below.", "Default: euclidean."})
    private Name name = Name.EUCLIDEAN;

    @Option(names = "--p", paramLabel = "P", order = 2, description = {
        "The order of minkowski: a number > 0, or inf.", "Default: 2."})
    private @Nullable String order;

    @Option(names = "--max-distance", paramLabel = "R", order = 3, description = {
        "Only pairs at most R apart; in the long shape."})
    private @Nullable Double most;

    @ArgGroup(validate = false, heading = CovarianceOptions.HEADING, order = 3)
    private CovarianceOptions covariance = new CovarianceOptions();

    @Override
    void check() {
        covariance.check(this);
        if (name != Name.MAHALANOBIS && !covariance.inputs().isEmpty()) {
            throw usage("--metric", called() + " has no covariance, expected mahalanobis with --cov or --cov-from");
        }
        if (name == Name.MAHALANOBIS && tables.missing() == Missing.PAIRWISE) {
            throw usage("--missing", "pairwise does not go with mahalanobis: whitened rows need all columns");
        }
        if (name == Name.MAHALANOBIS && !pairs.weights(this).isEmpty()) {
            throw usage("--weights", "does not go with mahalanobis: the covariance weighs the columns");
        }
        if (order != null && name != Name.MINKOWSKI) {
            throw usage("--p", "is the order of minkowski, it does not go with " + called());
        }
        if (!(order() > 0)) {
            throw usage("--p", order + " is out of range, expected a number > 0, or inf");
        }
    }

    private String called() {
        return name.name().toLowerCase(Locale.ROOT);
    }

    private double order() {
        if (order == null) {
            return 2;
        }
        return order.strip().toLowerCase(Locale.ROOT).matches("\\+?inf(inity)?")
                ? Double.POSITIVE_INFINITY
                : PairOptions.number(order);
    }

    @Override
    Bound bound() {
        return new Bound("--max-distance", most);
    }

    @Override
    List<String> moreInputs() {
        return new ArrayList<>(covariance.inputs());
    }

    @Override
    Measure measure(Console console, Table table) {
        return switch (name) {
            case EUCLIDEAN, L2 -> new Metric.Euclidean();
            case SQEUCLIDEAN -> new Metric.SquaredEuclidean();
            case MANHATTAN, CITYBLOCK, L1 -> new Metric.Manhattan();
            case CHEBYSHEV, LINF -> new Metric.Chebyshev();
            case MINKOWSKI -> minkowski(console);
            case MAHALANOBIS -> new Metric.Mahalanobis(covariance
                    .spread(this, console, tables, table, result.threads(this)).whitening(Whitening.Method.PCA)::apply);
            case COSINE -> new Metric.Cosine();
            case CORRELATION -> new Metric.Correlation();
            case CANBERRA -> new Metric.Canberra();
            case BRAYCURTIS -> new Metric.BrayCurtis();
            case SEUCLIDEAN -> standardized(table);
            case HAMMING -> new Metric.Hamming();
            case JACCARD -> new Metric.Jaccard();
        };
    }

    private Metric minkowski(Console console) {
        double p = order();
        if (p < 1) {
            console.note("--p: " + p + " is below 1: the triangle inequality does not hold, so this is no metric");
        }
        return Double.isInfinite(p) ? new Metric.Chebyshev() : new Metric.Minkowski(p);
    }

    private static Metric standardized(Table table) {
        Metric.StandardizedEuclidean metric = Metric.StandardizedEuclidean.of(table.values());
        for (int k = 0; k < metric.variances().size(); k++) {
            double variance = metric.variances().get(k);
            if (!(variance > 0 && variance <= Double.MAX_VALUE)) {
                throw new InputException("has the variance " + variance + ", expected one above 0",
                        "leave it out with --columns").at("column " + table.columnTitle(k)).at(table.name());
            }
        }
        return metric;
    }

    @Override
    String valueName() {
        return "distance";
    }

    @Override
    String zeroVectorName() {
        return name == Name.CORRELATION
                ? "constant, which has no correlation"
                : "a zero vector, which has no direction";
    }
}
