package hadamask.cli;

import hadamask.batch.Job;
import hadamask.batch.Observer;
import hadamask.batch.Outcome;
import hadamask.segment.Statistics;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `--stats` writes: a line for each image, in the order of the images.
final class StatisticsFile implements Observer {
    private final Console console;
    private final @Nullable String path;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    private StatisticsFile(Console console, @Nullable String path) {
        this.console = console;
        this.path = path;
    }

    /// @param path a file or `-`; null for no statistics
    static StatisticsFile to(Console console, @Nullable String path) {
        return new StatisticsFile(console, path);
    }

    @Override
    public void inOrder(Outcome outcome) {
        switch (outcome) {
            case Outcome.Done(Job job, Statistics statistics, var seconds) -> add(job, statistics, seconds);
            case Outcome.Skipped(Job job, Statistics statistics, var seconds) -> add(job, statistics, seconds);
            case Outcome.Failed failed -> {
                // nothing is known of it
            }
        }
    }

    private void add(Job job, @Nullable Statistics statistics, Map<String, Double> seconds) {
        if (path != null && statistics != null) {
            String line = StatisticsLine.of(job.source().name(), job.cutout().output(), statistics, seconds);
            lines.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Writes the file; none when no image was done.
    void write() {
        if (path != null && lines.size() > 0) {
            console.output(path).write(lines::writeTo);
        }
    }
}
