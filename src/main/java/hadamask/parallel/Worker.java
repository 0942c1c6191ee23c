package hadamask.parallel;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/// A thread that knows whose it is.
///
/// Each is a fork/join pool of its own, of this one thread, which no other replaces while it waits: parallel streams, which
/// libraries use, run in the pool of the thread that begins them, and so they stay on it.
final class Worker extends ForkJoinWorkerThread {
    private final Crew crew;

    Worker(ForkJoinPool pool, Crew crew) {
        super(pool);
        this.crew = crew;
        setName("worker");
    }

    Crew crew() {
        return crew;
    }

    /// A pool for one, which starts its thread when it is given something to do.
    static ForkJoinPool pool(Crew crew, BiFunction<ForkJoinPool, Crew, Worker> factory) {
        return new ForkJoinPool(1, pool -> factory.apply(pool, crew), null, false, 1, 1, 0, pool -> true, 1,
                TimeUnit.MINUTES);
    }
}
