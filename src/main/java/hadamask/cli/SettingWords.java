package hadamask.cli;

import hadamask.segment.Background;
import hadamask.segment.Closing;
import hadamask.segment.Foreground;
import hadamask.segment.Holes;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.Separation;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The settings of a run in the words of its options: with them the command line can be written again.
final class SettingWords {
    private SettingWords() {
    }

    /// The word of each option that decides what becomes of an image, also of those that were not given.
    static Map<String, String> of(SegmentationOptions options, Background background) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("--gray", word(options.gray()));
        switch (options.separation()) {
            case Separation.KMeans(int k, long seed) -> {
                words.put("--clusters", String.valueOf(k));
                words.put("--seed", String.valueOf(seed));
            }
            case Separation.Threshold(double gray) -> words.put("--threshold", String.valueOf(gray));
        }
        words.put("--foreground", word(options.foreground()));
        words.put("--fill-holes", word(options.refinement().holes()));
        words.put("--closing", word(options.refinement().closing()));
        words.put("--border", word(options.refinement().closing().border()));
        words.put("--min-area", String.valueOf(options.refinement().minArea()));
        words.put("--largest", options.refinement().onlyLargest() ? "yes" : "no");
        words.put("--invert", options.invert() ? "yes" : "no");
        words.put("--background", word(background));
        return words;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String word(Foreground foreground) {
        return switch (foreground) {
            case Foreground.Auto() -> "auto";
            case Foreground.Bright() -> "bright";
            case Foreground.Dark() -> "dark";
            case Foreground.At(int x, int y) -> x + "," + y;
        };
    }

    private static String word(Holes holes) {
        return holes.equals(Holes.ALL) ? "all" : holes.equals(Holes.NONE) ? "none" : String.valueOf(holes.largest());
    }

    private static String word(Closing closing) {
        return closing.radius() == 0 ? "none" : closing.side() + "x" + closing.iterations();
    }

    private static String word(Background background) {
        return switch (background) {
            case Background.Transparent() -> "transparent";
            case Background.Color(int red, int green, int blue) -> String.format("#%02x%02x%02x", red, green, blue);
        };
    }
}
