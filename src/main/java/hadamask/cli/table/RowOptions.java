package hadamask.cli.table;

import hadamask.cli.Command;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionGroup;
import hadamask.cli.option.OptionValues;
import hadamask.distance.PairwiseOptions;
import hadamask.distance.ZeroVectors;
import hadamask.table.Missing;
import hadamask.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How two rows are compared, whatever the measure and whatever becomes of it.
final class RowOptions {
    final Option<List<Double>> weights = Option.of(List.of(), "W,...", RowOptions::weights,
            "A weight per column, as in 1,0.5,2 (default: all 1).", "--weights");
    final Option<ZeroVectors> zeroVectors = Option.of(ZeroVectors.ERROR, "error|nan|0",
            RowOptions::zeroVectors,
            "Rows without a direction (cosine: all zeros; correlation: all equal) are an error, are NaN, or are similar to"
                    + " none (default: error).",
            "--zero-vector");

    /// The options under a heading of their own.
    OptionGroup group() {
        return Option.group("Rows", weights, zeroVectors);
    }

    /// How rows are compared.
    PairwiseOptions options(Missing missing) {
        return new PairwiseOptions(weights.get(), zeroVectors.get(), missing);
    }

    boolean isWeighted() {
        return !weights.get().isEmpty();
    }

    private static ZeroVectors zeroVectors(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "error" -> ZeroVectors.ERROR;
            case "nan" -> ZeroVectors.NAN;
            case "0" -> ZeroVectors.ZERO;
            default -> throw OptionValues.unexpected(word, "error, nan, 0", List.of("error", "nan"));
        };
    }

    private static List<Double> weights(String words) {
        List<Double> parsed = new ArrayList<>();
        double sum = 0;
        for (String word : words.split(",", -1)) {
            double weight = PairOptions.number(word);
            if (!(weight >= 0 && weight <= Double.MAX_VALUE)) {
                throw OptionValues.unexpected(word, "a weight, a number from 0");
            }
            parsed.add(weight);
            sum += weight;
        }
        if (sum == 0) {
            throw OptionValues.unexpected(words, "a weight above 0");
        }
        return parsed;
    }

    /// Complains about weights that are not one per column.
    void checkWeights(Command command, Table table) {
        int count = weights.get().size();
        if (count > 0 && count != table.columns()) {
            throw command.usage("--weights",
                    "has " + count + (count == 1 ? " weight" : " weights") + ", expected one for each of the "
                            + table.columns() + " columns of " + table.name());
        }
    }
}
