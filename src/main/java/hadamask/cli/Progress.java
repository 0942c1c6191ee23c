package hadamask.cli;

import hadamask.batch.Observer;
import hadamask.batch.Outcome;
import java.util.Locale;
import java.util.function.LongSupplier;

/// Says how far a batch is: a bar that is drawn over itself on a terminal, otherwise a line every ten seconds.
final class Progress implements Observer {
    private static final long SECOND = 1_000_000_000L;
    private static final long BAR_PERIOD = SECOND / 10;
    private static final long LINE_PERIOD = 10 * SECOND;
    private static final int WIDTH = 24;

    private final Console console;
    private final Tally tally;
    private final boolean terminal;
    private final LongSupplier clock;
    private final long start;
    private long last;

    /// @param tally is told of outcomes before this is
    /// @param terminal whether standard error is one
    /// @param clock in nanoseconds
    Progress(Console console, Tally tally, boolean terminal, LongSupplier clock) {
        this.console = console;
        this.tally = tally;
        this.terminal = terminal;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.last = start;
    }

    /// Whether standard error is a terminal: the launcher looks, which costs it nothing.
    static boolean isTerminal() {
        return Boolean.getBoolean("hadamask.terminal");
    }

    @Override
    public void finished(Outcome outcome) {
        long now = clock.getAsLong();
        if (now - last < (terminal ? BAR_PERIOD : LINE_PERIOD)) {
            return;
        }
        last = now;
        if (terminal) {
            console.status(bar() + " " + text(now));
        } else {
            console.note(text(now));
        }
    }

    private int finished() {
        return tally.done() + tally.skipped() + tally.failed();
    }

    private String bar() {
        int full = (int) ((long) WIDTH * finished() / tally.images());
        return "[" + "=".repeat(full) + " ".repeat(WIDTH - full) + "]";
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
