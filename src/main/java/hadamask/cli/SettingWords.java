package hadamask.cli;

import hadamask.segment.Background;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.Separation;
import java.util.LinkedHashMap;
import java.util.Map;

/// The settings of a run in the words of its options: with them the command line can be written again.
final class SettingWords {
    private final Map<String, String> words = new LinkedHashMap<>();

    private SettingWords() {
    }

    /// The word of each option that decides what becomes of an image, also of those that were not given.
    static Map<String, String> of(SegmentationOptions options, Background background) {
        SettingWords settings = new SettingWords();
        settings.put("--gray", options.gray());
        if (options.separation() instanceof Separation.KMeans(int k, long seed)) {
            settings.put("--clusters", k);
            settings.put("--seed", seed);
        } else if (options.separation() instanceof Separation.Threshold(double gray)) {
            settings.put("--threshold", gray);
        }
        settings.put("--foreground", options.foreground());
        settings.put("--fill-holes", options.refinement().holes());
        settings.put("--closing", options.refinement().closing());
        settings.put("--border", options.refinement().closing().border());
        settings.put("--min-area", options.refinement().minArea());
        settings.put("--largest", options.refinement().onlyLargest());
        settings.put("--invert", options.invert());
        settings.put("--background", background);
        return settings.words;
    }

    private void put(String option, Object value) {
        words.put(option, OptionTexts.of(value));
    }
}
