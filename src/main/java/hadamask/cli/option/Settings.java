package hadamask.cli.option;

import hadamask.cli.option.SettingsFile.Setting;
import hadamask.file.Input;
import hadamask.file.InputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// Gives a command's options the values of a file, of a preset, and those that other options bring along, where the command line gave
/// none.
///
/// Whatever is wrong with the file is wrong usage: nothing is done then.
public final class Settings {
    /// Options that have no place in a file.
    private static final Set<String> NO_SETTING = Set.of("settings", "print-settings", "max-memory", "help", "version");

    private final CommandLine line;
    private final Set<OptionSpec> settled;

    private Settings(CommandLine line, ParseResult parsed) {
        this.line = line;
        settled = new HashSet<>(parsed.matchedOptions());
    }

    /// Sets the options that are not given.
    ///
    /// @param parsed what the command line gave
    /// @param inputs what an argument names
    /// @throws ParameterException if the file cannot be read, or names no option, or one twice, or a value is wrong
    public static void apply(SettingsOptions options, CommandLine line, ParseResult parsed,
            Function<String, Input> inputs) {
        Settings settings = new Settings(line, parsed);
        String file = options.file();
        if (file != null) {
            settings.requireOneReader(file, parsed);
            settings.addFile(inputs.apply(file));
        }
        Preset preset = options.preset();
        if (preset != null) {
            preset.settings().forEach((key, value) -> settings.set(new Setting("--preset", key, value)));
        }
        for (OptionSpec option : line.getCommandSpec().options()) {
            if (option.getValue() != null) {
                Option.brought(option)
                        .forEach((key, value) -> settings.set(new Setting(option.longestName(), key, value)));
            }
        }
    }

    /// Whether an option of the command line brings values of others along.
    public static boolean areBrought(ParseResult parsed) {
        for (OptionSpec option : parsed.matchedOptions()) {
            if (!Option.brought(option).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void requireOneReader(String file, ParseResult parsed) {
        boolean read = parsed.matchedPositionals().stream()
                .anyMatch(positional -> positional.stringValues().contains("-"));
        if (file.equals("-") && read) {
            throw new ParameterException(line, "-: standard input can be read once");
        }
    }

    private void addFile(Input input) {
        Map<String, String> places = new HashMap<>();
        List<Setting> settings;
        try {
            settings = SettingsFile.read(input);
        } catch (InputException e) {
            throw new ParameterException(line, e.where() + ": " + e.problem(), e);
        }
        for (Setting setting : settings) {
            String before = places.putIfAbsent(setting.key(), setting.where());
            if (before != null) {
                throw problem(setting, "is given twice, expected once");
            }
            set(setting);
        }
    }

    private void set(Setting setting) {
        OptionSpec option = option(setting);
        Object value = value(option, setting);
        if (settled.add(option)) {
            option.setValue(value);
        }
    }

    private OptionSpec option(Setting setting) {
        OptionSpec option = line.getCommandSpec().optionsMap().get("--" + setting.key());
        if (option != null && !NO_SETTING.contains(setting.key())) {
            return option;
        }
        String nearest = nearest(setting.key());
        throw problem(setting, option != null
                ? "is an option of the command line alone"
                : "there is no such option" + (nearest == null ? "" : ", did you mean " + nearest + "?"));
    }

    private @Nullable String nearest(String key) {
        List<String> keys = new ArrayList<>();
        for (OptionSpec option : line.getCommandSpec().options()) {
            keys.add(key(option));
        }
        keys.removeAll(NO_SETTING);
        return MeantName.of(key, keys);
    }

    private static String key(OptionSpec option) {
        return option.longestName().replaceFirst("^-+", "");
    }

    private @Nullable Object value(OptionSpec option, Setting setting) {
        String word = setting.value().isEmpty() && option.arity().min() == 0
                ? option.fallbackValue()
                : setting.value();
        try {
            for (ITypeConverter<?> converter : option.converters()) {
                return option.isMultiValue() ? all(converter, word) : converter.convert(word);
            }
            return OptionValues.truth(word);
        } catch (TypeConversionException e) {
            throw problem(setting, String.valueOf(e.getMessage()));
        } catch (Exception e) {
            throw new IllegalStateException(e); // no converter of this program throws another
        }
    }

    private static List<Object> all(ITypeConverter<?> converter, String words) throws Exception {
        List<Object> values = new ArrayList<>();
        for (String word : words.strip().split("\\s+", -1)) {
            values.add(converter.convert(word));
        }
        return values;
    }

    private ParameterException problem(Setting setting, String problem) {
        return new ParameterException(line, setting.where() + ": " + setting.key() + ": " + problem);
    }

    /// The options in force, a line each, as a settings file has them; an option that has no value has no line.
    public static String text(CommandLine line) {
        StringBuilder text = new StringBuilder();
        for (OptionSpec option : line.getCommandSpec().options()) {
            String key = key(option);
            Object value = option.getValue() == null ? option.initialValue() : option.getValue();
            // The options of a preset are printed in its place.
            if (value != null && !NO_SETTING.contains(key) && !key.equals("preset")) {
                text.append(SettingsFile.line(key, OptionTexts.of(value))).append('\n');
            }
        }
        return text.toString();
    }
}
