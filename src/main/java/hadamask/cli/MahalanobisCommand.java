package hadamask.cli;

import hadamask.cli.CovarianceOptions.Spread;
import hadamask.file.InputException;
import hadamask.matrix.ChiSquare;
import hadamask.matrix.Matrix;
import hadamask.matrix.PrincipalAxes;
import hadamask.matrix.Whitening;
import hadamask.plot.EllipsePlot;
import hadamask.plot.Scatter;
import hadamask.table.MatrixFrame;
import hadamask.table.Shape;
import hadamask.table.Table;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// How far each row lies from the centre of the data, in standard deviations along its direction.
@CommandLine.Command(name = "mahalanobis", header = "The Mahalanobis distance of each row to the centre of the data.", footer = {
    "", "A line per row: its label (or its number, from 1), its distance, and p: the share of normal",
    "data that lies farther out (the tail of chi-square with a degree of freedom per column).", "", "Examples:",
    "  hadamask mahalanobis samples/aliens.csv",
    "  hadamask mahalanobis --plot aliens.png samples/aliens.csv -o distances.csv",
    "  hadamask mahalanobis --cov-from samples/aliens.csv --digits 4 samples/aliens.csv", "",
    "Exit codes: 0 done; 1 an input failed, or its covariance is singular; 2 wrong usage."})
final class MahalanobisCommand extends Command {
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "A table; - is standard input. Default: -.")
    private String file = "-";

    @ArgGroup(validate = false, heading = TableOptions.HEADING, order = 1)
    private TableOptions tables = new TableOptions();

    @ArgGroup(validate = false, heading = CovarianceOptions.HEADING, order = 2)
    private CovarianceOptions covariance = new CovarianceOptions();

    @ArgGroup(validate = false, heading = ResultOptions.HEADING, order = 3)
    private ResultOptions result = new ResultOptions();

    @Option(names = "--plot", paramLabel = "FILE.png", order = 1, description = {
        "Also draw a table of two columns: the rows, the ellipses at 1, 2, 3",
        "standard deviations, the principal axes, outliers."})
    private @Nullable String plot;

    @Override
    int run(Console console) {
        List<String> inputs = new ArrayList<>(covariance.inputs());
        inputs.add(file);
        result.check(this, inputs);
        covariance.check(this);
        checkPlot(inputs);
        Table table = tables.read(this, console, file, result.threads(this));
        if (plot != null && table.values().columns() != 2) {
            throw new InputException("has " + table.values().columns() + " columns, expected 2 to be drawn",
                    "choose two with --columns").at(table.name());
        }
        Spread spread = covariance.spread(this, console, tables, table, result.threads(this));
        double[] distances = spread.whitening(Whitening.Method.CHOLESKY).distances(table.values());
        write(console, table, distances, spread.factor().rank());
        if (plot != null) {
            draw(console, plot, table, spread, distances);
        }
        return ExitStatus.OK;
    }

    private void checkPlot(List<String> inputs) {
        if (plot == null) {
            return;
        }
        if (!plot.toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw usage("--plot", plot + " is not a name for a picture, expected one that ends in .png");
        }
        if (plot.equals(result.output())) {
            throw usage("--plot", plot + " is also the output, expected another name");
        }
        requireNotAnInput("--plot", plot, inputs);
    }

    private static void draw(Console console, String file, Table table, Spread spread, double[] distances) {
        String title = "Mahalanobis distances of " + Console.path(table.name()).getFileName();
        BufferedImage picture = EllipsePlot.draw(
                new Scatter(title, table, new Matrix(1, 2, spread.centre().mean()),
                        new Matrix(1, distances.length, distances)),
                PrincipalAxes.of(spread.factor()));
        console.output(file).write(out -> ImageIO.write(picture, "png", out));
    }

    private void write(Console console, Table table, double[] distances, int freedom) {
        boolean labelled = table.labels() != null;
        int width = labelled ? 2 : 3;
        double[] lines = new double[distances.length * width];
        for (int i = 0; i < distances.length; i++) {
            int at = i * width;
            if (!labelled) {
                lines[at++] = i + 1;
            }
            lines[at] = distances[i];
            lines[at + 1] = ChiSquare.tail(distances[i] * distances[i], freedom);
        }
        List<String> names = labelled ? List.of("distance", "p") : List.of("row", "distance", "p");
        result.write(this, console, new MatrixFrame(Shape.SQUARE, distances.length, width, table.labels(), names, "id"),
                new Matrix(distances.length, width, lines));
    }
}
