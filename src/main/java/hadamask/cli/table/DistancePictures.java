package hadamask.cli.table;

import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ResultOptions;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionGroup;
import hadamask.cli.option.OptionValues;
import hadamask.cli.table.CovarianceOptions.Spread;
import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.file.FilePath;
import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.matrix.ChiSquare;
import hadamask.matrix.Factor;
import hadamask.matrix.Matrix;
import hadamask.matrix.PrincipalAxes;
import hadamask.plot.EllipsePlot;
import hadamask.plot.QuantilePlot;
import hadamask.plot.Scatter;
import hadamask.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The pictures of `mahalanobis`: rows and ellipses in two of the columns, and squared distances against chi-square.
final class DistancePictures {
    /// In two columns rows beyond 3 standard deviations are outliers: of normal data 1.1 %. In more columns as many are.
    private static final double DEVIATIONS = 3;
    private static final double OUTLIERS = Math.exp(-DEVIATIONS * DEVIATIONS / 2);

    private final Option<@Nullable String> plot = Option.path(
            "Also draw two columns, a .png: rows, ellipses at 1, 2, 3 standard deviations, principal axes, outliers.",
            "--plot");
    private final Option<@Nullable List<String>> axes = Option.<@Nullable List<String>>of(null, "X,Y",
            DistancePictures::pair, "The columns of --plot, by name or position (default: those of a table of two).",
            "--axes");
    private final Option<@Nullable String> quantiles = Option.path(
            "Also draw the squared distances against the quantiles of chi-square, a .png.", "--qq");

    OptionGroup group() {
        return Option.group("Pictures", plot, axes, quantiles);
    }

    private static List<String> pair(String word) {
        List<String> names = Arrays.stream(word.split(",", -1)).map(String::strip).toList();
        if (names.size() != 2 || names.contains("")) {
            throw OptionValues.unexpected(word, "two columns such as 1,3 or height,weight");
        }
        return names;
    }

    /// An option that asks for a picture; null: none does.
    @Nullable
    String given() {
        return plot.get() != null ? "--plot" : quantiles.get() != null ? "--qq" : null;
    }

    /// Complains about names that are no pictures, or those of other files, before anything is read.
    void check(Command command, ResultOptions result, List<String> inputs) {
        String first = plot.get();
        String second = quantiles.get();
        result.requireAnother(command, "--plot or --qq", first == null ? second : first);
        check(command, "--plot", first, result, inputs);
        check(command, "--qq", second, result, inputs);
        if (first != null && first.equals(second)) {
            throw command.usage("--qq", second + " is also the name of --plot, expected another one");
        }
        if (axes.get() != null && first == null) {
            throw command.usage("--axes", "are those of --plot, expected " + "--plot FILE.png with it");
        }
    }

    private static void check(Command command, String option, @Nullable String file, ResultOptions result,
            List<String> inputs) {
        if (file == null) {
            return;
        }
        if (!file.toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw command.usage(option, file + " is not a name for a picture, expected one that ends in .png");
        }
        if (file.equals(result.output())) {
            throw command.usage(option, file + " is also the output, expected another name");
        }
        command.requireNotAnInput(option, file, inputs);
    }

    /// Complains about columns that are not there, before anything is written.
    void choose(Table table) {
        if (plot.get() != null) {
            int first = place(table, 0);
            if (place(table, 1) == first) {
                throw new InputException(
                        "has one column for both --axes, " + table.columnTitle(first) + ", expected two")
                        .at(table.name());
            }
        }
    }

    /// The column of an axis.
    private int place(Table table, int axis) {
        List<String> chosen = axes.get();
        int columns = table.values().columns();
        if (chosen == null) {
            if (columns != 2) {
                throw new InputException("has " + Table.count(columns, "column") + ", expected 2 to be drawn",
                        "choose two with --axes").at(table.name());
            }
            return axis;
        }
        String wanted = chosen.get(axis);
        for (int j = 0; j < columns; j++) {
            if (table.columnReference(j).equals(wanted)) {
                return j;
            }
        }
        for (int j = 0; j < columns; j++) {
            if (String.valueOf(table.columnPlace(j)).equals(wanted)) {
                return j;
            }
        }
        throw new InputException("has no column \"" + wanted + "\" among those read, expected one for --axes")
                .at(table.name());
    }

    /// Draws what was asked for.
    ///
    /// @param distances of the rows
    void draw(Console console, Table table, Spread spread, double[] distances) {
        Matrix row = new Matrix(1, distances.length, distances);
        String name = String.valueOf(FilePath.of(table.name()).getFileName());
        String file = plot.get();
        if (file != null) {
            write(console, file, ellipses("Mahalanobis distances of " + name, table, spread, row));
        }
        String second = quantiles.get();
        if (second != null) {
            write(console, second,
                    QuantilePlot.draw("Squared distances of " + name, table, row, spread.factor().rank()));
        }
    }

    private Image ellipses(String title, Table table, Spread spread, Matrix distances) {
        int x = place(table, 0);
        int y = place(table, 1);
        Factor factor = spread.factor();
        boolean pair = table.values().columns() == 2 && x == 0 && y == 1;
        Factor shown = pair ? factor : Factor.ofCovariance(factor.covariance(x, y));
        double limit = table.values().columns() == 2
                ? DEVIATIONS
                : Math.sqrt(ChiSquare.quantile(OUTLIERS, factor.rank()));
        double[] mean = spread.centre().mean();
        return EllipsePlot.draw(new Scatter(title, table, x, y, new Matrix(1, mean.length, mean), distances, limit),
                PrincipalAxes.of(shown).complete());
    }

    private static void write(Console console, String file, Image picture) {
        console.output(file).write(out -> ImageEncoder.encode(picture, ImageFormat.PNG, Encoding.DEFAULT, out));
    }
}
