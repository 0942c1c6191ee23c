package hadamask.cli.table;

import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.parallel.Workers;
import hadamask.table.ColumnSpec;
import hadamask.table.Dialect;
import hadamask.table.Dialect.Decimal;
import hadamask.table.Dialect.Quotes;
import hadamask.table.LabelColumn;
import hadamask.table.Missing;
import hadamask.table.MixedTable;
import hadamask.table.Note;
import hadamask.table.ReadOptions;
import hadamask.table.ReadOptions.BooleanWords;
import hadamask.table.ReadOptions.Headers;
import hadamask.table.ReadOptions.Orientation;
import hadamask.table.Table;
import hadamask.table.read.TableReader;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Options of how tables are read, shared by all commands that read one.
final class TableOptions {
    private final Option<@Nullable Character> delimiter = Option.<@Nullable Character>of(null, "C",
            TableValues::delimiter,
            "What stands between cells, a character or tab (default: found from the name and the first rows).", "-d",
            "--delimiter");
    private final Option<@Nullable Tables> headers = Option.optional(word -> false, "both", "table|other|both",
            TableValues::tables,
            "The first row holds names: of the table, of the other one (--with, --cov-from, the second), or of both"
                    + " (default: found from the first rows).",
            "--headers");
    private final Option<@Nullable Tables> noHeaders = Option.optional(word -> false, "both", "table|other|both",
            TableValues::tables, "The first row is data: of the table, of the other one, or of both.", "-n",
            "--no-headers");
    private final Option<ColumnSpec> columns = Option.of(ColumnSpec.ALL, "SPEC", TableValues::columns,
            "Columns by position, name or range: 1,3-5 or a-d; !x leaves x out; numeric: those of numbers (default: all).",
            "--columns");
    private final Option<LabelColumn> id = Option.of(LabelColumn.FOUND, "COLUMN", TableValues::labels,
            "The column with the row labels; none (or 0): rows go by their numbers (default: a first column that is no"
                    + " number or numbers the rows).",
            "--id");
    private final Option<Integer> skip = Option.of(0, "N", TableValues::skip,
            "Lines before the table that are left out (default: 0).", "--skip");
    private final Option<@Nullable String> comment = Option.<@Nullable String>of(null, "TEXT", TableValues::comment,
            "What lines begin with that are left out, such as # (default: nothing).", "--comment");
    private final Option<Quotes> quotes = Option.of(Quotes.DOUBLE, "double|none",
            word -> OptionValues.oneOf(Quotes.class, word),
            "Whether quotes hold a cell together, or are characters like others (default: double).", "--quote");
    private final Option<Decimal> decimal = Option.of(Decimal.POINT, "point|comma",
            word -> OptionValues.oneOf(Decimal.class, word), "The decimal mark of the numbers (default: point).",
            "--decimal");
    private final Option<Missing> missing = Option.of(Missing.ERROR, "error|nan|pairwise|drop",
            word -> OptionValues.oneOf(Missing.class, word),
            "Empty cells and words such as NA, NaN, null, ? or #N/A are an error, are NaN, are left out of each result,"
                    + " or are dropped with their row (default: error).",
            "--missing");
    private final Option<Set<String>> missingWords = Option.of(Set.of(), "WORD,...", TableValues::words,
            "More words for a missing value; a number stands for its value: -999.", "--na");

    private final Option<@Nullable Tables> transpose = Option.optional(word -> false, "both", "table|other|both",
            TableValues::tables,
            "The columns are what is compared: the header labels them, the first column names what they have; of the"
                    + " table, of the other one, or of both.",
            "--transpose");
    private final Option<Boolean> booleans = Option.flag("TRUE, yes, FALSE and no are 1 and 0, in any case of letters.",
            "--booleans");
    private final Option<@Nullable String> part = Option.<@Nullable String>of(null, "NAME", TableValues::part,
            "The array of an .npz, or the sheet of a workbook (default: the only array, the first sheet).", "--part",
            "--sheet");

    /// The one table of most commands.
    static PositionalParamSpec file() {
        return PositionalParamSpec.builder().paramLabel("FILE").arity("0..1").index("0").type(String.class)
                .description(
                        "A table: CSV, TSV, .npy, .npz, .mtx, .parquet, .xlsx, also .gz, .bz2, .xz, .zst; - is standard"
                                + " input (default: -).")
                .build();
    }

    /// The name that was given for [#file()], or that of standard input.
    static String named(PositionalParamSpec file) {
        String given = file.getValue();
        return given == null ? "-" : given;
    }

    /// Which of the two tables of a command an option is about.
    enum Tables {
        TABLE, OTHER, BOTH
    }

    ArgGroupSpec group() {
        return Option.group("Table", delimiter, headers, noHeaders, columns, id, skip, comment, quotes, decimal,
                missing,
                missingWords, booleans, transpose, part);
    }

    /// What chooses the columns that are read without one of them.
    ///
    /// @param place its position in the file, from 1
    Remedy without(int place) {
        if (transpose.get() != null) {
            return Remedy.NONE; // what is a column now was a row of the file
        }
        String chosen = columns.get().text();
        return new Remedy(Remedy.Kind.COLUMN_OUT, (chosen.isEmpty() ? "" : chosen + ",") + "!" + place);
    }

