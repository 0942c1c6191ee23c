package hadamask.cli.table;

import hadamask.cli.Command;
import hadamask.cli.option.AutoNumber;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionGroup;
import hadamask.cli.option.OptionValues;
import hadamask.cluster.Linkage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How clusters are found, and how many.
final class ClusterOptions {
    private static final int MOST_STARTS = 10_000;

    /// How clusters are found.
    enum Method {
        HIERARCHICAL, KMEANS, DBSCAN
    }

    final Option<Method> method = Option.of(Method.HIERARCHICAL, "hierarchical|kmeans|dbscan",
            word -> OptionValues.oneOf(Method.class, word),
            "A tree of merges; clusters around means; or rows that lie dense (default: hierarchical).", "--method");
    final Option<Linkage> linkage = Option.of(Linkage.AVERAGE,
            "single|complete|average|weighted|centroid|median|ward", word -> OptionValues.oneOf(Linkage.class, word),
            "Of the tree: how far two clusters are apart (default: average).", "--linkage");
    final Option<@Nullable AutoNumber> count = Option.<@Nullable AutoNumber>of(null, "N|auto", ClusterOptions::clusters,
            "So many clusters; auto: as many as have the largest mean silhouette, up to 20 (default: auto for a tree).",
            "-k", "--clusters");
    final Option<@Nullable Double> height = Option.<@Nullable Double>of(null, "H", ClusterOptions::distance,
            "Of the tree: clusters that no merge above H has made.", "--height");
    final Option<@Nullable Double> radius = Option.<@Nullable Double>of(null, "R", ClusterOptions::distance,
            "Of dbscan: rows at most R apart are neighbours.", "--radius");
    final Option<Integer> minPoints = Option.of(5, "N",
            word -> (int) OptionValues.wholeNumber(word, n -> n >= 1 && n <= Integer.MAX_VALUE,
                    "a number of rows from 1"),
            "Of dbscan: neighbours of a row that lies dense, itself among them (default: 5).", "--min-points");
    final Option<Integer> starts = Option.of(10, "N",
            word -> (int) OptionValues.wholeNumber(word, n -> n >= 1 && n <= MOST_STARTS,
                    "a number of starts from 1 to " + MOST_STARTS),
            "Of kmeans: the best of so many runs (default: 10).", "--starts");
    final Option<Long> seed = Option.of(0L, "N", OptionValues::seed, "Of the starts of kmeans (default: 0).",
            "--seed");
    final Option<Boolean> silhouette = Option.flag(
            "Also a column with the silhouette of each row: from -1 to 1, how well it lies in its cluster.",
            "--silhouette");
    final Option<Boolean> areDistances = Option.flag(
            "FILE is a square matrix of distances, as the command distances writes it.", "--distances");

    OptionGroup group() {
        return Option.group("Clusters", method, linkage, count, height, radius, minPoints, starts, seed, silhouette,
                areDistances);
    }

    /// Complains about what does not fit together, before anything is read.
    void check(Command command) {
        Method chosen = method.get();
        require(command, Method.HIERARCHICAL, linkage.isGiven(), linkage);
        require(command, Method.HIERARCHICAL, height.get() != null, height);
        require(command, Method.DBSCAN, radius.get() != null, radius);
        require(command, Method.DBSCAN, minPoints.isGiven(), minPoints);
        require(command, Method.KMEANS, starts.isGiven(), starts);
        require(command, Method.KMEANS, seed.isGiven(), seed);
        AutoNumber clusters = count.get();
        if (clusters != null && height.get() != null) {
            throw command.usage("--height", "does not go with --clusters");
        }
        if (chosen == Method.DBSCAN && clusters != null) {
            throw command.usage("--clusters", "does not go with --method dbscan, which finds as many as there are");
        }
        if (chosen == Method.DBSCAN && radius.get() == null) {
            throw command.usage("--radius", "is missing, expected the largest distance of neighbours for dbscan");
        }
        if (chosen == Method.KMEANS && (clusters == null || clusters.auto())) {
            throw command.usage("--clusters", (clusters == null ? "is missing" : "auto is for trees")
                    + ", expected how many clusters kmeans shall find");
        }
        if (chosen == Method.KMEANS && areDistances.get()) {
            throw command.usage("--distances", "does not go with --method kmeans, which needs the rows themselves");
        }
    }

    private void require(Command command, Method wanted, boolean given, Option<?> option) {
        if (given && method.get() != wanted) {
            throw command.usage(option.name(), "is for " + name(wanted) + ", it does not go with --method "
                    + name(method.get()));
        }
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static AutoNumber clusters(String word) {
        return new AutoNumber(word.equalsIgnoreCase("auto")
                ? AutoNumber.AUTO
                : (int) OptionValues.wholeNumber(word, n -> n >= 1 && n <= Integer.MAX_VALUE,
                        "a number of clusters from 1, or auto"));
    }

    private static Double distance(String word) {
        double distance = PairOptions.number(word);
        if (!(distance >= 0 && distance <= Double.MAX_VALUE)) {
            throw OptionValues.unexpected(word, "a distance, a number from 0");
        }
        return distance;
    }
}
