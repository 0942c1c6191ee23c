package hadamask.cli.image;

import hadamask.cli.option.OptionTexts;
import hadamask.segment.Background;
import hadamask.segment.GrayClustering;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.Thresholding;
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
        switch (options.method()) {
            case GrayClustering method -> settings.put(method);
        }
        settings.put("--fill-holes", options.refinement().holes());
        settings.put("--closing", options.refinement().closing());
        settings.put("--border", options.refinement().closing().border());
        settings.put("--split", options.refinement().split());
        settings.put("--min-area", options.refinement().minArea());
        settings.put("--largest", options.refinement().onlyLargest());
        settings.put("--invert", options.invert());
        settings.put("--background", background);
        return settings.words;
    }

    private void put(GrayClustering method) {
        put("--gray", method.scale());
        switch (method.thresholding()) {
            case Thresholding.KMeans kmeans -> {
                put("--clusters", kmeans.k());
                put("--seed", kmeans.seed());
            }
            case Thresholding.Fixed fixed -> put("--threshold", fixed.gray());
        }
        put("--foreground", method.foreground());
        put("--alpha", method.alpha());
    }

    private void put(String option, Object value) {
        words.put(option, OptionTexts.of(value));
    }
}
