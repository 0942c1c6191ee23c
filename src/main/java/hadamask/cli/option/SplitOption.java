package hadamask.cli.option;

import hadamask.segment.split.Split;
import org.jspecify.annotations.Nullable;

/// `--split[=H]`, as every command has it that takes objects apart.
public final class SplitOption {
    private SplitOption() {
    }

    /// The option; null when it is not given.
    public static Option<@Nullable Split> of(String description) {
        return Option.optional(SplitOption::isDepth, OptionTexts.of(Split.DEFAULT), "H", OptionValues::split,
                description, "--split");
    }

    /// The split that was asked for, or none.
    public static Split value(Option<@Nullable Split> option) {
        Split given = option.get();
        return given == null ? Split.NONE : given;
    }

    /// Whether a word behind a blank is a depth: whole numbers could be anything else.
    private static boolean isDepth(String word) {
        return word.matches("\\d*\\.\\d+|\\d+\\.?");
    }
}