    Missing missing() {
        return missing.get();
    }

    /// The options as the reader takes them.
    private ReadOptions options(Tables which) {
        Dialect dialect = new Dialect(delimiter.get(), quotes.get(), decimal.get(), comment.get(), skip.get());
        return ReadOptions.DEFAULT.withDialect(dialect).withHeaders(headers(which)).withColumns(columns.get())
                .withLabels(id.get()).withMissing(missing.get()).withMissingWords(missingWords.get())
                .withOrientation(concerns(transpose.get(), which) ? Orientation.COLUMNS : Orientation.ROWS)
                .withBooleanWords(booleans.get() ? BooleanWords.NUMBERS : BooleanWords.TEXTS).withPart(part.get());
    }

    private Headers headers(Tables which) {
        boolean names = concerns(headers.get(), which);
        boolean data = concerns(noHeaders.get(), which);
        return names ? Headers.FIRST_ROW : data ? Headers.NONE : Headers.FIND;
    }

    private static boolean concerns(@Nullable Tables given, Tables which) {
        return given == which || given == Tables.BOTH;
    }

    /// Complains about options that contradict each other, before anything is read.
    void check(Command command) {
        for (Tables which : List.of(Tables.TABLE, Tables.OTHER)) {
            if (concerns(headers.get(), which) && concerns(noHeaders.get(), which)) {
                throw command.usage("--headers", "does not go with --no-headers for the same table");
            }
        }
    }

    /// Reads the table that an argument names, and says what was guessed.
    Table read(Console console, String argument, Workers workers) {
        return read(console, argument, Tables.TABLE, Set.of(), workers);
    }

    /// The same of a table whose rows are not named in the result.
    Table readColumns(Console console, String argument, Workers workers) {
        return read(console, argument, Tables.TABLE, Set.of(Note.Topic.REPEATED_LABELS), workers);
    }

    /// The same of the other table of a command that reads two.
    Table readOther(Console console, String argument, Workers workers) {
        return read(console, argument, Tables.OTHER, Set.of(), workers);
    }

    /// The same of another table whose rows are not named in the result.
    Table readOtherColumns(Console console, String argument, Workers workers) {
        return read(console, argument, Tables.OTHER, Set.of(Note.Topic.REPEATED_LABELS), workers);
    }

    /// Reads a table as it is stored, a sparse matrix without its zeros, and says what was guessed.
    ///
    /// @param which of the two tables it is
    Table readStored(Console console, String argument, Tables which, Workers workers) {
        console.await(argument, "a table");
        return said(console, TableReader.readSparse(console.input(argument), options(which), workers), Set.of());
    }

    /// Reads a square matrix whose rows and columns are the same things. Where numbers were taken for names, and the whole file is a square
    /// matrix too, nothing is a name.
    Table readSquare(Console console, String argument, Workers workers) {
        console.await(argument, "a table");
        ReadOptions options = options(Tables.TABLE);
        Table table = TableReader.read(console.input(argument), options, workers);
        boolean guessed = table.notes().stream()
                .anyMatch(note -> note.topic() == Note.Topic.HEADER || note.topic() == Note.Topic.LABELS);
        boolean asked = headers.get() != null || noHeaders.get() != null || id.isGiven();
        if (guessed && !asked && !argument.equals("-")) {
            try {
                Table plain = TableReader.read(console.input(argument),
                        options.withHeaders(Headers.NONE).withLabels(LabelColumn.NONE), workers);
                table = plain.rows() == plain.columns() ? plain : table;
            } catch (InputException e) {
                // it has names
            }
        }
        return said(console, table, Set.of(Note.Topic.REPEATED_LABELS));
    }

    /// Reads a table of which columns may be texts.
    MixedTable readMixed(Console console, String argument, Tables which, Workers workers) {
        console.await(argument, "a table");
        MixedTable mixed = TableReader.readMixed(console.input(argument), options(which), workers);
        Table table = mixed.table();
        say(console, table, Set.of());
        for (int j = 0; j < table.values().columns(); j++) {
            String title = table.columnTitle(j);
            String kind = mixed.texts().has(table, j) ? "texts" : "numbers";
            console.explain(() -> table.name() + ": column " + title + " has " + kind);
        }
        return mixed;
    }

    private Table read(Console console, String argument, Tables which, Set<Note.Topic> unsaid, Workers workers) {
        console.await(argument, "a table");
        return said(console, TableReader.read(console.input(argument), options(which), workers), unsaid);
    }

    private static Table said(Console console, Table table, Set<Note.Topic> unsaid) {
        say(console, table, unsaid);
        console.explain(() -> table.name() + ": " + table.rows() + " x " + table.columns() + " numbers"
                + (table.columnNames() == null ? ", no column names" : ", named columns")
                + (table.labels() == null ? ", no row labels" : ", labelled rows"));
        return table;
    }

    /// Says what was guessed when a table was read.
    ///
    /// @param unsaid what is of no concern
    static void say(Console console, Table table, Set<Note.Topic> unsaid) {
        for (Note note : table.notes()) {
            if (!unsaid.contains(note.topic())) {
                console.note(table.name(), note.found(), note.remedy());
            }
        }
    }
}
