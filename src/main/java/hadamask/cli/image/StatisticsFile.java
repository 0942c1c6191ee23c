package hadamask.cli.image;

import hadamask.batch.Job;
import hadamask.batch.Observer;
import hadamask.batch.Outcome;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.TextEnding;
import hadamask.file.Draft;
import hadamask.segment.Statistics;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `--stats` writes: a line for each image, in the order of the images; JSON, or CSV when the name says so.
final class StatisticsFile implements Observer, AutoCloseable {
    /// Lines of JSON have several customary endings.
    private static final TextEnding ENDING = new TextEnding(".csv or .jsonl", "csv", "jsonl", "ndjson", "json");

    private final Console console;
    private final @Nullable String path;
    private @Nullable Draft file;

    /// @param path a file or `-`; null for no statistics
    StatisticsFile(Console console, @Nullable String path) {
        this.console = console;
        this.path = path;
    }

    /// Refuses a name that asks for another format.
    static void check(Command command, @Nullable String path) {
        if (path != null) {
            ENDING.require(command, "--stats", path);
        }
    }

    @Override
    public void inOrder(Outcome outcome) {
        if (outcome instanceof Outcome.Done(Job job, Statistics statistics, var seconds, var read)) {
            add(job, statistics, seconds);
        } else if (outcome instanceof Outcome.Skipped(Job job, Statistics statistics, var seconds)) {
            add(job, statistics, seconds);
        } // of others nothing is known
    }

    private void add(Job job, @Nullable Statistics statistics, Map<String, Double> seconds) {
        if (path == null || statistics == null) {
            return;
        }
        boolean csv = ENDING.of(path).equals("csv");
        if (file == null) {
            file = Draft.of(console.output(path));
            if (csv) {
                file.line(StatisticsLine.csvHeader());
            }
        }
        String input = job.source().name();
        String output = job.cutout();
        file.line(csv
                ? StatisticsLine.csv(input, output, statistics, seconds)
                : StatisticsLine.of(input, output, statistics, seconds));
    }

    /// Gives the file its name; there is none when no image was done.
    void finish() {
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
