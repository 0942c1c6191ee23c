package hadamask.cli;

import hadamask.batch.Observer;
import hadamask.batch.Outcome;
import hadamask.batch.Source;
import hadamask.cli.option.ShowMode;
import hadamask.file.Plain;
import hadamask.image.Image;
import hadamask.plot.TerminalPicture;
import hadamask.plot.TerminalProtocol;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What `--show` writes: each cut-out as a picture in the terminal, under a line with its name, in the order of the images.
///
/// It goes to standard error, as all that is no data does: standard output may be a pipe at the same time. Where standard
/// error is no terminal, no escape code is written.
public final class Showing implements Observer {
    /// Rows for the name and for the prompt, which may take two.
    private static final int OTHER_ROWS = 3;

    private final Console console;
    private final TerminalProtocol protocol;
    private final int columns;
    private final int rows;
    /// Texts of pictures that wait for their turn, by the index of the image.
    private final Map<Integer, String> ready = new ConcurrentHashMap<>();

    private Showing(Console console, TerminalProtocol protocol, int columns, int rows) {
        this.console = console;
        this.protocol = protocol;
        this.columns = columns;
        this.rows = rows;
    }

    /// @param mode the value of `--show`; null when it is not given
    /// @return null when nothing is to be shown
    public static @Nullable Showing of(Console console, @Nullable ShowMode mode) {
        if (mode == null || mode == ShowMode.NONE || console.silent()) {
            return null;
        }
        Terminal terminal = console.terminal();
        String refusal = terminal == null ? "standard error is no terminal" : terminal.refusal();
        if (terminal == null || refusal != null) {
            console.note("--show: nothing is shown, " + refusal);
            return null;
        }
        return new Showing(console, terminal.protocol(mode), terminal.columns(),
                Math.max(1, terminal.rows() - OTHER_ROWS));
    }

    /// Makes the text of a picture; several threads may do so at once.
    public void prepare(Source source, Image picture) {
        String name = source.spokenName() + ": " + picture.width() + " x " + picture.height();
        ready.put(source.index(), Plain.text(name) + "\n" + TerminalPicture.of(picture, protocol, columns, rows));
    }

    @Override
    public void inOrder(Outcome outcome) {
        String text = ready.remove(outcome.job().source().index());
        if (text != null) {
            console.print(text);
        }
    }
}
