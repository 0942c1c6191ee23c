package hadamask.table;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// Reads a number from bytes: the double nearest to the decimal that stands there, ties to even.
///
/// A number is a sign or none, digits with a point or without, an exponent or none; or `inf` or `infinity` with a sign or
/// none, in any case. What other languages take besides is no number here: `0x1p3`, `1d`, `1_000`, `1,5`.
final class NumberParser {
    private static final Set<String> MISSING = Set.of("", "na", "nan", "n/a", "null", "none", ".", "+nan", "-nan");
    private static final Set<String> INFINITE = Set.of("inf", "infinity", "+inf", "+infinity");
    private static final Set<String> MINUS_INFINITE = Set.of("-inf", "-infinity");
    private static final int LONGEST_WORD = 9;
    /// So many digits always fit into an unsigned 64-bit integer.
    private static final int DIGITS = 19;
    private static final int LARGEST_EXPONENT = 100_000;

    private NumberParser() {
    }

    /// The number, or NaN when there is none.
    static double parse(byte[] text, int from, int to) {
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
            while (k < to && isDigit(text[k])) {
                digits = 10 * digits + (text[k++] - '0');
            }
            exponent = point - k;
            count -= exponent;
        }
        if (count == 0) {
            return word(text, from, to);
        }
        if (k < to) {
            int power = (text[k] | 0x20) == 'e' ? exponent(text, k + 1, to) : Integer.MIN_VALUE;
            if (power == Integer.MIN_VALUE) {
                return Double.NaN;
            }
            exponent += power;
        }
        double value = count <= DIGITS ? DecimalToDouble.nearest(digits, exponent) : Double.NaN;
        if (Double.isNaN(value)) {
            return Double.parseDouble(new String(text, from, to - from, StandardCharsets.US_ASCII));
        }
        return negative ? -value : value;
    }

    /// Whether a cell says that its value is missing.
    static boolean isMissing(byte[] text, int from, int to) {
        return from == to || (to - from <= LONGEST_WORD && MISSING.contains(lowerCase(text, from, to)));
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /// The exponent behind the `e`, or the smallest integer when there is none.
    private static int exponent(byte[] text, int from, int to) {
        int k = from;
        boolean negative = k < to && text[k] == '-';
        if (negative || (k < to && text[k] == '+')) {
            k++;
        }
        if (k == to) {
            return Integer.MIN_VALUE;
        }
        int exponent = 0;
        for (; k < to; k++) {
            if (!isDigit(text[k])) {
                return Integer.MIN_VALUE;
            }
            exponent = Math.min(10 * exponent + (text[k] - '0'), LARGEST_EXPONENT);
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
