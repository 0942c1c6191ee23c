package hadamask.cli.table;

import hadamask.cli.Console;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.cli.table.machines.TableMachines;
import hadamask.distance.Haversine;
import hadamask.distance.Measure;
import hadamask.distance.Metric;
import hadamask.distance.Metrics;
import hadamask.parallel.Workers;
import hadamask.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// How far the rows of a table lie from each other.
public final class DistancesCommand extends PairCommand {
    private final Option<@Nullable Double> most = Option.<@Nullable Double>of(null, "R", DistancesCommand::distance,
            "Only pairs at most R apart; in the long shape.", "--max-distance");
    private final Option<@Nullable Double> radius = Option.<@Nullable Double>of(null, "R", DistancesCommand::radius,
            "The radius of the sphere of haversine (default: 6371.0088, the earth in kilometres).", "--radius");
    private final MetricDetails details = new MetricDetails();

    /// With the Euclidean distance to begin with.
    public DistancesCommand() {
        this(null);
    }

    /// @param machines compare the rows in its place; null: none do
    public DistancesCommand(@Nullable TableMachines machines) {
        super(new MeasureOption(new Metric.Euclidean(), Metrics::distances,
                "A metric, one of the names below; several with commas between are columns of the long shape (default: euclidean)."),
                machines);
    }

    @Override
    protected void declare(CommandSpec command) {
        command.addPositional(parameter).addOption(metric.spec()).addOption(details.order.spec())
                .addOption(radius.spec());
        add(tables.group(), pairs.group(most), details.covariance.group(), result.group());
        command.usageMessage().header("The distances between the rows of a table.").footer("",
                "Metrics, as SciPy defines them where it has them: euclidean (l2), sqeuclidean, manhattan",
                "(cityblock, l1), minkowski, chebyshev (linf), mahalanobis, seuclidean; cosine, correlation,",
                "spearman, angular; canberra, braycurtis, hamming; of numbers from 0: chisquare (chi2), and of",
                "distributions jensenshannon, hellinger, bhattacharyya; of sets, which are rows of 0 and 1: jaccard",
                "(of what is not 0), dice (sorensen), kulczynski (kulczynski2), rogerstanimoto, russellrao,",
                "sokalsneath, yule; nonzero-hamming, which was SciPy's jaccard before 1.15; haversine of latitude",
                "and longitude; gower of numbers and texts; levenshtein and levenshtein-normalized of one column",
                "of texts.", "", "Examples:", "  distances samples/vectors.csv",
                "  distances -m minkowski --p 3 samples/vectors.csv -o distances.npy",
                "  distances -m euclidean,cosine samples/aliens.csv",
                "  distances -m mahalanobis --knn 3 samples/aliens.csv");
    }

    @Override
    void check() {
        details.check(this, metric);
        if (radius.get() != null && metric.word(Haversine.class) == null) {
            throw usage("--radius", "is that of haversine, it does not go with " + metric.words());
        }
    }

    private static Double radius(String word) {
        double radius = PairOptions.number(word);
        if (!(radius > 0 && radius <= Double.MAX_VALUE)) {
            throw OptionValues.unexpected(word, "a radius, a number above 0");
        }
        return radius;
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
        return new ArrayList<>(details.covariance.inputs());
    }

    @Override
    Measure measure(Measure named, Console console, Table table, Workers workers) {
        Double given = radius.get();
        return named instanceof Haversine && given != null
                ? new Haversine(given)
                : details.measure(named, console, tables, table, workers);
    }

    @Override
    String valueName() {
        return "distance";
    }
}
