package hadamask.cli;

import hadamask.file.InputException;
import hadamask.matrix.Covariance;
import hadamask.matrix.Divisor;
import hadamask.matrix.Matrix;
import hadamask.table.MatrixFrame;
import hadamask.table.Missing;
import hadamask.table.Shape;
import hadamask.table.Table;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// How the columns of a table vary together.
@CommandLine.Command(name = "covariance", header = "The covariance or correlation of the columns of a table.", footer = {
    "", "Missing values: nan makes what they touch nan, pairwise takes for each two columns the rows",
    "that have both, drop leaves their rows out.", "", "Examples:", "  hadamask covariance samples/aliens.csv",
    "  hadamask covariance --correlation --digits 3 samples/aliens.csv",
    "  hadamask covariance --ddof 0 --columns height,weight samples/aliens.csv -o covariance.npy", "",
    "Exit codes: 0 done; 1 an input failed; 2 wrong usage."})
final class CovarianceCommand extends Command {
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "A table; - is standard input. Default: -.")
    private String file = "-";

    @ArgGroup(validate = false, heading = TableOptions.HEADING, order = 1)
    private TableOptions tables = new TableOptions();

    @ArgGroup(validate = false, heading = ResultOptions.HEADING, order = 3)
    private ResultOptions result = new ResultOptions();

    @Option(names = "--correlation", order = 1, description = "Divide by the standard deviations: in [-1, 1].")
    private boolean correlation;

    @Option(names = "--ddof", paramLabel = "0|1", order = 2, description = {
        "Sums are divided by the number of rows minus this.", "Default: 1."})
    private int lost = 1;

    @Override
    int run(Console console) {
        result.check(this, List.of(file));
        if (lost != 0 && lost != 1) {
            throw usage("--ddof", lost + " is out of range, expected 0 or 1");
        }
        Table table = tables.read(this, console, file, result.threads(this));
        Matrix values = covariance(table, lost == 0 ? Divisor.POPULATION : Divisor.SAMPLE);
        int d = values.columns();
        List<String> names = table.columnNames();
        result.write(this, console, new MatrixFrame(Shape.SQUARE, d, d, names, names),
                correlation ? Covariance.correlation(values) : values);
        return ExitStatus.OK;
    }

    private Matrix covariance(Table table, Divisor divisor) {
        try {
            return tables.missing() == Missing.PAIRWISE && table.hasMissing()
                    ? Covariance.pairwise(table.values(), divisor)
                    : Covariance.of(table.values(), divisor);
        } catch (InputException e) {
            throw e.at(table.name());
        }
    }
}
