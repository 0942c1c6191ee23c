package hadamask.batch;

import java.util.List;

/// What a report says of one image.
///
/// @param index its place among the images of the run, from 1
/// @param input the name of the image
/// @param output where its cut-out went, or was to go; empty where none is written
/// @param state what became of it
/// @param message of a failure, as standard error has it; empty for others
/// @param statistics as `--stats` writes them, one object of JSON; empty where they are not known
/// @param histogram pixels by grey, from black to white in equal steps; empty where it is not known
/// @param stagePixels pixels of the masks: clustered, filled, closed, final; empty where they are not known
/// @param pictures names of its pictures
public record ReportEntry(int index, String input, String output, State state, String message, String statistics,
        List<Long> histogram, List<Integer> stagePixels, List<String> pictures) {
    /// What became of an image.
    public enum State {
        /// Its results are written.
        DONE,
        /// An earlier run wrote its results.
        SKIPPED,
        /// It could not be done.
        FAILED
    }

    public ReportEntry {
        histogram = List.copyOf(histogram);
        stagePixels = List.copyOf(stagePixels);
        pictures = List.copyOf(pictures);
    }
}
