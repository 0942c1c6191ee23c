package hadamask.cli;

import hadamask.file.Remedy;
import hadamask.table.ColumnSpec;
import hadamask.table.Missing;
import hadamask.table.ReadOptions;
import hadamask.table.ReadOptions.Headers;
import hadamask.table.Table;
import hadamask.table.TableReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Options of how tables are read, shared by all commands that read one.
final class TableOptions {
    private final Option<@Nullable Character> delimiter = Option.<@Nullable Character>of(null, "C",
            TableValues::delimiter,
            "What stands between cells, a character or tab (default: found from the name and the first rows).", "-d",
            "--delimiter");
    private final Option<Boolean> noHeaders = Option.flag(
            "The first row is data (default: it holds names when it is not all numbers).", "-n", "--no-headers");
    private final Option<ColumnSpec> columns = Option.of(ColumnSpec.ALL, "SPEC", TableValues::columns,
            "Columns by position, name or range: 1,3-5 or a-d; !x leaves x out (default: all).", "--columns");
    private final Option<@Nullable String> id = Option.<@Nullable String>of(null, "COLUMN", word -> word,
            "The column with the row labels (default: a first column that is not numeric).", "--id");
    private final Option<Missing> missing = Option.of(Missing.ERROR, "error|nan|pairwise|drop",
            word -> OptionValues.oneOf(Missing.class, word),
            "Empty cells and NA NaN n/a null none . are an error, are NaN, are left out of each result, or are dropped"
                    + " with their row (default: error).",
            "--missing");

    /// The one table of most commands.
    static PositionalParamSpec file() {
        return PositionalParamSpec.builder().paramLabel("FILE").arity("0..1").index("0").type(String.class)
                .description("A table: CSV, TSV, also .gz, or .npy; - is standard input (default: -).").build();
    }

    /// The name that was given for [#file()], or that of standard input.
    static String named(PositionalParamSpec file) {
        String given = file.getValue();
        return given == null ? "-" : given;
    }

    ArgGroupSpec group() {
        return Option.group("Table", delimiter, noHeaders, columns, id, missing);
    }

    /// What chooses the columns that are read without one of them.
    ///
    /// @param place its position in the file, from 1
    Remedy without(int place) {
        String chosen = columns.get().text();
        return new Remedy(Remedy.Kind.COLUMN_OUT, (chosen.isEmpty() ? "" : chosen + ",") + "!" + place);
    }

    Missing missing() {
        return missing.get();
    }

    /// The options as the reader takes them.
    ReadOptions options(int threads) {
        return ReadOptions.DEFAULT.withDelimiter(delimiter.get())
                .withHeaders(noHeaders.get() ? Headers.NONE : Headers.FIND).withColumns(columns.get()).withId(id.get())
                .withMissing(missing.get()).withThreads(threads);
    }

    /// Reads the table that an argument names.
    Table read(Console console, String argument, int threads) {
        console.await(argument, "a table");
        Table table = TableReader.read(console.input(argument), options(threads));
        console.explain(() -> table.name() + ": " + table.values() + " numbers"
                + (table.columnNames() == null ? ", no column names" : ", named columns")
                + (table.labels() == null ? ", no row labels" : ", labelled rows"));
        return table;
    }
}
