package hadamask.cli.table;

import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.ResultOptions;
import hadamask.cli.option.Parameter;
import hadamask.file.InputException;
import hadamask.matrix.HadamardProduct;
import hadamask.matrix.Matrix;
import hadamask.table.Alignment;
import hadamask.table.Missing;
import hadamask.table.Table;
import hadamask.table.write.MatrixFrame;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The product of two tables, entry by entry.
public final class HadamardCommand extends Command {
    private final PositionalParamSpec one = Parameter.one(0, "FILE", "A table; - is standard input.");
    private final PositionalParamSpec other = Parameter.one(1, "FILE", "Another of the same shape.");
    private final TableOptions tables = new TableOptions();
    private final ResultOptions result = new ResultOptions();

    @Override
    protected void declare(CommandSpec command) {
        command.addPositional(one).addPositional(other).addArgGroup(tables.group()).addArgGroup(result.group());
        command.usageMessage().header("The Hadamard product of two tables: entry times entry.").footer("",
                "Columns are matched by name where both have names, rows by label where both have labels, otherwise",
                "by position. Labels and names are those of the first. A mask of zeros and ones keeps the entries it",
                "marks.",
                "",
                "Examples:",
                "  hadamard samples/vectors.csv samples/mask.csv",
                "  hadamard --columns 1,2 samples/vectors.csv samples/mask.csv",
                "  cat samples/vectors.csv | hadamard - samples/mask.csv -o product.npy");
    }

    @Override
    protected boolean couldBeOutput(String word) {
        return ResultOptions.couldBeOutput(word);
    }

    @Override
    protected int run(Console console) {
        String first = one.getValue();
        String second = other.getValue();
        tables.check(this);
        result.requireWanted(this);
        result.check(this, List.of(first, second));
        if (first.equals("-") && second.equals("-")) {
            throw usage("FILE", "- stands for both, expected at most one");
        }
        if (tables.missing() == Missing.DROP) {
            throw usage("--missing", "drop would tear the rows of the two apart, expected error or nan");
        }
        result.byWorkers(console, workers -> {
            Table a = tables.read(console, first, workers);
            Table b = tables.readOther(console, second, workers);
            result.write(console, MatrixFrame.of(a), product(a, b), workers);
        });
        return ExitStatus.OK;
    }

    private static Matrix product(Table a, Table b) {
        try {
            return HadamardProduct.of(a.values(), Alignment.of(b, a).values());
        } catch (InputException e) {
            throw e.where().isEmpty() ? e.at(b.name()) : e;
        }
    }
}
