package hadamask.cli.option.color;

import hadamask.cli.option.OptionValues;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A colour as CSS writes it: `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`, `rgb(51, 102, 153)`, `rgb(20% 40% 60% / 50%)`, or one of
/// 148 names.
///
/// @param red from 0 to 255
/// @param green from 0 to 255
/// @param blue from 0 to 255
/// @param alpha from 0 to 255, which is opaque
public record ColorWord(int red, int green, int blue, int alpha) {
    /// How colours are written, for messages.
    static final String EXPECTED = "a name of CSS, #rgb, #rrggbb or rgb(R,G,B)";

    private static final int OPAQUE = 0xFF;
    private static final int PARTS = 3;

    /// Loaded for the words that need it.
    private static final class Functions {
        private static final String PART = "([0-9]{1,3}(?:\\.[0-9]{1,9})?%?)";
        private static final Pattern COMMAS = Pattern
                .compile("rgba?\\(" + PART + "," + PART + "," + PART + "(?:,([0-9]{0,3}(?:\\.[0-9]{1,9})?%?))?\\)");
        private static final Pattern BLANKS = Pattern
                .compile("rgba?\\(" + PART + " " + PART + " " + PART + "(?:/([0-9]{0,3}(?:\\.[0-9]{1,9})?%?))?\\)");

        private static @Nullable ColorWord of(String word) {
            String text = word.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replaceAll(" ?([(),/]) ?", "$1");
            Matcher parts = COMMAS.matcher(text);
            if (!parts.matches()) {
                parts = BLANKS.matcher(text);
                if (!parts.matches()) {
                    return null;
                }
            }
            int[] samples = new int[PARTS];
            for (int i = 0; i < PARTS; i++) {
                samples[i] = sample(word, parts.group(i + 1), OPAQUE);
            }
            String alpha = parts.group(PARTS + 1);
            return new ColorWord(samples[0], samples[1], samples[2], alpha == null ? OPAQUE : sample(word, alpha, 1));
        }

        /// @param whole the number that stands for 255
        private static int sample(String word, String number, int whole) {
            boolean percent = number.endsWith("%");
            String digits = percent ? number.substring(0, number.length() - 1) : number;
            double share = digits.isEmpty() ? 2 : Double.parseDouble(digits) / (percent ? 100 : whole);
            if (share > 1) {
                throw OptionValues.unexpected(word, "rgb(R,G,B) with numbers from 0 to 255, or 0% to 100%");
            }
            return (int) Math.round(share * OPAQUE);
        }
    }

    /// The colour that a word means; null where it is none.
    ///
    /// @throws picocli.CommandLine.TypeConversionException if it is written as a colour, and its numbers are out of range
    public static @Nullable ColorWord of(String word) {
        if (word.startsWith("#")) {
            return ofHex(word.substring(1));
        }
        if (word.regionMatches(true, 0, "rgb", 0, PARTS)) {
            return Functions.of(word);
        }
        Integer named = CssColors.of(word);
        return named == null ? null : new ColorWord(named >> 16, named >> 8 & OPAQUE, named & OPAQUE, OPAQUE);
    }

    private static @Nullable ColorWord ofHex(String digits) {
        int length = digits.length();
        for (int i = 0; i < length; i++) {
            if (Character.digit(digits.charAt(i), 16) < 0 || digits.charAt(i) > 'f') {
                return null;
            }
        }
        return switch (length) {
            case 3, 4 -> new ColorWord(nibble(digits, 0), nibble(digits, 1), nibble(digits, 2),
                    length == 4 ? nibble(digits, 3) : OPAQUE);
            case 6, 8 -> new ColorWord(octet(digits, 0), octet(digits, 2), octet(digits, 4),
                    length == 8 ? octet(digits, 6) : OPAQUE);
            default -> null;
        };
    }

    private static int nibble(String digits, int at) {
        return 0x11 * Character.digit(digits.charAt(at), 16);
    }

    private static int octet(String digits, int at) {
        return Integer.parseInt(digits.substring(at, at + 2), 16);
    }

    boolean isOpaque() {
        return alpha == OPAQUE;
    }
}
