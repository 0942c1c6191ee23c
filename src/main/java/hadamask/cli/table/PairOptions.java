package hadamask.cli.table;

import hadamask.cli.Command;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.table.write.Format;
import hadamask.table.write.Listing;
import hadamask.table.write.Shape;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;

/// Which pairs of rows are compared, and in which shape they are written; the same for distances and similarities.
final class PairOptions {
    final RowOptions rows = new RowOptions();
    private final Option<@Nullable String> other = Option.path(
            "From the rows of that table to the rows of this one; columns are matched by name when both have names.",
            "--with");
    private final Option<@Nullable Shape> shape = Option.<@Nullable Shape>of(null, "square|lower|condensed|long",
            word -> OptionValues.oneOf(Shape.class, word),
            "The matrix; its lower triangle; one value a line in SciPy's order; id1,id2,value, each pair once (default:"
                    + " square).",
            "--shape");
    private final Option<@Nullable Integer> nearest = Option.<@Nullable Integer>of(null, "K",
            word -> (int) OptionValues.wholeNumber(word, k -> k >= 1 && k <= Integer.MAX_VALUE,
                    "a number from 1 to 2147483647"),
            "Only the K nearest rows of each, nearest first; in the long shape.", "--knn");
    private final Option<@Nullable String> indices = Option.path(
            "With --knn and a .npy: also the numbers of the nearest rows, from 0, as a .npy of the same shape.",
            "--indices");
    private final Option<@Nullable String> heatmap = Option.path("Also a picture of the matrix, a .png.", "--heatmap");

    /// @param bound the option that bounds the pairs
    ArgGroupSpec group(Option<@Nullable Double> bound) {
        return Option.group("Pairs", other, rows.weights, rows.zeroVectors, shape, nearest, bound, indices, heatmap);
    }

    @Nullable
    String other() {
        return other.get();
    }

    @Nullable
    Integer nearest() {
        return nearest.get();
    }

    /// Where the numbers of the nearest rows go besides; null: nowhere.
    @Nullable
    String indices() {
        return indices.get();
    }

    /// Which pairs are listed.
    Listing listing() {
        Integer count = nearest.get();
        return count != null ? Listing.nearest(count) : other.get() == null ? Listing.ONCE : Listing.OF_TWO;
    }

    @Nullable
    String heatmap() {
        return heatmap.get();
    }

    /// The shape that was asked for: long when only some pairs are.
    ///
    /// @param bounded whether only pairs within a bound are asked for
    /// @param several whether more than one measure is
    Shape shape(boolean bounded, boolean several) {
        Shape given = shape.get();
        if (nearest.get() != null || bounded || several) {
            return Shape.LONG;
        }
        return given == null ? Shape.SQUARE : given;
    }

    /// Complains about what does not fit together, before anything is read.
    ///
    /// @param bound the option that bounds the pairs, or null if it is not given
    /// @param several whether more than one measure is asked for
    void check(Command command, Format format, @Nullable String bound, boolean several) {
        String one = nearest.get() != null ? "--knn" : bound;
        if (several && one != null) {
            throw command.usage(one, "goes by one measure, it does not go with several in --metric");
        }
        String some = several ? "several measures" : one;
        Shape given = shape.get();
        Shape written = shape(bound != null, several);
        boolean two = other.get() != null;
        if (some != null && given != null && given != Shape.LONG) {
            throw command.usage("--shape", name(given) + " does not go with " + some + ", expected long");
        }
        if (two && (written == Shape.LOWER || written == Shape.CONDENSED)) {
            throw command.usage("--shape", name(written) + " does not go with --with, expected square or long");
        }
        boolean arrays = nearest.get() != null && format == Format.NPY;
        String second = indices.get();
        if (second != null && (!arrays || !second.toLowerCase(Locale.ROOT).endsWith(".npy"))) {
            throw command.usage("--indices", arrays
                    ? second + " is not a name for an array, expected one that ends in .npy"
                    : "goes with --knn and an output that is a .npy; a .npz holds both arrays");
        }
        if (arrays && second == null) {
            throw command.usage("--format", "npy holds the distances alone: say --indices for a second .npy with the"
                    + " numbers of the rows, or write a .npz");
        }
        if (some == null && format.isOfNearPairs()) {
            throw command.usage("--format", name(format) + " holds near pairs, expected --knn or a bound with it");
        }
        if ((!arrays && !format.has(written)) || (format == Format.PHYLIP && two)) {
            throw command.usage("--format",
                    name(format) + " does not hold the shape " + name(written) + (two ? " of two tables" : ""));
        }
        String picture = heatmap.get();
        if (picture != null && written == Shape.LONG) {
            throw command.usage("--heatmap",
                    "shows a matrix, it does not go with " + (some == null ? "--shape long" : some));
        }
        if (picture != null && !picture.toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw command.usage("--heatmap",
                    picture + " is not a name for a picture, expected one that ends in .png");
        }
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// A number that an option gives, any but NaN.
    static Double bound(String word) {
        double bound = number(word);
        if (Double.isNaN(bound)) {
            throw OptionValues.unexpected(word, "a number");
        }
        return bound;
    }

    /// A number as in a table, or NaN for what is none.
    static double number(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (word.matches("[+-]?inf(inity)?")) {
            return word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return word.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)(e[+-]?[0-9]+)?") ? Double.parseDouble(word) : Double.NaN;
    }
}
