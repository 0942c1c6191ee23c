package hadamask.cli;

import hadamask.table.ColumnSpec;
import hadamask.table.Missing;
import hadamask.table.ReadOptions;
import hadamask.table.ReadOptions.Headers;
import hadamask.table.Table;
import hadamask.table.TableReader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of how tables are read; the same in each command that reads one.
///
/// To be declared as `@ArgGroup(validate = false, heading = TableOptions.HEADING) TableOptions tables = new
/// TableOptions();`
final class TableOptions {
    static final String HEADING = "%nThe table:%n";

    @Option(names = {"-d", "--delimiter"}, paramLabel = "C", order = 10, description = {
        "What stands between cells: a character, or tab.", "Default: found from the name and the first rows."})
    private @Nullable String delimiter;

    @Option(names = {"-n", "--no-headers"}, order = 11, description = {"The first row is data.",
        "Default: it holds names when it is not all numbers."})
    private boolean noHeaders;

    @Option(names = "--columns", paramLabel = "SPEC", order = 12, description = {
        "Which columns: 1,3-5 or name or a-d; !x leaves x out.", "Default: all."})
    private String columns = "";

    @Option(names = "--id", paramLabel = "COLUMN", order = 13, description = {
        "The column with the row labels, a name or a position.", "Default: a first column that is not numeric."})
    private @Nullable String id;

    @Option(names = "--missing", paramLabel = "error|nan|pairwise|drop", order = 14, description = {
        "Empty cells and NA NaN n/a null none . are an error, NaN,",
        "left out of each result, or dropped with their row.",
        "Default: error."})
    private Missing missing = Missing.ERROR;

    Missing missing() {
        return missing;
    }

    /// The options as the reader takes them.
    ///
    /// @param command for the complaint about a wrong one
    ReadOptions options(Command command, int threads) {
        return ReadOptions.DEFAULT.withDelimiter(character(command))
                .withHeaders(noHeaders ? Headers.NONE : Headers.FIND).withColumns(new ColumnSpec(columns)).withId(id)
                .withMissing(missing).withThreads(threads);
    }

    /// Reads the table that an argument names.
    Table read(Command command, Console console, String argument, int threads) {
        Table table = TableReader.read(console.input(argument), options(command, threads));
        console.explain(table.name() + ": " + table.values() + " numbers" + (table.columnNames() == null
                ? ", no column names"
                : ", named columns") + (table.labels() == null ? ", no row labels" : ", labelled rows"));
        return table;
    }

    private @Nullable Character character(Command command) {
        String given = delimiter;
        if (given == null) {
            return null;
        }
        String one = given.toLowerCase(Locale.ROOT).equals("tab") || given.equals("\\t") ? "\t" : given;
        if (one.length() != 1 || one.charAt(0) > '~' || "\"\n\r.+-0123456789".contains(one)) {
            throw command.usage("--delimiter",
                    "\"" + given + "\" is not a delimiter, expected a character such as ; or tab");
        }
        return one.charAt(0);
    }
}
