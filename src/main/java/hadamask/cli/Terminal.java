package hadamask.cli;

import hadamask.cli.option.ShowMode;
import hadamask.plot.TerminalProtocol;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A terminal: its size, and what it announces in the environment.
///
/// It is not asked what it can do: the answer would come on standard input, late or never on a slow line, and among what is
/// being typed.
///
/// @param columns at least 1
/// @param rows at least 1
/// @param environment variables of the process
public record Terminal(int columns, int rows, Map<String, String> environment) {
    /// Where nothing says how wide it is.
    public static final int COLUMNS = 80;

    private static final int ROWS = 24;
    private static final int NO_TERMINAL = 3;
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5}) (\\d{1,5})\\s*");
    private static final Pattern SIXEL_TERMS = Pattern.compile("(foot|mlterm|contour|yaft).*|.*sixel.*");

    /// The terminal that standard error is, or null when it is none.
    ///
    /// A shell tells, and `stty`: the platform's library knows of standard input and output alone.
    static @Nullable Terminal ofStandardError(Map<String, String> environment) {
        ProcessBuilder size = new ProcessBuilder("sh", "-c",
                "[ -t 2 ] || exit " + NO_TERMINAL + "; stty size <&2 2>/dev/null").redirectError(Redirect.INHERIT);
        try {
            Process process = size.start();
            process.getOutputStream().close();
            try (InputStream out = process.getInputStream()) {
                String answer = new String(out.readAllBytes(), StandardCharsets.US_ASCII);
                boolean ended = process.waitFor(2, TimeUnit.SECONDS);
                return ended && process.exitValue() != NO_TERMINAL ? of(answer, environment) : null;
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return null; // there is no shell, so nobody looks at one
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /// A terminal by the answer of `stty size`, rows and columns; `COLUMNS` and `LINES` win over it.
    static Terminal of(String answer, Map<String, String> environment) {
        Matcher size = SIZE.matcher(answer);
        boolean known = size.matches();
        int rows = number(environment.get("LINES"), known ? size.group(1) : null, ROWS);
        int columns = number(environment.get("COLUMNS"), known ? size.group(2) : null, COLUMNS);
        return new Terminal(columns, rows, environment);
    }

    private static int number(@Nullable String first, @Nullable String second, int fallback) {
        for (String text : new String[]{String.valueOf(first), String.valueOf(second)}) {
            if (text.matches("0*[1-9]\\d{0,4}")) {
                return Integer.parseInt(text);
            }
        }
        return fallback;
    }

    /// Why nothing may be shown; null when there is no reason.
    @Nullable
    public String refusal() {
        if (!value("NO_COLOR").isEmpty()) {
            return "NO_COLOR is set";
        }
        String term = value("TERM");
        return term.isEmpty() || term.equals("dumb") ? "TERM names no terminal that shows colours" : null;
    }

    /// How a picture is shown.
    public TerminalProtocol protocol(ShowMode mode) {
        return switch (mode) {
            case KITTY -> TerminalProtocol.KITTY;
            case SIXEL -> TerminalProtocol.SIXEL;
            case BLOCKS -> TerminalProtocol.BLOCKS;
            case PALETTE -> TerminalProtocol.PALETTE;
            case AUTO, NONE -> announced();
        };
    }

    private TerminalProtocol announced() {
        String term = value("TERM");
        String program = value("TERM_PROGRAM");
        // What a multiplexer runs in is not what it can show itself.
        boolean multiplexed = term.startsWith("screen") || term.startsWith("tmux") || !value("TMUX").isEmpty()
                || !value("STY").isEmpty();
        if (!multiplexed) {
            if (!value("KITTY_WINDOW_ID").isEmpty() || Set.of("xterm-kitty", "xterm-ghostty").contains(term)
                    || program.equals("ghostty")) {
                return TerminalProtocol.KITTY;
            }
            if (Set.of("WezTerm", "iTerm.app").contains(program) || SIXEL_TERMS.matcher(term).matches()) {
                return TerminalProtocol.SIXEL;
            }
        }
        boolean direct = Set.of("truecolor", "24bit").contains(value("COLORTERM")) || term.endsWith("-direct");
        return direct ? TerminalProtocol.BLOCKS : TerminalProtocol.PALETTE;
    }

    private String value(String name) {
        return environment.getOrDefault(name, "");
    }
}
