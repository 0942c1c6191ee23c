package hadamask.cli;

import hadamask.batch.Batch;
import hadamask.batch.Tally;

/// Ends a batch when a signal ends the program, such as that of Ctrl-C: no image is begun any more, nothing that is not whole
/// stays, and one line says how far it came.
public final class Interruption implements AutoCloseable {
    private final Thread hook;

    /// @param advice what to do about it, in brackets behind a blank; empty for nothing
    public Interruption(Console console, Batch batch, Tally tally, String advice) {
        this(console, batch::stop, tally, advice);
    }

    /// @param stop ends the work of other threads
    /// @param advice what to do about it, in brackets behind a blank; empty for nothing
    public Interruption(Console console, Runnable stop, Tally tally, String advice) {
        hook = new Thread(() -> {
            stop.run();
            console.note("hadamask: interrupted: " + tally + advice);
        });
    }

    /// Waits for signals from now on.
    public void watch() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// The batch came to its own end; if a signal came before, this waits for the end of the program.
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            waitForTheEnd();
        }
    }

    private static void waitForTheEnd() {
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                // The end is near.
            }
        }
    }
}
