package hadamask.cli.table;

import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.distance.Measure;
import hadamask.distance.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/// `--metric`: one measure by its name, or several with commas between.
final class MeasureOption {
    private final Option<List<Named>> option;

    /// A measure and the word by which it was asked for.
    ///
    /// @param measure as [Metrics] has it: what the table and other options say of it is not in it yet
    record Named(String word, Measure measure) {
        /// The word. That of a record would be put together by code that is made when it first runs, in 10 ms.
        @Override
        public String toString() {
            return word;
        }
    }

    /// @param initial what is measured without the option
    /// @param all the measures there are
    MeasureOption(Measure initial, Supplier<List<Measure>> all, String description) {
        option = Option.of(List.of(new Named(initial.names().getFirst(), initial)), "NAME,...",
                words -> named(words, all.get()), description, "-m", "--metric");
    }

    OptionSpec spec() {
        return option.spec();
    }

    List<Named> get() {
        return option.get();
    }

    /// Whether it is not what is measured without it.
    boolean isGiven() {
        return option.isGiven();
    }

    boolean areSeveral() {
        return get().size() > 1;
    }

    /// Whether columns may be texts: all that is measured takes them.
    boolean takesTexts() {
        return get().stream().allMatch(named -> named.measure.takesTexts());
    }

    /// The word for the first of those that are of a kind, or null.
    @Nullable
    String word(Class<? extends Measure> kind) {
        for (Named named : get()) {
            if (kind.isInstance(named.measure)) {
                return named.word;
            }
        }
        return null;
    }

    /// What was asked for, as messages call it.
    String words() {
        return String.join(",", get().stream().map(Named::word).toList());
    }

    private static List<Named> named(String words, List<Measure> all) {
        List<Named> found = new ArrayList<>();
        for (String word : words.split(",", -1)) {
            Measure measure = Metrics.named(word.strip(), all);
            if (measure == null) {
                List<String> names = all.stream().map(Measure::names).flatMap(List::stream).toList();
                throw OptionValues.unexpected(word, String.join(", ", names.subList(0, names.size() - 1)) + " or "
                        + names.getLast(), names);
            }
            if (found.stream().anyMatch(named -> named.measure.equals(measure))) {
                throw OptionValues.unexpected(words, "each measure once");
            }
            found.add(new Named(word.strip().toLowerCase(Locale.ROOT), measure));
        }
        return found;
    }
}
