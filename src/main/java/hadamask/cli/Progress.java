package hadamask.cli;

import hadamask.batch.Observer;
import hadamask.batch.Outcome;
import hadamask.batch.Tally;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Says how far a batch is: a bar that is drawn over itself on a terminal, otherwise a line every ten seconds.
///
/// The bar takes the columns that the words leave, at most 24; a line that is longer than the terminal is wide would run
/// over to the next one, where nothing draws over it.
public final class Progress implements Observer {
    private static final long SECOND = 1_000_000_000L;
    private static final long BAR_PERIOD = SECOND / 10;
    private static final long LINE_PERIOD = 10 * SECOND;
    private static final int WIDTH = 24;
    private static final int NARROWEST = 8;

    private final Console console;
    private final Tally tally;
    private final @Nullable IntSupplier columns;
    private final LongSupplier clock;
    private final long start;
    private long last;
    private int room;

    /// @param tally is told of outcomes before this is
    /// @param columns tells how wide the terminal is, and is asked when the bar is drawn first; null where there is none
    /// @param clock in nanoseconds
    public Progress(Console console, Tally tally, @Nullable IntSupplier columns, LongSupplier clock) {
        this.console = console;
        this.tally = tally;
        this.columns = columns;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.last = start;
    }

    /// Whether standard error is a terminal: the launcher looks, which costs it nothing.
    public static boolean isTerminal() {
        return Boolean.getBoolean("hadamask.terminal");
    }

    @Override
    public void finished(Outcome outcome) {
        long now = clock.getAsLong();
        if (now - last < (columns == null ? LINE_PERIOD : BAR_PERIOD)) {
            return;
        }
        last = now;
        if (columns == null) {
            console.note(text(now));
            return;
        }
        if (room == 0) {
            room = Math.max(1, columns.getAsInt() - 1); // some terminals go on to the next line behind the last column
        }
        String text = text(now);
        if (text.length() > room) {
            text = text.replace(" images", "");
        }
        int width = Math.min(WIDTH, room - text.length() - 3);
        console.status(width < NARROWEST ? text.substring(0, Math.min(room, text.length())) : bar(width) + " " + text);
    }

    private int finished() {
        return tally.done() + tally.skipped() + tally.failed();
    }

    private String bar(int width) {
        int full = (int) ((long) width * finished() / tally.images());
        return "[" + "=".repeat(full) + " ".repeat(width - full) + "]";
    }

    private String text(long now) {
        int worked = tally.done() + tally.failed();
        double perSecond = worked * (double) SECOND / Math.max(1, now - start);
        long left = perSecond == 0 ? 0 : Math.round((tally.images() - finished()) / perSecond);
        return String.format(Locale.ROOT, "%d/%d images, %.1f/s, %s left%s", finished(), tally.images(), perSecond,
                clock(left), tally.failed() == 0 ? "" : ", " + tally.failed() + " failed");
    }

    /// `M:SS`, or `H:MM:SS`.
    private static String clock(long seconds) {
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
