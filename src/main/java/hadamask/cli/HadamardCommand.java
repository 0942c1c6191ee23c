package hadamask.cli;

import hadamask.file.InputException;
import hadamask.matrix.HadamardProduct;
import hadamask.matrix.Matrix;
import hadamask.table.MatrixFrame;
import hadamask.table.Missing;
import hadamask.table.Table;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Parameters;

/// The product of two tables, entry by entry.
@CommandLine.Command(name = "hadamard", header = "The Hadamard product of two tables: entry times entry.", footer = {"",
    "Both have the same shape. Labels and names are those of the first. A mask of zeros and ones",
    "keeps the entries that it marks.", "", "Examples:", "  hadamask hadamard samples/vectors.csv samples/mask.csv",
    "  hadamask hadamard --columns 1,2 samples/vectors.csv samples/mask.csv",
    "  cat samples/vectors.csv | hadamask hadamard - samples/mask.csv -o product.npy", "",
    "Exit codes: 0 done; 1 an input failed; 2 wrong usage."})
final class HadamardCommand extends Command {
    @Parameters(index = "0", paramLabel = "FILE", description = "A table; - is standard input.")
    private String first = "-";

    @Parameters(index = "1", paramLabel = "FILE", description = "Another of the same shape.")
    private String second = "-";

    @ArgGroup(validate = false, heading = TableOptions.HEADING, order = 1)
    private TableOptions tables = new TableOptions();

    @ArgGroup(validate = false, heading = ResultOptions.HEADING, order = 3)
    private ResultOptions result = new ResultOptions();

    @Override
    int run(Console console) {
        result.check(this, List.of(first, second));
        if (first.equals("-") && second.equals("-")) {
            throw usage("FILE", "- stands for both, expected at most one");
        }
        if (tables.missing() == Missing.DROP) {
            throw usage("--missing", "drop would tear the rows of the two apart, expected error or nan");
        }
        Table a = tables.read(this, console, first, result.threads(this));
        Table b = tables.read(this, console, second, result.threads(this));
        result.write(this, console, MatrixFrame.of(a), product(a, b));
        return ExitStatus.OK;
    }

    private static Matrix product(Table a, Table b) {
        try {
            return HadamardProduct.of(a.values(), b.values());
        } catch (InputException e) {
            throw e.at(b.name());
        }
    }
}
