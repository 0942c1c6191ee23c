package hadamask.cli;

import hadamask.cli.CovarianceOptions.Spread;
import hadamask.matrix.ChiSquare;
import hadamask.matrix.Matrix;
import hadamask.matrix.Whitening;
import hadamask.table.MatrixFrame;
import hadamask.table.Shape;
import hadamask.table.Table;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Parameters;

/// How far each row lies from the centre of the data, in standard deviations along its direction.
@CommandLine.Command(name = "mahalanobis", header = "The Mahalanobis distance of each row to the centre of the data.", footer = {
    "", "A line per row: its label (or its number, from 1), its distance, and p: the share of normal",
    "data that lies farther out (the tail of chi-square with a degree of freedom per column).", "", "Examples:",
    "  hadamask mahalanobis samples/aliens.csv",
    "  hadamask mahalanobis --columns height,weight samples/aliens.csv -o distances.csv",
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

    @Override
    int run(Console console) {
        List<String> inputs = new ArrayList<>(covariance.inputs());
        inputs.add(file);
        result.check(this, inputs);
        covariance.check(this);
        Table table = tables.read(this, console, file, result.threads(this));
        Spread spread = covariance.spread(this, console, tables, table, result.threads(this));
        double[] distances = spread.whitening(Whitening.Method.CHOLESKY).distances(table.values());
        write(console, table, distances, spread.factor().rank());
        return ExitStatus.OK;
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
