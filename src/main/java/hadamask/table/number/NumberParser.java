package hadamask.table.number;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// Reads a number from bytes: the double nearest to the decimal, ties to even.
///
/// A number is an optional sign, digits with or without a point, and an optional exponent; or `inf` or `infinity` with an
/// optional sign, in upper or lower case. Other notations are not numbers: `0x1p3`, `1d`, `1_000`, `1,5`.
public final class NumberParser {
    private static final Set<String> INFINITE = Set.of("inf", "infinity", "+inf", "+infinity");
    private static final Set<String> MINUS_INFINITE = Set.of("-inf", "-infinity");
    private static final int LONGEST_WORD = 9;
    /// That many digits always fit into an unsigned 64-bit integer.
    private static final int DIGITS = 19;
    private static final int LARGEST_EXPONENT = 100_000;

    private final byte[] text;
    private final EightBytes words;
    private int end;

    /// @param text in which the numbers stand
    public NumberParser(byte[] text) {
        this.text = text;
        words = new EightBytes(text);
    }

    /// The number in a text, or NaN if it is not one.
    public static double parse(byte[] text, int from, int to) {
        NumberParser parser = new NumberParser(text);
        double value = parser.prefix(from, to);
        return parser.end == to && !Double.isNaN(value) ? value : word(text, from, to);
    }

    /// The position after the number that was read last.
    public int end() {
        return end;
    }

    /// The number of digits that a text begins with, up to [#end()]; NaN when it does not.
    public double prefix(int from, int to) {
        int k = from;
        boolean negative = k < to && text[k] == '-';
        if (negative || (k < to && text[k] == '+')) {
            k++;
        }
        int first = k;
        long digits = 0; // overflows beyond 19 digits, and is not used then
        while (k < to && isDigit(text[k])) {
            digits = 10 * digits + (text[k++] - '0');
        }
        int count = k - first;
        int exponent = 0;
        if (k < to && text[k] == '.') {
            int point = ++k;
            for (; to - k >= Long.BYTES; k += Long.BYTES) {
                long word = words.at(k);
                if (!EightBytes.areDigits(word)) {
                    break;
                }
                digits = 100_000_000 * digits + EightBytes.number(word);
            }
            while (k < to && isDigit(text[k])) {
                digits = 10 * digits + (text[k++] - '0');
            }
            exponent = point - k;
            count -= exponent;
        }
        if (count == 0) {
            return Double.NaN;
        }
        end = k;
        if (k < to && (text[k] | 0x20) == 'e') {
            int power = exponent(k + 1, to);
            if (end == k) {
                return Double.NaN;
            }
            exponent += power;
        }
        double value = count <= DIGITS ? DecimalToDouble.nearest(digits, exponent) : Double.NaN;
        if (Double.isNaN(value)) {
            return Double.parseDouble(new String(text, from, end - from, StandardCharsets.US_ASCII));
        }
        return negative ? -value : value;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /// The exponent after the `e`; the end does not move when there is none.
    private int exponent(int from, int to) {
        int k = from;
        boolean negative = k < to && text[k] == '-';
        if (negative || (k < to && text[k] == '+')) {
            k++;
        }
        int exponent = 0;
        for (; k < to && isDigit(text[k]); k++) {
            exponent = Math.min(10 * exponent + (text[k] - '0'), LARGEST_EXPONENT);
            end = k + 1;
        }
        return negative ? -exponent : exponent;
    }

    private static double word(byte[] text, int from, int to) {
        if (to - from > LONGEST_WORD) {
            return Double.NaN;
        }
        String word = lowerCase(text, from, to);
        if (INFINITE.contains(word)) {
            return Double.POSITIVE_INFINITY;
        }
        return MINUS_INFINITE.contains(word) ? Double.NEGATIVE_INFINITY : Double.NaN;
    }

    private static String lowerCase(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }
}
