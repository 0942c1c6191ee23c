package hadamask.table.number;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Numbers as people write them: with a decimal comma, or with thousands separators.
public final class Punctuation {
    private Punctuation() {
    }

    /// Compiled only for a cell that may be one; most are not.
    private static final class Patterns {
        static final Predicate<String> PUNCTUATED = Pattern
                .compile("[+-]?[0-9]+([.][0-9]+)*+[,' ][0-9]+([.,' ][0-9]+)*+").asMatchPredicate();
        static final Predicate<String> DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]+").asMatchPredicate();

        private Patterns() {
        }
    }

    /// Whether a cell looks like a number with a decimal comma or thousands separators: `2,5`, `1 000`, `1.000,5`. It is
    /// none, but no label either.
    public static boolean isPunctuated(String cell) {
        return mayBe(cell) && Patterns.PUNCTUATED.test(cell);
    }

    /// Whether a cell is a number with a decimal comma, or with one between thousands.
    public static boolean isDecimalComma(String cell) {
        return mayBe(cell) && Patterns.DECIMAL_COMMA.test(cell);
    }

    private static boolean mayBe(String cell) {
        char first = cell.isEmpty() ? ' ' : cell.charAt(0);
        char last = cell.isEmpty() ? ' ' : cell.charAt(cell.length() - 1);
        return ((first >= '0' && first <= '9') || first == '+' || first == '-') && last >= '0' && last <= '9';
    }
}
