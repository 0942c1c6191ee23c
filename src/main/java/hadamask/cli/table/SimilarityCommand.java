package hadamask.cli.table;

import hadamask.cli.Console;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.distance.Measure;
import hadamask.distance.Similarity;
import hadamask.parallel.Workers;
import hadamask.table.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// How alike the rows of a table are.
public final class SimilarityCommand extends PairCommand {
    private final Option<Similarity> metric = Option.of(Similarity.COSINE, "cosine|correlation|dot",
            word -> OptionValues.oneOf(Similarity.class, word), "What is alike (default: cosine).", "-m", "--metric");
    private final Option<@Nullable Double> least = Option.<@Nullable Double>of(null, "S", PairOptions::bound,
            "Only pairs at least this alike; in the long shape.", "--min-similarity");

    @Override
    protected void declare(CommandSpec command) {
        command.addPositional(parameter).addOption(metric.spec()).addArgGroup(tables.group())
                .addArgGroup(pairs.group(least)).addArgGroup(result.group());
        command.usageMessage().header("The similarity of the rows of a table.").footer("",
                "cosine and correlation lie in [-1, 1], 1 for equal rows; dot is the dot product.", "", "Examples:",
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
    boolean takesSparse() {
        return metric.get() != Similarity.CORRELATION;
    }

    @Override
    Measure measure(Console console, Table table, Workers workers) {
        return metric.get();
    }

    @Override
    String valueName() {
        return "similarity";
    }
}
