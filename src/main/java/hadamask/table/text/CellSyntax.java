package hadamask.table.text;

import hadamask.table.Dialect;
import hadamask.table.ReadOptions;
import hadamask.table.number.NumberParser;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// How cells are separated, and what they contain.
///
/// @param delimiter between cells
/// @param quotes whether they hold a cell together
/// @param decimal mark of numbers
/// @param missing the words for a missing value
/// @param words whether `true` and `no` are numbers
public record CellSyntax(char delimiter, Dialect.Quotes quotes, Dialect.Decimal decimal, MissingWords missing,
        ReadOptions.BooleanWords words) {
    private static final int LONGEST_WORD = 5;

    /// What a cell is by itself.
    enum Kind {
        EMPTY, MISSING, NUMBER, TEXT
    }

    public static CellSyntax of(char delimiter, ReadOptions options) {
        return new CellSyntax(delimiter, options.dialect().quotes(), options.dialect().decimal(),
                MissingWords.with(options.missingWords()), options.words());
    }

    /// Whether digits are a number without further checks: with a decimal point, and no number means a missing value.
    boolean isPlain() {
        return decimal == Dialect.Decimal.POINT && !missing.haveNumbers();
    }

    /// The number in a cell; NaN when it is not a number, or stands for a missing value.
    double number(byte[] text, int from, int to) {
        double value = digits(text, from, to);
        return missing.contains(value) ? Double.NaN : value;
    }

    private double digits(byte[] text, int from, int to) {
        double value = decimal == Dialect.Decimal.POINT
                ? NumberParser.parse(text, from, to)
                : withComma(text, from, to);
        return words == ReadOptions.BooleanWords.NUMBERS && Double.isNaN(value) ? truth(text, from, to) : value;
    }

    /// 1 for `true` and `yes`, 0 for `false` and `no`, in any case of letters; NaN for any other cell.
    static double truth(byte[] text, int from, int to) {
        if (to - from > LONGEST_WORD) {
            return Double.NaN;
        }
        String word = new String(text, from, to - from, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        boolean isTrue = word.equals("true") || word.equals("yes");
        return isTrue ? 1 : word.equals("false") || word.equals("no") ? 0 : Double.NaN;
    }

    /// Whether a cell is such a word, which is a number on request.
    static boolean isTruth(String cell) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        return !Double.isNaN(truth(bytes, 0, bytes.length));
    }

    private static double withComma(byte[] text, int from, int to) {
        byte[] cell = new byte[to - from];
        for (int k = 0; k < cell.length; k++) {
            byte b = text[from + k];
            if (b == '.') {
                return Double.NaN; // between thousands: nobody can tell 1.000 from 1
            }
            cell[k] = b == ',' ? (byte) '.' : b;
        }
        return NumberParser.parse(cell, 0, cell.length);
    }

    /// Whether a cell says that its value is missing.
    boolean isMissing(byte[] text, int from, int to) {
        return missing.contains(text, from, to)
                || (missing.haveNumbers() && missing.contains(digits(text, from, to)));
    }

    /// The number that a cell is, or NaN.
    double number(String cell) {
        byte[] bytes = cell.strip().getBytes(StandardCharsets.UTF_8);
        return number(bytes, 0, bytes.length);
    }

    /// What a cell is.
    Kind kind(String cell) {
        byte[] bytes = cell.strip().getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            return Kind.EMPTY;
        }
        if (isMissing(bytes, 0, bytes.length)) {
            return Kind.MISSING;
        }
        return Double.isNaN(number(bytes, 0, bytes.length)) ? Kind.TEXT : Kind.NUMBER;
    }
}
