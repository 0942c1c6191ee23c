package hadamask.batch;

import hadamask.file.InputException;
import hadamask.segment.Statistics;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What became of an image.
public sealed interface Outcome {
    /// The image, and where its results were to go.
    Job job();

    /// Its results are written.
    ///
    /// @param statistics what was found in it; null when nobody asked
    /// @param seconds the time that each stage took
    record Done(Job job, @Nullable Statistics statistics, Map<String, Double> seconds) implements Outcome {}

    /// An earlier run wrote its results, and nothing has changed since.
    ///
    /// @param statistics what was found in it then; null when nobody asks
    /// @param seconds the time that each stage took then
    record Skipped(Job job, @Nullable Statistics statistics, Map<String, Double> seconds) implements Outcome {}

    /// It could not be done.
    ///
    /// @param cause where, what was found there, and what to do about it
    record Failed(Job job, InputException cause) implements Outcome {}
}
