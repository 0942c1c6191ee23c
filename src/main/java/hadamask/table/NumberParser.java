package hadamask.table;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// Reads a number from bytes: the double nearest to the decimal that stands there.
///
/// A number is a sign or none, digits with a point or without, an exponent or none; or `inf` or `infinity` with a sign or
/// none, in any case. What other languages take besides is no number here: `0x1p3`, `1d`, `1_000`, `1,5`.
final class NumberParser {
    private static final Set<String> MISSING = Set.of("", "na", "nan", "n/a", "null", "none", ".", "+nan", "-nan");
    private static final Set<String> INFINITE = Set.of("inf", "infinity", "+inf", "+infinity");
    private static final Set<String> MINUS_INFINITE = Set.of("-inf", "-infinity");
    /// The powers of ten that are doubles exactly.
    private static final double[] POWERS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
        1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    private static final int LONGEST_WORD = 9;

    private NumberParser() {
    }

    /// The number, or NaN when there is none.
    static double parse(byte[] text, int from, int to) {
        int k = from;
        boolean negative = k < to && text[k] == '-';
        if (negative || (k < to && text[k] == '+')) {
            k++;
        }
        long digits = 0; // overflows silently beyond 18 digits, which are not read from it
        int firstDigit = k;
        while (k < to && text[k] >= '0' && text[k] <= '9') {
            digits = 10 * digits + (text[k++] - '0');
        }
        int count = k - firstDigit;
        int scale = 0;
        if (k < to && text[k] == '.') {
            int point = ++k;
            while (k < to && text[k] >= '0' && text[k] <= '9') {
                digits = 10 * digits + (text[k++] - '0');
            }
            scale = point - k;
            count -= scale;
        }
        if (count == 0) {
            return word(text, from, to);
        }
        if (k < to && (text[k] == 'e' || text[k] == 'E')) {
            return isExponent(text, k + 1, to) ? JavaDoubleParser.parseDouble(text, from, to - from) : Double.NaN;
        }
        if (k != to) {
            return Double.NaN;
        }
        // Both numbers are exact doubles, so their quotient is rounded once: the nearest double.
        if (count <= 18 && digits <= 1L << 53 && -scale < POWERS.length) {
            double value = digits / POWERS[-scale];
            return negative ? -value : value;
        }
        return JavaDoubleParser.parseDouble(text, from, to - from);
    }

    /// Whether a cell says that its value is missing.
    static boolean isMissing(byte[] text, int from, int to) {
        return from == to || (to - from <= LONGEST_WORD && MISSING.contains(lowerCase(text, from, to)));
    }

    private static boolean isExponent(byte[] text, int from, int to) {
        int k = from < to && (text[from] == '-' || text[from] == '+') ? from + 1 : from;
        if (k == to) {
            return false;
        }
        while (k < to && text[k] >= '0' && text[k] <= '9') {
            k++;
        }
        return k == to;
    }

    private static double word(byte[] text, int from, int to) {
        if (to - from > LONGEST_WORD) {
            return Double.NaN;
        }
        String word = lowerCase(text, from, to);
        return INFINITE.contains(word)
                ? Double.POSITIVE_INFINITY
                : MINUS_INFINITE.contains(word) ? Double.NEGATIVE_INFINITY : Double.NaN;
    }

    private static String lowerCase(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }
}
