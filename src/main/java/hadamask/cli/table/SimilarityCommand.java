package hadamask.cli.table;

import hadamask.cli.Console;
import hadamask.cli.option.Option;
import hadamask.cli.table.machines.TableMachines;
import hadamask.distance.Measure;
import hadamask.distance.Metrics;
import hadamask.distance.Similarity;
import hadamask.parallel.Workers;
import hadamask.table.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// How alike the rows of a table are.
public final class SimilarityCommand extends PairCommand {
    private final Option<@Nullable Double> least = Option.<@Nullable Double>of(null, "S", PairOptions::bound,
            "Only pairs at least this alike; in the long shape.", "--min-similarity");

    /// With the cosine to begin with.
    public SimilarityCommand() {
        this(null);
    }

    /// @param machines compare the rows in its place; null: none do
    public SimilarityCommand(@Nullable TableMachines machines) {
        super(new MeasureOption(Similarity.COSINE, Metrics::similarities,
                "What is alike, one of the names below; several with commas between are columns of the long shape (default: cosine)."),
                machines);
    }

    @Override
    protected void declare(CommandSpec command) {
        command.addPositional(parameter).addOption(metric.spec());
        add(tables.group(), pairs.group(least), result.group());
        command.usageMessage().header("The similarity of the rows of a table.").footer("",
                "cosine, correlation, spearman: from -1 to 1; dot: the dot product; bhattacharyya of distributions;",
                "jaccard, dice (sorensen), kulczynski (kulczynski2), rogerstanimoto, russellrao, sokalsneath, yule, kulczynski1",
                "of sets (rows of 0 and 1); gower of numbers and texts; levenshtein of one column of texts.", "",
                "Examples:",
                "  similarity samples/vectors.csv", "  similarity -m correlation --shape lower samples/vectors.csv",
                "  similarity --knn 3 --digits 4 samples/aliens.csv");
    }

    @Override
    void check() {
    }

    @Override
    Bound bound() {
        return new Bound("--min-similarity", least.get());
    }

    @Override
    Measure measure(Measure named, Console console, Table table, Workers workers) {
        return named;
    }

    @Override
    String valueName() {
        return "similarity";
    }
}
