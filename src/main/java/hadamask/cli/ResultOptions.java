package hadamask.cli;

import hadamask.table.Format;
import hadamask.table.MatrixFrame;
import hadamask.table.Precision;
import hadamask.table.Workers;
import hadamask.matrix.Matrix;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of where numbers go, and how they are written; the same in each command that writes them.
final class ResultOptions {
    static final String HEADING = "%nThe result:%n";

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", order = 40, description = {
        "A file, whole or absent; - is standard output.", "Default: -."})
    private String output = "-";

    @Option(names = {"-f", "--format"}, paramLabel = "csv|tsv|json|npy|phylip", order = 41, description = {
        "Default: what the name of the output says, or csv."})
    private @Nullable Format format;

    @Option(names = "--digits", paramLabel = "N", order = 42, description = {"Significant digits, 1 to 17.",
        "Default: as few as read back to the same number."})
    private @Nullable Integer digits;

    @Option(names = {"-j", "--threads"}, paramLabel = "N", order = 43, description = {
        "How many threads; the result does not depend on it.", "Default: all cores."})
    private int threads = Runtime.getRuntime().availableProcessors();

    String output() {
        return output;
    }

    int threads(Command command) {
        if (threads < 1 || threads > 4096) {
            throw command.usage("--threads", threads + " is out of range, expected 1 to 4096");
        }
        return threads;
    }

    Precision precision(Command command) {
        if (digits == null) {
            return Precision.SHORTEST;
        }
        if (digits < 1 || digits > 17) {
            throw command.usage("--digits", digits + " is out of range, expected 1 to 17");
        }
        return new Precision(digits);
    }

    /// The format that was asked for, or that the output's name says.
    Format format() {
        return format == null ? Format.ofName(output).orElse(Format.CSV) : format;
    }

    /// The format of a result that is no matrix of distances.
    Format tableFormat(Command command) {
        if (format() == Format.PHYLIP) {
            throw command.usage("--format", "phylip holds distances, expected csv, tsv, json or npy");
        }
        return format();
    }

    /// Complains about what does not fit, before anything is read.
    void check(Command command, Iterable<String> inputs) {
        tableFormat(command);
        checkAll(command, inputs);
    }

    /// The same; any format may be asked for.
    void checkAll(Command command, Iterable<String> inputs) {
        threads(command);
        precision(command);
        command.requireNotAnInput("--output", output, inputs);
    }

    /// Writes a whole matrix.
    void write(Command command, Console console, MatrixFrame frame, Matrix values) {
        try (Workers workers = new Workers(threads(command))) {
            console.output(output).write(
                    out -> tableFormat(command).matrix(out, precision(command), workers).write(frame, values));
        }
    }
}
