package hadamask.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
/// @param image the name of the image as a table of choices has it; the input may say more
/// @param options what is typed to have this mask; null where that is not known
/// @param objects what was measured; null where nothing was
public record ReportEntry(int index, String input, String output, State state, String message, String statistics,
        List<Long> histogram, List<Integer> stagePixels, List<String> pictures, String image,
        @Nullable String options, @Nullable ReportObjects objects) {
    /// What became of an image.
    public enum State {
        /// Its results are written.
        DONE,
        /// An earlier run wrote its results.
        SKIPPED,
        /// It could not be done.
        FAILED
    }

    /// An entry of which no options are known, and no objects.
    public ReportEntry(int index, String input, String output, State state, String message, String statistics,
            List<Long> histogram, List<Integer> stagePixels, List<String> pictures) {
        this(index, input, output, state, message, statistics, histogram, stagePixels, pictures, input, null, null);
    }

    /// The same with the options of an image.
    ReportEntry withOptions(String its, @Nullable String words) {
        return new ReportEntry(index, input, output, state, message, statistics, histogram, stagePixels, pictures, its,
                words, objects);
    }

    /// The same with the objects of an image.
    ReportEntry withObjects(@Nullable ReportObjects its) {
        return new ReportEntry(index, input, output, state, message, statistics, histogram, stagePixels, pictures, image,
                options, its);
    }

    public ReportEntry {
        histogram = List.copyOf(histogram);
        stagePixels = List.copyOf(stagePixels);
        pictures = List.copyOf(pictures);
    }
}
