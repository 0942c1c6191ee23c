package hadamask.cli.option;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Options that stand for other options: those of a file, and those that fit a kind of picture.
///
/// What is given on the command line wins over the file, the file over the preset, and the preset over the defaults.
public final class SettingsOptions {
    private final Option<@Nullable String> file = Option.of(null, "FILE", OptionValues::name,
            "Take options from a file of lines such as closing=5x10; or from -.", "--settings").aside();
    private final Option<@Nullable Preset> preset = Option.of(null, "KIND",
            word -> OptionValues.oneOf(Preset.class, word),
            "Take options that fit a photo, a portrait, a product, a plant, cells, a smear (one stained cell) or a document; or"
                    + " textbook: the pipeline as SciPy has it.",
            "--preset").aside();
    private final Option<Boolean> print = Option.flag(
            "Print the options in force, as --settings reads them, and do nothing else.", "--print-settings").aside();

    public OptionGroup group() {
        return Option.group("Settings", file, preset, print);
    }

    /// Whether any of them is given.
    public boolean used() {
        return file.get() != null || preset.get() != null || print.get();
    }

    /// Whether options are taken from a file.
    public boolean hasFile() {
        return file.get() != null;
    }

    /// The file of `--settings`.
    @Nullable
    String file() {
        return file.get();
    }

    /// What `--preset` names, on the command line or in the file.
    @Nullable
    Preset preset() {
        return preset.get();
    }

    /// The names of all presets.
    public static List<String> presets() {
        List<String> names = new ArrayList<>();
        for (Preset kind : Preset.values()) {
            names.add(OptionTexts.of(kind));
        }
        return names;
    }

    /// Whether the options are printed, and nothing else is done.
    public boolean printed() {
        return print.get();
    }
}
