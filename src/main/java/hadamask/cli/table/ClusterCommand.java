package hadamask.cli.table;

import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.ResultOptions;
import hadamask.cli.option.AutoNumber;
import hadamask.cli.table.ClusterFiles.Caption;
import hadamask.cli.table.ClusterOptions.Method;
import hadamask.cli.table.MeasureOption.Named;
import hadamask.cluster.Agglomeration;
import hadamask.cluster.DensityClustering;
import hadamask.cluster.EuclideanRows;
import hadamask.cluster.KMeansClustering;
import hadamask.cluster.Means;
import hadamask.cluster.MergeTree;
import hadamask.cluster.Partition;
import hadamask.cluster.Silhouettes;
import hadamask.cluster.SquareDistances;
import hadamask.distance.Measure;
import hadamask.distance.Metric;
import hadamask.distance.Metrics;
import hadamask.distance.Pairwise;
import hadamask.distance.PairwiseOptions;
import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import hadamask.table.Missing;
import hadamask.table.Table;
import hadamask.table.write.RowColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Which rows of a table belong together.
public final class ClusterCommand extends Command {
    /// The most clusters that `auto` looks at.
    private static final int MOST_CLUSTERS = 20;

    private final PositionalParamSpec parameter = TableOptions.file();
    private final ClusterOptions options = new ClusterOptions();
    private final ClusterFiles files = new ClusterFiles();
    private final TableOptions tables = new TableOptions();
    private final RowOptions rows = new RowOptions();
    private final MetricDetails details = new MetricDetails();
    private final MeasureOption metric = new MeasureOption(new Metric.Euclidean(), Metrics::distances,
            "A metric, one of those of the command distances (default: euclidean).");
    private final RowComparison comparison = new RowComparison(this, tables, rows, metric);
    private final ResultOptions result = new ResultOptions();

    @Override
    protected void declare(CommandSpec command) {
        command.addPositional(parameter).addOption(metric.spec()).addOption(details.order.spec())
                .addArgGroup(options.group()).addArgGroup(files.group()).addArgGroup(tables.group())
                .addArgGroup(rows.group()).addArgGroup(details.covariance.group()).addArgGroup(result.group());
        command.usageMessage().header("The clusters of the rows of a table.").footer("",
                "A line per row: its label (or its number, from 1) and its cluster, from 1 in the order of the rows",
                "(0: in none, of dbscan alone); of kmeans also its distance from the mean, of dbscan whether it lies",
                "dense.", "",
                "Examples:",
                "  cluster samples/vectors.csv",
                "  cluster -k 3 --linkage ward samples/aliens.csv --plot dendrogram.png -o clusters.csv",
                "  cluster --newick tree.nwk --merges merges.npy samples/vectors.csv -o none",
                "  cluster --method kmeans -k 3 --means means.csv samples/aliens.csv",
                "  cluster --method dbscan --radius 1.5 -m manhattan samples/aliens.csv",
                "  distances -m cosine samples/vectors.csv | cluster --distances -k 2");
    }

    @Override
    protected boolean couldBeOutput(String word) {
        return ResultOptions.couldBeOutput(word);
    }

    @Override
    protected int run(Console console) {
        String file = TableOptions.named(parameter);
        tables.check(this);
        List<String> inputs = new ArrayList<>(details.covariance.inputs());
        inputs.add(file);
        if (inputs.stream().filter("-"::equals).count() > 1) {
            throw usage("-", "standard input can be read once");
        }
        options.check(this);
        result.check(this, inputs);
        files.check(this, result, inputs, options.method.get() == Method.HIERARCHICAL);
        checkMetric();
        result.byWorkers(console, workers -> {
            switch (options.method.get()) {
                case HIERARCHICAL -> tree(console, read(console, file, workers), workers);
                case KMEANS -> means(console, file, workers);
                case DBSCAN -> density(console, read(console, file, workers), workers);
            }
        });
        return ExitStatus.OK;
    }

    /// Complains about measures and options of rows that do not go with what is asked for.
    private void checkMetric() {
        if (metric.areSeveral()) {
            throw usage("--metric", "clusters go by one metric, expected one");
        }
        if (options.areDistances.get()) {
            String given = metric.isGiven()
                    ? "--metric"
                    : rows.weights.isGiven()
                            ? "--weights"
                            : rows.zeroVectors.isGiven()
                                    ? "--zero-vector"
                                    : details.order.isGiven() ? "--p" : details.covariance.given();
            if (given != null || files.haveMeans()) {
                throw usage(given == null ? "--means" : given, "needs rows, it does not go with --distances");
            }
            return;
        }
        details.check(this, metric);
        comparison.check();
        boolean means = options.method.get() == Method.KMEANS;
        boolean tree = options.method.get() == Method.HIERARCHICAL;
        boolean euclidean = means || (tree && options.linkage.get().needsEuclidean());
        String what = means ? "--method kmeans" : "--linkage " + ClusterOptions.name(options.linkage.get());
        if (euclidean && !isEuclidean(metric.get().getFirst().measure())) {
            throw usage("--metric", metric.words() + " does not go with " + what
                    + ", expected euclidean, seuclidean or mahalanobis");
        }
        if ((euclidean || files.haveMeans()) && tables.missing() == Missing.PAIRWISE) {
            throw usage("--missing", "pairwise does not go with " + (euclidean ? what : "--means") + ", expected drop");
        }
        if (files.haveMeans() && metric.takesTexts()) {
            throw usage("--means", "does not go with " + metric.words() + ", of which columns may be texts");
        }
    }

