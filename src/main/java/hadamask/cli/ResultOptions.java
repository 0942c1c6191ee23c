package hadamask.cli;

import hadamask.batch.RowsFile;
import hadamask.batch.Targets;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.file.FilePath;
import hadamask.file.Output;
import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import hadamask.table.write.Format;
import hadamask.table.write.MatrixFrame;
import hadamask.table.write.NumberType;
import hadamask.table.write.Precision;
import hadamask.table.write.RowColumns;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;

/// Options of where numbers go and how they are written, shared by all commands that write a matrix.
public final class ResultOptions {
    private static final TextEnding ENDING = new TextEnding(
            ".csv, .tsv, .json, .npy, .phy, .npz, .mtx, .graphml, .edges or --format", "csv", "tsv", "tab", "json",
            "npy",
            "phy", "phylip", "dist", "npz", "mtx", "graphml", "edges");

    private static final TextEnding ROWS = new TextEnding(".csv, .tsv, .jsonl, .npy or --format", "csv", "tsv", "tab",
            "jsonl", "ndjson", "json", "npy");

    private final Option<@Nullable String> output = Option
            .path("A file, whole or absent; - is standard output; none: only the picture that is asked for (default: -).",
                    "-o", "--output");
    private final Option<@Nullable Format> format = Option.<@Nullable Format>of(null,
            "csv|tsv|json|npy|phylip|npz|mtx|graphml|edges",
            word -> OptionValues.oneOf(Format.class, word), "Default: what the output's name says, or csv.", "-f",
            "--format").aside();
    private final Option<Precision> digits = Option.of(Precision.SHORTEST, "N", OptionValues::digits,
            "Significant digits (default: as few as read back to the same number).", "--digits").aside();
    private final Option<NumberType> type = Option.of(NumberType.FLOAT64, "float64|float32",
            word -> OptionValues.oneOf(NumberType.class, word),
            "The numbers of a .npy: all digits, or half the bytes, rounded to 7 digits (default: float64).", "--dtype")
            .aside();
    private final Option<Integer> threads = Option.of(Runtime.getRuntime().availableProcessors(), "N",
            OptionValues::threads, "Threads; the result does not depend on them (default: all cores).", "-j",
            "--threads").aside();

    public ArgGroupSpec group() {
        return Option.group("Result", output, format, digits, type, threads);
    }

    /// Whether a word has the ending of a table that can be written.
    public static boolean couldBeOutput(String word) {
        return ENDING.isKnown(word);
    }

    /// The file, or `-`.
    public String output() {
        String given = output.get();
        return given == null ? "-" : given;
    }

    /// Whether the numbers are wanted, and not only the picture that a command also writes.
    public boolean isWanted() {
        return !Targets.NONE.equals(output.get());
    }

    /// Where the numbers go; nowhere when they are not wanted.
    public Output target(Console console) {
        return isWanted() ? console.output(output()) : Output.stream(Targets.NONE, OutputStream.nullOutputStream());
    }

    /// Refuses `-o none` where nothing else is asked for.
    ///
    /// @param option that asks for a picture
    /// @param picture its value
    public void requireAnother(Command command, String option, @Nullable String picture) {
        if (!isWanted() && picture == null) {
            throw command.usage("--output", "none leaves nothing to do, expected " + option + " with it");
        }
    }

    /// Refuses `-o none` where the numbers are all that is written.
    public void requireWanted(Command command) {
        if (!isWanted()) {
            throw command.usage("--output", "none leaves nothing to do, expected a file or -");
        }
    }

    /// Has the work of a command done by as many threads as were asked for, or fewer where memory is short: all that it does in
    /// parallel, from reading to drawing.
    public void byWorkers(Console console, Consumer<Workers> work) {
        try (Workers workers = new Workers(console.memory().threads(threads.get()))) {
            workers.within(() -> work.accept(workers));
        }
    }

    /// How many threads were asked for.
    public int threads() {
        return threads.get();
    }

