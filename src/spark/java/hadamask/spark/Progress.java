package hadamask.spark;

import hadamask.cli.Console;
import java.util.Locale;

/// Says how far the work is: on a terminal a line that is written over, otherwise one every ten seconds.
final class Progress {
    private static final long SECOND = 1_000_000_000L;
    private static final long PERIOD = 10 * SECOND;

    private final Console console;
    private final WorkTask.Counts counts;
    private final int images;
    private final int archives;
    private final long start = System.nanoTime();
    private final boolean terminal = hadamask.cli.Progress.isTerminal();
    private long last = start;

    /// @param images that are known
    /// @param archives of which nobody knows yet how many images they hold
    Progress(Console console, WorkTask.Counts counts, int images, int archives) {
        this.console = console;
        this.counts = counts;
        this.images = images;
        this.archives = archives;
    }

    void show() {
        long now = System.nanoTime();
        if (now - last < (terminal ? SECOND : PERIOD)) {
            return;
        }
        last = now;
        long failed = counts.failed().value();
        long finished = counts.done().value() + failed;
        String all = archives == 0
                ? finished + "/" + images + " images"
                : finished + " images, " + counts.archives().value() + "/" + archives + " archives";
        String text = String.format(Locale.ROOT, "%s, %.1f/s, %d MB read%s", all,
                finished * (double) SECOND / (now - start), counts.bytes().value() >> 20,
                failed == 0 ? "" : ", " + failed + " failed");
        if (terminal) {
            console.status(text);
        } else {
            console.note(text);
        }
    }
}
