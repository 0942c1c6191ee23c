package hadamask.cli;

import hadamask.cli.CovarianceOptions.Spread;
import hadamask.matrix.Matrix;
import hadamask.matrix.PrincipalAxes;
import hadamask.table.MatrixFrame;
import hadamask.table.Shape;
import hadamask.table.Table;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Parameters;

/// The directions in which the rows of a table vary.
@CommandLine.Command(name = "axes", header = "The principal axes of a table: in which directions its rows vary, and how much.", footer = {
    "", "A line per axis, from the largest eigenvalue: its number, eigenvalue (variance), standard",
    "deviation, share of the whole variance, and direction (a unit vector, a component per column;",
    "the largest is positive). A singular covariance is allowed: its last axes have eigenvalue 0.", "", "Examples:",
    "  hadamask axes samples/aliens.csv", "  hadamask axes --ddof 0 --digits 4 samples/aliens.csv",
    "  hadamask axes -f json --columns height,weight samples/aliens.csv", "",
    "Exit codes: 0 done; 1 an input failed; 2 wrong usage."})
final class AxesCommand extends Command {
    private static final List<String> MEASURES = List.of("axis", "eigenvalue", "deviation", "share");

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
        Spread spread = covariance.anySpread(this, console, tables, table, result.threads(this));
        PrincipalAxes axes = PrincipalAxes.of(spread.factor());
        List<String> names = new ArrayList<>(MEASURES);
        for (int j = 0; j < axes.count(); j++) {
            names.add(table.columnName(j));
        }
        result.write(this, console, new MatrixFrame(Shape.SQUARE, axes.count(), names.size(), null, names),
                lines(axes));
        return ExitStatus.OK;
    }

    private static Matrix lines(PrincipalAxes axes) {
        int d = axes.count();
        int width = MEASURES.size() + d;
        double[] lines = new double[d * width];
        for (int k = 0; k < d; k++) {
            double[] measures = {k + 1, axes.eigenvalue(k), axes.deviation(k), axes.share(k)};
            System.arraycopy(measures, 0, lines, k * width, measures.length);
            System.arraycopy(axes.directions().values(), k * d, lines, k * width + measures.length, d);
        }
        return new Matrix(d, width, lines);
    }
}
