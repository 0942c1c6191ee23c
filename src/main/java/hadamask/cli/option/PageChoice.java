package hadamask.cli.option;

import java.util.List;

/// Which pages of a file are worked on.
///
/// @param number from 1; 0 for all
public record PageChoice(int number) {
    private static final int MAX = 1 << 20;

    /// A number from 1, or `all`.
    public static PageChoice of(String value) {
        return new PageChoice(value.equalsIgnoreCase("all")
                ? 0
                : (int) OptionValues.wholeNumber(value, n -> n >= 1 && n <= MAX,
                        "the number of a page from 1, or all", List.of("all")));
    }

    /// Whether each page is an image of its own.
    public boolean isAll() {
        return number == 0;
    }

    @Override
    public String toString() {
        return isAll() ? "all" : Integer.toString(number);
    }
}
