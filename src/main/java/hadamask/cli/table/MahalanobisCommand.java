package hadamask.cli.table;

import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.ResultOptions;
import hadamask.cli.option.Option;
import hadamask.cli.table.CovarianceOptions.Spread;
import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.file.FilePath;
import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.matrix.ChiSquare;
import hadamask.matrix.Matrix;
import hadamask.matrix.PrincipalAxes;
import hadamask.parallel.Workers;
import hadamask.plot.EllipsePlot;
import hadamask.plot.Scatter;
import hadamask.table.MatrixFrame;
import hadamask.table.Shape;
import hadamask.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// How far each row lies from the centre of the data, in standard deviations along its direction.
public final class MahalanobisCommand extends Command {
    private final PositionalParamSpec parameter = TableOptions.file();
    private final Option<@Nullable String> plot = Option.path(
            "Also draw a table of two columns, a .png: rows, ellipses at 1, 2, 3 standard deviations, principal axes,"
                    + " outliers.",
            "--plot");
    private final TableOptions tables = new TableOptions();
    private final CovarianceOptions covariance = new CovarianceOptions();
    private final ResultOptions result = new ResultOptions();

    @Override
    protected void declare(CommandSpec command) {
        command.addPositional(parameter).addOption(plot.spec()).addArgGroup(tables.group())
                .addArgGroup(covariance.group()).addArgGroup(result.group());
        command.usageMessage().header("The Mahalanobis distance of each row to the centre of the data.").footer("",
                "A line per row: its label (or its number, from 1), its distance, and p: the share of normal",
                "data that lies farther out (the tail of chi-square with a degree of freedom per column).",
                "",
                "Examples:",
                "  mahalanobis samples/aliens.csv",
                "  mahalanobis --plot aliens.png samples/aliens.csv -o distances.csv",
                "  mahalanobis --cov-from samples/aliens.csv --digits 4 samples/aliens.csv");
    }

    @Override
    protected boolean couldBeOutput(String word) {
        return ResultOptions.couldBeOutput(word);
    }

    @Override
    protected int run(Console console) {
        String file = TableOptions.named(parameter);
        tables.check(this);
        List<String> inputs = new ArrayList<>(covariance.inputs());
        inputs.add(file);
        result.check(this, inputs);
        covariance.check(this);
        String picture = plot.get();
        checkPlot(picture, inputs);
        result.byWorkers(console, workers -> {
            Table table = tables.read(console, file, workers);
            if (picture != null && table.values().columns() != 2) {
                throw new InputException(
                        "has " + Table.count(table.values().columns(), "column") + ", expected 2 to be drawn",
                        "choose two with --columns").at(table.name());
            }
            Spread spread = covariance.spread(console, tables, table, workers);
            double[] distances = spread.forDistances().distances(table.values(), workers);
            write(console, table, distances, spread.factor().rank(), workers);
            if (picture != null) {
                draw(console, picture, table, spread, distances);
            }
        });
        return ExitStatus.OK;
    }

    private void checkPlot(@Nullable String file, List<String> inputs) {
        result.requireAnother(this, "--plot", file);
        if (file == null) {
            return;
        }
        if (!file.toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw usage("--plot", file + " is not a name for a picture, expected one that ends in .png");
        }
        if (file.equals(result.output())) {
            throw usage("--plot", file + " is also the output, expected another name");
        }
        requireNotAnInput("--plot", file, inputs);
    }

    private static void draw(Console console, String file, Table table, Spread spread, double[] distances) {
        String title = "Mahalanobis distances of " + FilePath.of(table.name()).getFileName();
        Image picture = EllipsePlot.draw(
                new Scatter(title, table, new Matrix(1, 2, spread.centre().mean()),
                        new Matrix(1, distances.length, distances)),
                PrincipalAxes.of(spread.factor()).complete());
        console.output(file).write(out -> ImageEncoder.encode(picture, ImageFormat.PNG, Encoding.DEFAULT, out));
    }

    private void write(Console console, Table table, double[] distances, int freedom, Workers workers) {
        boolean labelled = table.labels() != null;
        int width = labelled ? 2 : 3;
        double[] lines = new double[distances.length * width];
        for (int i = 0; i < distances.length; i++) {
            int at = i * width;
            if (!labelled) {
                lines[at++] = table.rowNumbers().of(i);
            }
            lines[at] = distances[i];
            lines[at + 1] = ChiSquare.tail(distances[i] * distances[i], freedom);
        }
        List<String> names = labelled ? List.of("distance", "p") : List.of("row", "distance", "p");
        result.write(console, new MatrixFrame(Shape.SQUARE, distances.length, width, table.labels(), names, "id"),
                new Matrix(distances.length, width, lines), workers);
    }
}
