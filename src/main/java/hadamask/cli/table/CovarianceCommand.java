package hadamask.cli.table;

import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.ResultOptions;
import hadamask.cli.option.Option;
import hadamask.file.InputException;
import hadamask.matrix.Covariance;
import hadamask.matrix.Divisor;
import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import hadamask.table.Missing;
import hadamask.table.Table;
import hadamask.table.write.MatrixFrame;
import hadamask.table.write.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// How the columns of a table vary together.
public final class CovarianceCommand extends Command {
    private final PositionalParamSpec parameter = TableOptions.file();
    private final Option<Boolean> correlation = Option.flag("Divide by the standard deviations: in [-1, 1].",
            "--correlation");
    private final Option<@Nullable Divisor> divisor = Option.<@Nullable Divisor>of(null, "0|1", TableValues::divisor,
            "Sums are divided by the number of rows minus this (default: 1).", "--ddof");
    private final CovarianceMethodOptions methods = new CovarianceMethodOptions();
    private final TableOptions tables = new TableOptions();
    private final ResultOptions result = new ResultOptions();

    @Override
    protected void declare(CommandSpec command) {
        command.addPositional(parameter).addOption(correlation.spec()).addOption(divisor.spec())
                .addOption(methods.method.spec()).addOption(methods.support.spec()).addArgGroup(tables.group())
                .addArgGroup(result.group());
        command.usageMessage().header("The covariance or correlation of the columns of a table.").footer("",
                "Missing values: nan makes what they touch nan, pairwise takes for each two columns the rows",
                "that have both, drop leaves their rows out.",
                "",
                "Examples:",
                "  covariance samples/aliens.csv",
                "  covariance --correlation --digits 3 samples/aliens.csv",
                "  covariance --cov-method mcd samples/aliens.csv -o robust.npy");
    }

    @Override
    protected boolean couldBeOutput(String word) {
        return ResultOptions.couldBeOutput(word);
    }

    @Override
    protected int run(Console console) {
        String file = TableOptions.named(parameter);
        tables.check(this);
        methods.check(this, divisor.get() != null);
        if (!methods.isClassic() && tables.missing() == Missing.PAIRWISE) {
            throw usage("--missing", "pairwise does not go with --cov-method " + methods.method.word()
                    + ", expected nan or drop: rows count as a whole");
        }
        result.requireWanted(this);
        result.check(this, List.of(file));
        result.byWorkers(console, workers -> {
            write(console, tables.readColumns(console, file, workers), workers);
        });
        return ExitStatus.OK;
    }

    private void write(Console console, Table table, Workers workers) {
        long columns = table.values().columns();
        CovarianceOptions.requireRoom(console, table, (correlation.get() ? 2 : 1) * columns * columns);
        Matrix values = methods.isClassic() ? covariance(table) : estimated(console, table, workers);
        int d = values.columns();
        List<String> names = table.columnNames();
        result.write(console, new MatrixFrame(Shape.SQUARE, d, d, names, names),
                correlation.get() ? Covariance.correlation(values) : values, workers);
    }

    /// By another method than the classic one; rows with a missing value do not count.
    private Matrix estimated(Console console, Table table, Workers workers) {
        Matrix complete = CovarianceOptions.complete(table).values();
        return CovarianceOptions.at(table.name(), () -> methods
                .estimate(console, complete, table, divisor.get(), workers).factor().covariance());
    }

    private Matrix covariance(Table table) {
        Divisor given = divisor.get();
        Divisor chosen = given == null ? Divisor.SAMPLE : given;
        try {
            Matrix data = correlation.get() ? Covariance.withoutUnits(table.values()) : table.values();
            return tables.missing() == Missing.PAIRWISE && table.hasMissing()
                    ? Covariance.pairwise(data, chosen)
                    : Covariance.of(data, chosen);
        } catch (InputException e) {
            throw e.at(table.name());
        }
    }
}
