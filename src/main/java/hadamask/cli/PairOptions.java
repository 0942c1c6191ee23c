package hadamask.cli;

import hadamask.distance.Treatment;
import hadamask.distance.ZeroVectors;
import hadamask.file.InputException;
import hadamask.table.Format;
import hadamask.table.Missing;
import hadamask.table.Shape;
import hadamask.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which pairs of rows are compared, and in which shape they are written; the same for distances and similarities.
final class PairOptions {
    static final String HEADING = "%nThe pairs:%n";

    @Option(names = "--with", paramLabel = "FILE", order = 20, description = {
        "From the rows of FILE to the rows of the table; columns are", "matched by name when both have names."})
    private @Nullable String other;

    @Option(names = "--weights", paramLabel = "W,...", order = 21, description = "A weight per column. Default: 1.")
    private @Nullable String weights;

    @Option(names = "--zero-vector", paramLabel = "error|nan|0", order = 22, description = {
        "Rows without a direction (cosine: all zeros; correlation: all",
        "equal) are an error, NaN, or similar to none.",
        "Default: error."})
    private String zeroVector = "error";

    @Option(names = "--shape", paramLabel = "square|lower|condensed|long", order = 23, description = {
        "The matrix; its lower triangle; one value a line in SciPy's",
        "order; or id1,id2,value, each pair once. Default: square."})
    private @Nullable Shape shape;

    @Option(names = "--knn", paramLabel = "K", order = 24, description = {
        "Only the K nearest rows of each, nearest first; long."})
    private @Nullable Integer nearest;

    @Option(names = "--heatmap", paramLabel = "FILE.png", order = 25, description = "Also a picture of the matrix.")
    private @Nullable String heatmap;

    @Nullable
    String other() {
        return other;
    }

    @Nullable
    Integer nearest() {
        return nearest;
    }

    @Nullable
    String heatmap() {
        return heatmap;
    }

    /// The shape that was asked for: long when only some pairs are.
    ///
    /// @param bounded whether only pairs within a bound are asked for
    Shape shape(boolean bounded) {
        if (nearest != null || bounded) {
            return Shape.LONG;
        }
        return shape == null ? Shape.SQUARE : shape;
    }

    /// Complains about what does not fit together, before anything is read.
    ///
    /// @param bound the option that bounds the pairs, or null if it is not given
    void check(Command command, Format format, @Nullable String bound) {
        String some = nearest != null ? "--knn" : bound;
        Shape written = shape(bound != null);
        if (some != null && shape != null && shape != Shape.LONG) {
            throw command.usage("--shape", name(shape) + " does not go with " + some + ", expected long");
        }
        if (nearest != null && nearest < 1) {
            throw command.usage("--knn", nearest + " is out of range, expected 1 or more");
        }
        if (other != null && (written == Shape.LOWER || written == Shape.CONDENSED)) {
            throw command.usage("--shape", name(written) + " does not go with --with, expected square or long");
        }
        if (!format.has(written) || (format == Format.PHYLIP && other != null)) {
            throw command.usage("--format", name(format) + " does not hold the shape " + name(written)
                    + (other == null ? "" : " of two tables"));
        }
        if (heatmap != null && written == Shape.LONG) {
            throw command.usage("--heatmap", "shows a matrix, it does not go with "
                    + (some == null ? "--shape long" : some));
        }
        if (heatmap != null && !heatmap.toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw command.usage("--heatmap",
                    heatmap + " is not a name for a picture, expected one that ends in .png");
        }
        zeroVectors(command);
        weights(command);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// How rows are compared.
    Treatment treatment(Command command, Missing missing) {
        return new Treatment(weights(command), zeroVectors(command), missing);
    }

    ZeroVectors zeroVectors(Command command) {
        return switch (zeroVector.toLowerCase(Locale.ROOT)) {
            case "error" -> ZeroVectors.ERROR;
            case "nan" -> ZeroVectors.NAN;
            case "0" -> ZeroVectors.ZERO;
            default ->
                throw command.usage("--zero-vector", "expected one of error, nan, 0 but was '" + zeroVector + "'");
        };
    }

    /// The weights of the columns; empty: all 1.
    List<Double> weights(Command command) {
        List<Double> parsed = new ArrayList<>();
        if (weights == null) {
            return parsed;
        }
        double sum = 0;
        for (String one : weights.split(",", -1)) {
            double weight = number(one);
            if (!(weight >= 0 && weight <= Double.MAX_VALUE)) {
                throw command.usage("--weights", "\"" + one.strip() + "\" is not a weight, expected a number >= 0");
            }
            parsed.add(weight);
            sum += weight;
        }
        if (sum == 0) {
            throw command.usage("--weights", "are all 0, expected one above 0");
        }
        return parsed;
    }

    /// Complains about weights that are not one per column.
    void checkWeights(Command command, Table table) {
        int count = weights(command).size();
        if (count > 0 && count != table.values().columns()) {
            throw command.usage("--weights", "has " + count + " weights, expected one for each of the "
                    + table.values().columns() + " columns of " + table.name());
        }
    }

    /// A number, or NaN for what is none.
    static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /// The error about rows without a direction.
    static InputException zeroVectors(Table table, List<Integer> rows, String what) {
        StringBuilder titles = new StringBuilder();
        int shown = Math.min(rows.size(), 5);
        for (int k = 0; k < shown; k++) {
            titles.append(k == 0 ? "" : ", ").append(table.rowTitle(rows.get(k)));
        }
        titles.append(rows.size() > shown ? " and " + (rows.size() - shown) + " more" : "");
        return new InputException((rows.size() == 1 ? "is " : "are ") + what, "use --zero-vector nan or 0")
                .at(titles.toString()).at(table.name());
    }
}
