package hadamask.cli.table;

import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.ResultOptions;
import hadamask.cli.table.CovarianceOptions.Spread;
import hadamask.matrix.Matrix;
import hadamask.matrix.PrincipalAxes;
import hadamask.parallel.Workers;
import hadamask.table.Table;
import hadamask.table.write.MatrixFrame;
import hadamask.table.write.Shape;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The directions in which the rows of a table vary.
public final class AxesCommand extends Command {
    private static final List<String> MEASURES = List.of("axis", "eigenvalue", "deviation", "share");

    private final PositionalParamSpec parameter = TableOptions.file();
    private final TableOptions tables = new TableOptions();
    private final CovarianceOptions covariance = new CovarianceOptions();
    private final ResultOptions result = new ResultOptions();

    @Override
    protected void declare(CommandSpec command) {
        command.addPositional(parameter).addArgGroup(tables.group()).addArgGroup(covariance.group())
                .addArgGroup(result.group());
        command.usageMessage().header("The principal axes of a table: in which directions its rows vary, and how much.")
                .footer("",
                        "A line per axis, from the largest eigenvalue: its number, eigenvalue (variance), standard",
                        "deviation, share of the whole variance, and direction (a unit vector, a component per column;",
                        "the largest is positive). A singular covariance is allowed: its last axes have eigenvalue 0.",
                        "Of n rows of n or more columns there are the axes along which they vary, n - 1 at most.",
                        "",
                        "Examples:",
                        "  axes samples/aliens.csv",
                        "  axes --ddof 0 --digits 4 samples/aliens.csv",
                        "  axes -f json --columns height,weight samples/aliens.csv");
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
        result.requireWanted(this);
        result.check(this, inputs);
        covariance.check(this);
        result.byWorkers(console, workers -> {
            Table table = tables.readColumns(console, file, workers);
            write(console, table, covariance.anySpread(console, tables, table, workers), workers);
        });
        return ExitStatus.OK;
    }

    private void write(Console console, Table table, Spread spread, Workers workers) {
        PrincipalAxes axes = PrincipalAxes.of(spread.factor());
        List<String> names = new ArrayList<>(MEASURES);
        int columns = axes.directions().columns();
        for (int j = 0; j < columns; j++) {
            names.add(table.columnName(j));
        }
        result.write(console, new MatrixFrame(Shape.SQUARE, axes.count(), names.size(), null, names),
                lines(axes), workers);
    }

    private static Matrix lines(PrincipalAxes axes) {
        int d = axes.directions().columns();
        int width = MEASURES.size() + d;
        double[] lines = new double[Math.multiplyExact(axes.count(), width)];
        for (int k = 0; k < axes.count(); k++) {
            double[] measures = {k + 1, axes.eigenvalue(k), axes.deviation(k), axes.share(k)};
            System.arraycopy(measures, 0, lines, k * width, measures.length);
            System.arraycopy(axes.directions().values(), k * d, lines, k * width + measures.length, d);
        }
        return new Matrix(axes.count(), width, lines);
    }
}
