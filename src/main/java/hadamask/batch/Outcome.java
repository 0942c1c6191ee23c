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
    /// @param read the state of the image before it was read; null when nobody asked
    /// @param partner the state of the file that was read with it; null where there is none
    /// @param measured what was measured in it; null when nobody asked
    record Done(Job job, @Nullable Statistics statistics, Map<String, Double> seconds, @Nullable FileState read,
            @Nullable FileState partner, @Nullable Measured measured) implements Outcome {
        /// An image that was read alone, and not measured.
        public Done(Job job, @Nullable Statistics statistics, Map<String, Double> seconds, @Nullable FileState read) {
            this(job, statistics, seconds, read, null, null);
        }
    }

    /// An earlier run wrote its results, and nothing has changed since.
    ///
    /// @param statistics what was found in it then; null when nobody asks
    /// @param seconds the time that each stage took then
    /// @param measured what was measured in it then; null when nobody asks
    record Skipped(Job job, @Nullable Statistics statistics, Map<String, Double> seconds, @Nullable Measured measured)
            implements
                Outcome {}

    /// It could not be done.
    ///
    /// @param cause where, what was found there, and what to do about it
    record Failed(Job job, InputException cause) implements Outcome {}
}
