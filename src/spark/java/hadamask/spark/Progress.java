package hadamask.spark;

import hadamask.cli.Console;
import java.util.Locale;

/// Says how far the work is: on a terminal a line that is written over, otherwise one every ten seconds.
final class Progress {
    private static final long SECOND = 1_000_000_000L;
    private static final long PERIOD = 10 * SECOND;

    private final Console console;
    private final PortionTask.Counts counts;
    private final int images;
    private final long start = System.nanoTime();
    private final boolean terminal = hadamask.cli.Progress.isTerminal();
    private long last = start;

    Progress(Console console, PortionTask.Counts counts, int images) {
        this.console = console;
        this.counts = counts;
        this.images = images;
    }

    void show() {
        long now = System.nanoTime();
        if (now - last < (terminal ? SECOND : PERIOD)) {
            return;
        }
        last = now;
        long failed = counts.failed().value();
        long finished = counts.done().value() + failed;
        String text = String.format(Locale.ROOT, "%d/%d images, %.1f/s, %d MB read%s", finished, images,
                finished * (double) SECOND / (now - start), counts.bytes().value() >> 20,
                failed == 0 ? "" : ", " + failed + " failed");
        if (terminal) {
            console.status(text);
        } else {
            console.note(text);
        }
    }
}
