package hadamask.cli;

import hadamask.cli.CovarianceOptions.Spread;
import hadamask.matrix.Matrix;
import hadamask.matrix.Whitening;
import hadamask.table.MatrixFrame;
import hadamask.table.Shape;
import hadamask.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Rows of which the covariance is the identity.
@CommandLine.Command(name = "whiten", header = "Whitened rows: their covariance is the identity.", footer = {"",
    "Euclidean distances of whitened rows are the Mahalanobis distances of the rows.", "", "Examples:",
    "  hadamask whiten samples/aliens.csv -o white.csv", "  hadamask whiten --method zca samples/aliens.csv",
    "  hadamask whiten --cov-from samples/aliens.csv samples/aliens.csv | hadamask covariance", "",
    "Exit codes: 0 done; 1 an input failed, or its covariance is singular; 2 wrong usage."})
final class WhitenCommand extends Command {
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "A table; - is standard input. Default: -.")
    private String file = "-";

    @ArgGroup(validate = false, heading = TableOptions.HEADING, order = 1)
    private TableOptions tables = new TableOptions();

    @ArgGroup(validate = false, heading = CovarianceOptions.HEADING, order = 2)
    private CovarianceOptions covariance = new CovarianceOptions();

    @ArgGroup(validate = false, heading = ResultOptions.HEADING, order = 3)
    private ResultOptions result = new ResultOptions();

    @Option(names = "--method", paramLabel = "pca|zca|cholesky", order = 1, description = {
        "Along the principal axes, as near to the columns as can be,", "or column after column. Default: pca."})
    private Whitening.Method method = Whitening.Method.PCA;

    @Override
    int run(Console console) {
        List<String> inputs = new ArrayList<>(covariance.inputs());
        inputs.add(file);
        result.check(this, inputs);
        covariance.check(this);
        Table table = tables.read(this, console, file, result.threads(this));
        Spread spread = covariance.spread(this, console, tables, table, result.threads(this));
        Matrix white = spread.whitening(method).apply(table.values());
        result.write(this, console, new MatrixFrame(Shape.SQUARE, white.rows(), white.columns(), table.labels(),
                names(table, white.columns())), white);
        return ExitStatus.OK;
    }

    /// The columns' own names, or those of the axes.
    private @Nullable List<String> names(Table table, int columns) {
        boolean own = method != Whitening.Method.PCA && columns == table.values().columns();
        return table.columnNames() == null || own
                ? table.columnNames()
                : IntStream.rangeClosed(1, columns).mapToObj(k -> "axis" + k).toList();
    }
}
