package hadamask.cli.image;

import hadamask.cli.option.Option;
import hadamask.cli.option.OptionTexts;
import hadamask.cli.option.OptionValues;
import hadamask.segment.split.Split;
import org.jspecify.annotations.Nullable;

/// `--split[=H]`, as every command has it that takes objects apart.
final class SplitOption {
    private SplitOption() {
    }

    static Option<@Nullable Split> of(String description) {
        return Option.optional(SplitOption::isDepth, OptionTexts.of(Split.DEFAULT), "H", OptionValues::split,
                description, "--split");
    }

    static Split value(Option<@Nullable Split> option) {
        Split given = option.get();
        return given == null ? Split.NONE : given;
    }

    /// Whether a word behind a blank is a depth: whole numbers could be anything else.
    private static boolean isDepth(String word) {
        return word.matches("\\d*\\.\\d+|\\d+\\.?");
    }
}