    private boolean isEuclidean(Measure measure) {
        Double p = details.order.get();
        return measure instanceof Metric.Euclidean || measure instanceof Metric.StandardizedEuclidean
                || measure instanceof Metric.Mahalanobis
                || (measure instanceof Metric.Minkowski && (p == null || p == 2));
    }

    private ClusterRows read(Console console, String file, Workers workers) {
        if (options.areDistances.get()) {
            SquareDistances square = SquareDistances.of(tables.readSquare(console, file, workers));
            Table matrix = square.table();
            if (square.rounded()) {
                console.note(matrix.name(),
                        "entries differ from their mirror images by rounding, so those below the diagonal count",
                        Remedy.NONE);
            }
            requireRows(matrix);
            if (options.method.get() == Method.HIERARCHICAL && options.linkage.get().needsEuclidean()) {
                console.note(
                        "note: --linkage: " + ClusterOptions.name(options.linkage.get()) + " takes the distances of "
                                + matrix.name() + " for Euclidean ones");
            }
            return new ClusterRows(matrix, null);
        }
        MeasuredRows measured = comparison.read(console, file, null, workers);
        Table table = measured.to().table();
        requireRows(table);
        Named named = metric.get().getFirst();
        try {
            Measure measure = measured
                    .complete(details.measure(named.measure(), console, tables, table, workers), console);
            measured.requireDomain(named);
            return new ClusterRows(table, comparison.pairwise(measure, measured, workers));
        } catch (InputException e) {
            throw e.where().isEmpty() ? e.at(table.name()) : e;
        }
    }

    private static void requireRows(Table table) {
        if (table.rows() == 0) {
            throw new InputException("has no rows, expected at least one").at(table.name());
        }
    }

    private void tree(Console console, ClusterRows found, Workers workers) {
        Table table = found.table();
        AutoNumber asked = options.count.get();
        if (asked != null && asked.number() > found.count()) {
            throw tooFew(table, Table.count(found.count(), "row"), asked.number());
        }
        MergeTree tree = Agglomeration.of(found.triangle(console), options.linkage.get());
        if (!tree.isMonotone()) {
            console.note("note: --linkage: " + ClusterOptions.name(options.linkage.get())
                    + " has merges that are lower than those before them"
                    + (files.haveNewick() ? ", whose branches are negative" : ""));
        }
        Partition cut = result.isWanted() || files.needClusters() ? cut(console, found, tree) : null;
        if (cut != null && result.isWanted()) {
            List<String> names = new ArrayList<>(List.of("cluster"));
            List<double[]> columns = new ArrayList<>(List.of(numbers(cut)));
            addSilhouettes(console, found, cut, names, columns);
            result.write(console, RowColumns.of(table, names, columns), workers);
        }
        files.writeTree(console, result, table, tree, cut, caption(found, tree, cut), workers);
        if (cut != null && files.haveMeans()) {
            files.writeMeans(console, result, table, Means.of(table.filled(console.memory()).values(), cut), workers);
        }
    }

    private Partition cut(Console console, ClusterRows found, MergeTree tree) {
        Double height = options.height.get();
        AutoNumber asked = options.count.get();
        Partition cut;
        if (height != null) {
            cut = tree.cutAt(height);
        } else if (asked != null && !asked.auto()) {
            cut = tree.cut(asked.number());
        } else {
            found.require(console, "silhouettes of " + found.count() + " rows",
                    Silhouettes.bytes(found.count(), MOST_CLUSTERS));
            Silhouettes.Choice choice = Silhouettes.choose(tree, found.distances(), MOST_CLUSTERS);
            String why = Double.isNaN(choice.silhouette())
                    ? ", as no number of clusters has a mean silhouette above 0"
                    : String.format(Locale.ROOT, ", whose mean silhouette of %.3f is the largest of 2 to %d",
                            choice.silhouette(), Math.min(MOST_CLUSTERS, found.count() - 1));
            console.note(found.table().name(), Table.count(choice.count(), "cluster") + why,
                    Remedy.advice("choose another number with -k"));
            cut = tree.cut(choice.count());
        }
        console.explain(() -> found.table().name() + ": " + Table.count(cut.count(), "cluster") + " of "
                + sizes(cut, 1) + " rows");
        return cut;
    }

