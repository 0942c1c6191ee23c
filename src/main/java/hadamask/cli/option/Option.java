package hadamask.cli.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// An option of a command, and its value once the arguments are parsed.
///
/// Commands declare options with calls on picocli's model, not with annotations: reading annotations took as long as
/// decoding, segmenting and encoding a small image.
///
/// @param <T> type of the value; nullable where an option that is not given has none
public final class Option<T extends @Nullable Object> {
    private static final Object ASIDE = new Object();

    /// Values of other options that fit an option, unless they are given.
    ///
    /// @param settings by long names, without their dashes
    private record Brought(Map<String, String> settings) {}

    private final OptionSpec.Builder declaration;
    private final T initial;
    private @Nullable OptionSpec spec;

    private Option(OptionSpec.Builder declaration, T initial) {
        this.declaration = declaration;
        this.initial = initial;
    }

    /// An option without a value: false until it is given.
    public static Option<Boolean> flag(String description, String... names) {
        return new Option<>(
                OptionSpec.builder(names).type(boolean.class).arity("0").initialValue(false)
                        .description(description),
                false);
    }

    /// An option with a value.
    ///
    /// @param initial what holds when it is not given
    /// @param label the value in the help, such as `N`
    /// @param converter from the word that was given; it says what it expects with [OptionValues]
    public static <T extends @Nullable Object> Option<T> of(T initial, String label, ITypeConverter<T> converter,
            String description, String... names) {
        return new Option<>(value(label, converter, description, names).arity("1").initialValue(initial),
                initial);
    }

    /// An option whose value may be left away, as in `--trim` and `--trim=10`; null when it is not given.
    ///
    /// @param known whether a word behind a blank is meant as its value; another is left to be a parameter
    /// @param fallback the value that it has when it is given without one
    public static <T> Option<@Nullable T> optional(Predicate<String> known, String fallback, String label,
            ITypeConverter<T> converter, String description, String... names) {
        IParameterPreprocessor fill = (arguments, command, option, info) -> {
            boolean attached = "=".equals(info.get("separator"));
            if (!attached && (arguments.isEmpty() || !known.test(arguments.peek()))) {
                arguments.push(fallback);
            }
            return false; // picocli goes on as usual
        };
        return new Option<>(value(label, converter, description, names).arity("0..1").fallbackValue(fallback)
                .preprocessor(fill), null);
    }

    /// An option that may be given several times, or with several values parted by blanks; an empty list when it is not given.
    ///
    /// @param converter of one value
    public static <T> Option<List<T>> many(String label, ITypeConverter<T> converter, String description,
            String... names) {
        return new Option<>(
                OptionSpec.builder(names).type(List.class).auxiliaryTypes(Object.class).converters(converter)
                        .splitRegex("\\s+").hideParamSyntax(true).arity("1").paramLabel(label).description(description),
                List.of());
    }

    /// An option whose value is a path or `-`, where results go or lists come from; null when it is not given.
    public static Option<@Nullable String> path(String description, String... names) {
        return Option.<@Nullable String>of(null, "PATH", OptionValues::name, description, names).aside();
    }

    /// Marks this option as one that says where results go or how the work is done, and not what comes of it: two runs
    /// that differ in such options alone make the same pictures.
    public Option<T> aside() {
        declaration.userObject(ASIDE);
        return this;
    }

    /// Marks this option as one that brings values of other options along: what is given, in a settings file or by a preset, too, wins.
    ///
    /// @param settings by long names, without their dashes
    public Option<T> bringing(Map<String, String> settings) {
        declaration.userObject(new Brought(settings));
        return this;
    }

    /// The values of other options that an option brings along, by long names without their dashes.
    static Map<String, String> brought(OptionSpec option) {
        return option.userObject() instanceof Brought brought ? brought.settings : Map.of();
    }

    /// The options of a command that decide what comes of it, in the words in which they are written, also those that were not
    /// given. That is every option but those that are marked as [#aside()]: one that is forgotten there costs work that was
    /// done before, and never keeps a stale result.
    ///
    /// @return words by the long name of the option, with its dashes, in the order of the declaration
    public static Map<String, String> deciding(CommandSpec command) {
        Map<String, String> words = new LinkedHashMap<>();
        for (OptionSpec option : command.options()) {
            Object value = option.getValue() == null ? option.initialValue() : option.getValue();
            boolean asks = option.usageHelp() || option.versionHelp();
            if (value != null && !asks && !ASIDE.equals(option.userObject())) {
                words.put(option.longestName(), OptionTexts.of(value));
            }
        }
        return words;
    }

    /// Options that belong together, under a heading in the help.
    public static OptionGroup group(String heading, Option<?>... options) {
        return new OptionGroup(heading, List.of(options));
    }

    private static <T extends @Nullable Object> OptionSpec.Builder value(String label, ITypeConverter<T> converter,
            String description, String... names) {
        return OptionSpec.builder(names).type(Object.class).converters(converter).paramLabel(label)
                .description(description);
    }

    /// The value that was given, or the initial one.
    public T get() {
        T given = spec().getValue();
        return given == null ? initial : given;
    }

    /// Whether the command line, a settings file or a preset gives it.
    public boolean isGiven() {
        Object value = spec().getValue();
        // Objects.equals asks first whether they are the same one, as they mostly are: no record has to compare itself.
        return value != null && !Objects.equals(value, spec().initialValue());
    }

    /// The long name, with its dashes.
    public String name() {
        return spec().longestName();
    }

    /// The word that was given for the value, as it was typed; empty when none was.
    public String word() {
        return spec().originalStringValues().isEmpty() ? "" : spec().originalStringValues().getLast();
    }

    /// The declaration for picocli.
    public OptionSpec spec() {
        OptionSpec built = spec;
        if (built == null) {
            built = declaration.build();
            spec = built;
        }
        return built;
    }
}
