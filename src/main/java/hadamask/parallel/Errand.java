package hadamask.parallel;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A work that one of a crew does while the caller waits.
final class Errand {
    private final Runnable work;
    private @Nullable Thread runner;
    private boolean done;
    private boolean interrupted;
    private final FirstFailure failure = new FirstFailure();

    Errand(Runnable work) {
        this.work = work;
    }

    /// Has the crew do the work.
    ///
    /// @return false if it has no thread for it; then nothing is done
    boolean isRunBy(Crew crew) {
        IntFunction<Boolean> part = only -> {
            perform();
            return true;
        };
        if (!crew.send(Loop.unordered(1, part))) {
            return false;
        }
        await();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        failure.rethrow();
        return true;
    }

    private void perform() {
        begin();
        Throwable thrown = null;
        try {
            work.run();
        } catch (Throwable e) {
            thrown = e;
        }
        end(thrown);
    }

    private synchronized void begin() {
        runner = Thread.currentThread();
        if (interrupted) {
            runner.interrupt();
        }
    }

    private synchronized void end(@Nullable Throwable thrown) {
        if (thrown != null) {
            failure.add(0, thrown);
        }
        runner = null;
        done = true;
        Thread.interrupted(); // the mark is the caller's
        notifyAll();
    }

    private synchronized void await() {
        while (!done) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
                if (runner != null) {
                    runner.interrupt();
                }
            }
        }
    }
}
