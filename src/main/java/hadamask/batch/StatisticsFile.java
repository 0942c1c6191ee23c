package hadamask.batch;

import hadamask.file.Draft;
import hadamask.file.Output;
import hadamask.segment.Statistics;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A line of statistics for each image, in the order of the images; JSON or CSV.
public final class StatisticsFile implements Observer, AutoCloseable {
    private final Output output;
    private final boolean csv;
    private @Nullable Draft file;

    /// @param output where the lines go
    /// @param csv whether they are CSV, below a line with the names of the columns; otherwise each is an object of JSON
    public StatisticsFile(Output output, boolean csv) {
        this.output = output;
        this.csv = csv;
    }

    @Override
    public void inOrder(Outcome outcome) {
        if (outcome instanceof Outcome.Done(Job job, Statistics statistics, var seconds, var read, var partner, var measured)) {
            add(job, statistics, seconds);
        } else if (outcome instanceof Outcome.Skipped(Job job, Statistics statistics, var seconds, var measured)) {
            add(job, statistics, seconds);
        } // of others nothing is known
    }

    private void add(Job job, @Nullable Statistics statistics, Map<String, Double> seconds) {
        if (statistics == null) {
            return;
        }
        if (file == null) {
            file = Draft.of(output);
            if (csv) {
                file.line(StatisticsLine.csvHeader());
            }
        }
        String input = job.source().name();
        String cutout = job.cutout();
        file.line(csv
                ? StatisticsLine.csv(input, cutout, statistics, seconds)
                : StatisticsLine.of(input, cutout, statistics, seconds));
    }

    /// Gives the file its name; there is none when no image was done.
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
