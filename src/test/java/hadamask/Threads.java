package hadamask;

import hadamask.parallel.Workers;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/// Has a work done by a number of threads.
public final class Threads {
    private Threads() {
    }

    /// What the work gives when workers do it.
    public static <T> T by(int threads, Callable<T> work) {
        AtomicReference<T> result = new AtomicReference<>();
        try (Workers workers = new Workers(threads)) {
            workers.within(() -> {
                try {
                    result.set(work.call());
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
        }
        return result.get();
    }
}
