package hadamask.cli;

import hadamask.distance.Measure;
import hadamask.distance.Similarity;
import hadamask.table.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// How alike the rows of a table are.
@CommandLine.Command(name = "similarity", header = "The similarity of the rows of a table.", footer = {"",
    "cosine and correlation lie in [-1, 1], 1 for equal rows; dot is the dot product.", "", "Examples:",
    "  hadamask similarity samples/vectors.csv",
    "  hadamask similarity -m correlation --shape lower samples/vectors.csv",
    "  hadamask similarity --knn 3 --digits 4 samples/aliens.csv", "",
    "Exit codes: 0 done; 1 an input failed, or the data do not allow it; 2 wrong usage."})
final class SimilarityCommand extends PairCommand {
    @Option(names = {"-m", "--metric"}, paramLabel = "cosine|correlation|dot", order = 1, description = {
        "Default: cosine."})
    private Similarity similarity = Similarity.COSINE;

    @Option(names = "--min-similarity", paramLabel = "S", order = 3, description = {
        "Only pairs at least this alike; in the long shape."})
    private @Nullable Double least;

    @Override
    void check() {
    }

    @Override
    Bound bound() {
        return new Bound("--min-similarity", least);
    }

    @Override
    Measure measure(Console console, Table table) {
        return similarity;
    }

    @Override
    String valueName() {
        return "similarity";
    }

    @Override
    String zeroVectorName() {
        return similarity == Similarity.CORRELATION
                ? "constant, which has no correlation"
                : "a zero vector, which has no direction";
    }
}
