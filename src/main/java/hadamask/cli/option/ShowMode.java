package hadamask.cli.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The words of `--show`.
public enum ShowMode {
    /// What the terminal announces.
    AUTO("auto"),
    /// The graphics protocol of kitty.
    KITTY("kitty"),
    /// Sixels.
    SIXEL("sixel"),
    /// Half blocks in 24-bit colours.
    BLOCKS("blocks"),
    /// Half blocks in 256 colours.
    PALETTE("256"),
    /// Nothing.
    NONE("none");

    private final String word;

    ShowMode(String word) {
        this.word = word;
    }

    /// How it is written.
    String word() {
        return word;
    }

    public static boolean isWord(String text) {
        return Arrays.stream(values()).anyMatch(mode -> mode.word.equalsIgnoreCase(text));
    }

    /// The mode of a word.
    public static ShowMode of(String word) {
        List<String> words = new ArrayList<>();
        for (ShowMode mode : values()) {
            if (mode.word.equals(word.toLowerCase(Locale.ROOT))) {
                return mode;
            }
            words.add(mode.word);
        }
        String last = words.removeLast();
        String expected = String.join(", ", words) + " or " + last;
        words.add(last);
        throw OptionValues.unexpected(word, expected, words);
    }
}