    private static String sizes(Partition cut, int from) {
        return String.join(", ", Arrays.stream(cut.sizes()).skip(from).limit(MOST_CLUSTERS).mapToObj(String::valueOf)
                .toList()) + (cut.count() > MOST_CLUSTERS ? ", ..." : "");
    }

    private Caption caption(ClusterRows found, MergeTree tree, @Nullable Partition cut) {
        String linkage = ClusterOptions.name(options.linkage.get());
        String text = Table.count(found.count(), "row")
                + (options.areDistances.get() ? "" : ", " + metric.words() + " distances")
                + (cut == null ? "" : ", " + Table.count(cut.count(), "cluster"));
        Double height = options.height.get();
        double line = height != null ? height : cut == null ? Double.NaN : tree.cutHeight(cut.count());
        double top = Arrays.stream(tree.heights()).max().orElse(0);
        return new Caption(linkage.substring(0, 1).toUpperCase(Locale.ROOT) + linkage.substring(1) + " linkage", text,
                line <= top ? line : Double.NaN);
    }

    private void means(Console console, String file, Workers workers) {
        Table table = tables.read(console, file, workers);
        rows.checkWeights(this, table);
        requireRows(table);
        Measure measure = details.measure(metric.get().getFirst().measure(), console, tables, table, workers);
        Matrix points = EuclideanRows.of(table, measure, rows.options(tables.missing()));
        int k = Objects.requireNonNull(options.count.get()).number();
        int different = KMeansClustering.different(points, k);
        if (different < k) {
            throw tooFew(table, Table.count(different, "different row"), k);
        }
        ClusterRows found = new ClusterRows(table, Pairwise.of(new Metric.Euclidean(), points,
                PairwiseOptions.DEFAULT, workers));
        found.require(console, "K-Means of " + table.values() + " numbers",
                KMeansClustering.bytes(points, workers.threads()));
        KMeansClustering clusters = KMeansClustering.of(points, k, options.seed.get(), options.starts.get(), workers);
        console.explain(() -> table.name() + ": " + Table.count(k, "cluster") + " of " + sizes(clusters.partition(), 1)
                + " rows, sum of squared distances " + result.precision().text(clusters.sumOfSquares()));
        List<String> names = new ArrayList<>(List.of("cluster", "distance"));
        List<double[]> columns = new ArrayList<>(List.of(numbers(clusters.partition()), clusters.distances()));
        addSilhouettes(console, found, clusters.partition(), names, columns);
        if (result.isWanted()) {
            result.write(console, RowColumns.of(table, names, columns), workers);
        }
        files.writeMeans(console, result, table, Means.of(table.values(), clusters.partition()), workers);
    }

    private void density(Console console, ClusterRows found, Workers workers) {
        double radius = Objects.requireNonNull(options.radius.get());
        DensityClustering clusters = DensityClustering.of(found.neighbours(console, radius), options.minPoints.get());
        Partition partition = clusters.partition();
        console.explain(() -> found.table().name() + ": " + Table.count(partition.count(), "cluster") + " of "
                + sizes(partition, 1) + " rows, " + partition.sizes()[0] + " in none");
        double[] core = new double[found.count()];
        Arrays.setAll(core, i -> clusters.core()[i] ? 1 : 0);
        List<String> names = new ArrayList<>(List.of("cluster", "core"));
        List<double[]> columns = new ArrayList<>(List.of(numbers(partition), core));
        addSilhouettes(console, found, partition, names, columns);
        if (result.isWanted()) {
            result.write(console, RowColumns.of(found.table(), names, columns), workers);
        }
        if (files.haveMeans()) {
            files.writeMeans(console, result, found.table(),
                    Means.of(found.table().filled(console.memory()).values(), partition), workers);
        }
    }

    private void addSilhouettes(Console console, ClusterRows found, Partition partition, List<String> names,
            List<double[]> columns) {
        if (options.silhouette.get()) {
            found.require(console, "silhouettes of " + found.count() + " rows in " + partition.count() + " clusters",
                    Silhouettes.bytes(found.count(), partition.count()));
            double[] silhouettes = Silhouettes.of(found.distances(), partition).of();
            console.explain(() -> found.table().name() + ": the mean silhouette is "
                    + result.precision().text(Silhouettes.mean(silhouettes)));
            names.add("silhouette");
            columns.add(silhouettes);
        }
    }

    private static double[] numbers(Partition partition) {
        return Arrays.stream(partition.clusters()).asDoubleStream().toArray();
    }

    private static InputException tooFew(Table table, String found, int wanted) {
        return new InputException("has " + found + ", expected at least " + wanted + " for as many clusters",
                Remedy.of(Remedy.Kind.FEWER_CLUSTERS)).at(table.name());
    }
}
