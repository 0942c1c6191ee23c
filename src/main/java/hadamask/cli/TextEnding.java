package hadamask.cli;

import hadamask.file.FilePath;
import java.util.List;
import java.util.Locale;

/// The endings that names of a text output may have: another asks for a format that is not written, and what is written
/// under it would be taken for that.
public final class TextEnding {
    /// Of a page for a browser.
    public static final TextEnding PAGE = new TextEnding(".html", "html", "htm");

    private final String advice;
    private final List<String> known;

    /// @param advice what messages say is expected
    /// @param known endings, without the dot and in small letters
    public TextEnding(String advice, String... known) {
        this.advice = advice;
        this.known = List.of(known);
    }

    /// The ending of a name in small letters; empty where it has none.
    public String of(String name) {
        String file = name.substring(FilePath.slashes(name).lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    }

    /// Whether a name has one of the endings.
    public boolean isKnown(String name) {
        return known.contains(of(name));
    }

    /// Refuses a name with another ending; one without any, standard output and what is a device or a pipe may be called
    /// as they are.
    public void require(Command command, String option, String name) {
        if (!of(name).isEmpty() && !isKnown(name) && !name.equals("-") && !FilePath.isDevice(name)) {
            throw command.usage(option, "the ending of " + name + " names no format that can be written, expected "
                    + advice);
        }
    }
}
