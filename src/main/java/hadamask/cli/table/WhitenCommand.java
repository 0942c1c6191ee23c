package hadamask.cli.table;

import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.ResultOptions;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.cli.table.CovarianceOptions.Spread;
import hadamask.matrix.Matrix;
import hadamask.matrix.Whitening.Method;
import hadamask.table.Table;
import hadamask.table.write.MatrixFrame;
import hadamask.table.write.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Rows of which the covariance is the identity.
public final class WhitenCommand extends Command {
    private final PositionalParamSpec parameter = TableOptions.file();
    private final Option<Method> method = Option.of(Method.PCA, "pca|zca|cholesky",
            word -> OptionValues.oneOf(Method.class, word),
            "Along the principal axes, as near to the columns as can be, or column after column (default: pca).",
            "--method");
    private final TableOptions tables = new TableOptions();
    private final CovarianceOptions covariance = new CovarianceOptions();
    private final ResultOptions result = new ResultOptions();

    @Override
    protected void declare(CommandSpec command) {
        command.addPositional(parameter).addOption(method.spec()).addArgGroup(tables.group())
                .addArgGroup(covariance.group()).addArgGroup(result.group());
        command.usageMessage().header("Whitened rows: their covariance is the identity.").footer("",
                "Euclidean distances of whitened rows are the Mahalanobis distances of the rows.",
                "",
                "Examples:",
                "  whiten samples/aliens.csv -o white.csv",
                "  whiten --method zca --digits 6 samples/aliens.csv",
                "  whiten --cov-from samples/aliens.csv --columns height,weight samples/aliens.csv -f json");
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
            Table table = tables.read(console, file, workers);
            Spread spread = covariance.spread(console, tables, table, workers);
            checkThin(console, table, spread);
            Matrix white = spread.whitening(method.get()).apply(table.values(), workers);
            result.write(console, new MatrixFrame(Shape.SQUARE, white.rows(), white.columns(), table.labels(),
                    names(table, white.columns())), white, workers);
        });
        return ExitStatus.OK;
    }

    /// Of fewer rows than columns, with a ridge: the triangle takes columns x columns numbers, and the axes are none of other rows.
    private void checkThin(Console console, Table table, Spread spread) {
        if (!spread.factor().isThin() || spread.factor().rank() < table.values().columns()) {
            return;
        }
        if (method.get() == Method.CHOLESKY) {
            long columns = table.values().columns();
            CovarianceOptions.requireRoom(console, table, 6 * columns * columns);
        } else if (method.get() == Method.PCA && !covariance.inputs().isEmpty()) {
            throw usage("--method", "pca would leave out what rows have beside the axes of "
                    + covariance.inputs().getFirst() + ", which has too few rows for more, expected zca with --ridge");
        }
    }

    /// The columns' own names, or those of the axes.
    private @Nullable List<String> names(Table table, int columns) {
        boolean own = method.get() != Method.PCA && columns == table.values().columns();
        return table.columnNames() == null || own
                ? table.columnNames()
                : IntStream.rangeClosed(1, columns).mapToObj(k -> "axis" + k).toList();
    }
}