    /// How a table of many images is written.
    public RowsFile.Kind rows(Command command) {
        Format given = format.get();
        if (given == null) {
            return rows(output());
        }
        return switch (given) {
            case CSV -> RowsFile.Kind.CSV;
            case TSV -> RowsFile.Kind.TSV;
            case JSON -> RowsFile.Kind.JSON_LINES;
            case NPY -> RowsFile.Kind.NPY;
            case PHYLIP, NPZ, MTX, GRAPHML, EDGES -> throw command.usage("--format",
                    given.name().toLowerCase(Locale.ROOT) + (given == Format.PHYLIP
                            ? " holds distances"
                            : " holds pairs of rows") + ", expected csv, tsv, json or npy");
        };
    }

    /// How a table of many images of that name is written.
    public static RowsFile.Kind rows(String output) {
        return switch (ROWS.of(output)) {
            case "tsv", "tab" -> RowsFile.Kind.TSV;
            case "jsonl", "ndjson", "json" -> RowsFile.Kind.JSON_LINES;
            case "npy" -> RowsFile.Kind.NPY;
            default -> RowsFile.Kind.CSV;
        };
    }

    /// Complains about the name of a table of many images that asks for another format.
    public static void requireRows(Command command, String option, String output) {
        ROWS.require(command, option, output);
    }

    /// Complains, before anything is read, about what does not fit a table of many images.
    public void checkRows(Command command, Iterable<String> inputs) {
        if (type.get() != NumberType.FLOAT64) {
            throw command.usage("--dtype", "float32 is for matrices, a table of regions has float64");
        }
        command.requireNotAnInput("--output", output(), inputs);
        if (format.get() == null && isWanted()) {
            ROWS.require(command, "--output", output());
        }
        if (rows(command) == RowsFile.Kind.NPY) {
            command.requireNoTerminal("--output", output(), "a .npy");
        }
    }

    /// Says where the names of images are that a `.npy` has no room for.
    public void noteNames(Console console, Command command) {
        noteNames(console, rows(command), output());
    }

    /// The same of a table of that name.
    public static void noteNames(Console console, RowsFile.Kind kind, String output) {
        if (kind == RowsFile.Kind.NPY) {
            boolean file = console.output(output).hasPlaces();
            console.note("note: " + (file ? output : "standard output")
                    + ": a .npy holds numbers alone: its first column is the place of the image, from 1"
                    + (file ? ", the names are in " + RowsFile.names(FilePath.of(output)) : ""));
        }
    }

    public Precision precision() {
        return digits.get().withType(type.get());
    }

    /// The format that was asked for, or that the output's name says.
    public Format format() {
        Format given = format.get();
        return given == null ? Format.ofName(output()).orElse(Format.CSV) : given;
    }

    /// Complains, before anything is read, about what does not fit a result that is no matrix of distances.
    public void check(Command command, Iterable<String> inputs) {
        if (!format().isForMatrices()) {
            throw command.usage("--format", format().name().toLowerCase(Locale.ROOT)
                    + " holds " + (format() == Format.PHYLIP ? "distances" : "pairs of rows")
                    + ", expected csv, tsv, json or npy");
        }
        checkPairs(command, inputs);
    }

    private void requireNpyForType(Command command) {
        if (type.get() != NumberType.FLOAT64 && format() != Format.NPY) {
            throw command.usage("--dtype",
                    "float32 is a type of .npy, expected such an output; --digits rounds a text");
        }
    }

    /// The same for a matrix of distances, which any format may hold.
    public void checkPairs(Command command, Iterable<String> inputs) {
        requireNpyForType(command);
        if (format().isBinary()) {
            command.requireNoTerminal("--output", output(), "a ." + format().name().toLowerCase(Locale.ROOT));
        }
        command.requireNotAnInput("--output", output(), inputs);
        if (format.get() == null && isWanted()) {
            ENDING.require(command, "--output", output());
        }
    }

    /// Writes a whole matrix.
    public void write(Console console, MatrixFrame frame, Matrix values, Workers workers) {
        target(console).write(out -> format().matrix(out, precision(), workers).write(frame, values));
    }

    /// Writes a line for each row of a table.
    public void write(Console console, RowColumns rows, Workers workers) {
        write(console, rows.frame(), rows.values(), workers);
    }
}
