package hadamask.cli;

import hadamask.batch.CsvLine;
import hadamask.batch.Observer;
import hadamask.batch.Outcome;
import hadamask.file.Draft;
import hadamask.file.InputException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says what could not be done, a line for each image; and writes the same as CSV, when it is asked to.
public final class Failures implements Observer, AutoCloseable {
    private static final TextEnding ENDING = new TextEnding(".csv", "csv", "txt", "log");

    private final Console console;
    private final @Nullable Draft file;

    /// @param path a file or `-`; null for none
    public Failures(Console console, @Nullable String path) {
        this.console = console;
        this.file = path == null ? null : Draft.of(console.output(path));
        if (file != null) {
            file.line(CsvLine.of(List.of("input", "where", "problem", "remedy")));
        }
    }

    /// Refuses a name that asks for another format.
    public static void check(Command command, @Nullable String path) {
        if (path != null) {
            ENDING.require(command, "--errors", path);
        }
    }

    @Override
    public void inOrder(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            add(failed.job().source().name(), failed.cause());
        }
    }

    /// Adds what could not be done.
    ///
    /// @param input the image, or the folder
    public void add(String input, InputException cause) {
        console.error(cause);
        if (file != null) {
            file.line(CsvLine.of(List.of(input, cause.where(), cause.problem(), RemedyWords.of(cause.remedy()))));
        }
    }

    /// Gives the file its name.
    public void finish() {
        if (file != null) {
            file.finish();
        }
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
