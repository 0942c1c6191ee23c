package hadamask.cli.table;

import hadamask.cli.Console;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.distance.Measure;
import hadamask.distance.Metric;
import hadamask.file.InputException;
import hadamask.matrix.Whitening;
import hadamask.parallel.Workers;
import hadamask.table.Missing;
import hadamask.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// How far the rows of a table lie from each other.
public final class DistancesCommand extends PairCommand {
    /// The metrics by their names; some have more than one.
    enum Name {
        EUCLIDEAN, SQEUCLIDEAN, MANHATTAN, MINKOWSKI, CHEBYSHEV, MAHALANOBIS, COSINE, CORRELATION, CANBERRA, BRAYCURTIS,
        SEUCLIDEAN, HAMMING, JACCARD, NONZERO_HAMMING, CITYBLOCK, L1, L2, LINF
    }

    private final Option<Name> metric = Option.of(Name.EUCLIDEAN, "NAME",
            word -> OptionValues.oneOf(Name.class, word), "One of the metrics named below (default: euclidean).", "-m",
            "--metric");
    private final Option<@Nullable Double> order = Option.<@Nullable Double>of(null, "P", DistancesCommand::order,
            "The order of minkowski: a number > 0, or inf (default: 2).", "--p");
    private final Option<@Nullable Double> most = Option.<@Nullable Double>of(null, "R", DistancesCommand::distance,
            "Only pairs at most R apart; in the long shape.", "--max-distance");
    private final CovarianceOptions covariance = new CovarianceOptions();

    @Override
    protected void declare(CommandSpec command) {
        command.addPositional(parameter).addOption(metric.spec()).addOption(order.spec()).addArgGroup(tables.group())
                .addArgGroup(pairs.group(most)).addArgGroup(covariance.group()).addArgGroup(result.group());
        command.usageMessage().header("The distances between the rows of a table.").footer("",
                "Metrics, as SciPy defines them: euclidean (l2), sqeuclidean, manhattan (cityblock, l1),",
                "minkowski, chebyshev (linf), mahalanobis, cosine, correlation, canberra, braycurtis,",
                "seuclidean, hamming, jaccard (of what is not 0); and nonzero-hamming, which was SciPy's jaccard",
                "before 1.15.", "", "Examples:", "  distances samples/vectors.csv",
                "  distances -m minkowski --p 3 samples/vectors.csv -o distances.npy",
                "  distances -m mahalanobis --knn 3 samples/aliens.csv");
    }

    @Override
    void check() {
        Name name = metric.get();
        covariance.check(this);
        String given = covariance.given();
        if (name != Name.MAHALANOBIS && given != null) {
            throw usage("--metric", called() + " has no covariance, expected mahalanobis with " + given);
        }
        if (name == Name.MAHALANOBIS && tables.missing() == Missing.PAIRWISE) {
            throw usage("--missing", "pairwise does not go with mahalanobis: whitened rows need all columns");
        }
        if (name == Name.MAHALANOBIS && pairs.isWeighted()) {
            throw usage("--weights", "does not go with mahalanobis: the covariance weighs the columns");
        }
        if (order.get() != null && name != Name.MINKOWSKI) {
            throw usage("--p", "is the order of minkowski, it does not go with " + called());
        }
    }

    private String called() {
        return metric.get().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Double order(String word) {
        double p = PairOptions.number(word);
        if (!(p > 0)) {
            throw OptionValues.unexpected(word, "a number above 0, or inf");
        }
        return p;
    }

    private static Double distance(String word) {
        double distance = PairOptions.number(word);
        if (!(distance >= 0)) {
            throw OptionValues.unexpected(word, "a distance, a number from 0");
        }
        return distance;
    }

    @Override
    Bound bound() {
        return new Bound("--max-distance", most.get());
    }

    @Override
    List<String> moreInputs() {
        return new ArrayList<>(covariance.inputs());
    }

    @Override
    boolean takesSparse() {
        return switch (metric.get()) {
            case EUCLIDEAN, L2, SQEUCLIDEAN, MANHATTAN, CITYBLOCK, L1, COSINE, JACCARD -> true;
            default -> false;
        };
    }

    @Override
    Measure measure(Console console, Table table, Workers workers) {
        return switch (metric.get()) {
            case EUCLIDEAN, L2 -> new Metric.Euclidean();
            case SQEUCLIDEAN -> new Metric.SquaredEuclidean();
            case MANHATTAN, CITYBLOCK, L1 -> new Metric.Manhattan();
            case CHEBYSHEV, LINF -> new Metric.Chebyshev();
            case MINKOWSKI -> minkowski(console);
            case MAHALANOBIS -> mahalanobis(console, table, workers);
            case COSINE -> new Metric.Cosine();
            case CORRELATION -> new Metric.Correlation();
            case CANBERRA -> new Metric.Canberra();
            case BRAYCURTIS -> new Metric.BrayCurtis();
            case SEUCLIDEAN -> standardized(table);
            case HAMMING -> new Metric.Hamming();
            case JACCARD -> new Metric.Jaccard();
            case NONZERO_HAMMING -> new Metric.NonzeroHamming();
        };
    }

    private Metric mahalanobis(Console console, Table table, Workers workers) {
        Whitening whitening = covariance.spread(console, tables, table, workers).forDistances();
        return new Metric.Mahalanobis(rows -> whitening.apply(rows, workers));
    }

    private Metric minkowski(Console console) {
        Double given = order.get();
        double p = given == null ? 2 : given;
        if (p < 1) {
            console.note("--p: " + order.word()
                    + " is below 1: the triangle inequality does not hold, so this is no metric");
        }
        return Double.isInfinite(p) ? new Metric.Chebyshev() : new Metric.Minkowski(p);
    }

    private Metric standardized(Table table) {
        Metric.StandardizedEuclidean scaled = Metric.StandardizedEuclidean.of(table.values());
        for (int k = 0; k < scaled.variances().size(); k++) {
            double variance = scaled.variances().get(k);
            if (!(variance > 0 && variance <= Double.MAX_VALUE)) {
                throw new InputException("has the variance " + variance + ", expected one above 0",
                        tables.without(table.columnPlace(k))).at("column " + table.columnTitle(k)).at(table.name());
            }
        }
        return scaled;
    }

    @Override
    String valueName() {
        return "distance";
    }
}
