package hadamask.parallel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Threads of their own, started when there is something to do: each helps with the loop that has been waiting for the longest
/// time. Those that the system does not give are done without.
final class Crew implements Helpers {
    private final int threads;
    private final BiFunction<ForkJoinPool, Crew, Worker> factory;
    /// Loops that are being done, the oldest first.
    private final List<Loop<?>> open = new ArrayList<>();
    private final Queue<ForkJoinPool> started = new ArrayDeque<>();
    private final Map<Reusable<?>, ObjectPool<?>> kept = new ConcurrentHashMap<>();
    /// Works for which somebody waits, and does nothing.
    private final Queue<Loop<?>> errands = new ArrayDeque<>();
    /// Callers who are none of these threads, and work with them.
    private int guests;
    private int busy;
    private int idle;
    /// The system gives no more threads.
    private boolean full;
    private boolean closed;

    Crew(int threads) {
        this(threads, Worker::new);
    }

    /// @param factory makes the thread of a pool
    Crew(int threads, BiFunction<ForkJoinPool, Crew, Worker> factory) {
        this.threads = threads;
        this.factory = factory;
    }

    @Override
    public int threads() {
        return threads;
    }

    /// Whether the current thread is one of these.
    boolean isHere() {
        return Thread.currentThread() instanceof Worker worker && worker.crew() == this;
    }

    @Override
    public Call call(Loop<?> loop) {
        return new LoopCall(loop, !isHere());
    }

    private final class LoopCall implements Call {
        private final Loop<?> loop;
        private final boolean byGuest;

        LoopCall(Loop<?> loop, boolean byGuest) {
            this.loop = loop;
            this.byGuest = byGuest;
            synchronized (Crew.this) {
                requireOpen();
                guests += byGuest ? 1 : 0;
                open.add(loop);
                summon(loop.claimable() - 1);
            }
        }

        @Override
        public void renew() {
            synchronized (Crew.this) {
                summon(loop.claimable());
            }
        }

        @Override
        public void close() {
            synchronized (Crew.this) {
                open.remove(loop);
                if (byGuest) {
                    guests--;
                    Crew.this.notify(); // there is room for one more
                }
            }
        }
    }

    /// Has a thread do a work for which the caller waits.
    ///
    /// @return false if there is none
    synchronized boolean send(Loop<?> errand) {
        requireOpen();
        if (idle == 0 && started.size() < threads) {
            start();
        }
        if (started.isEmpty()) {
            return false;
        }
        errands.add(errand);
        notify();
        return true;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("these workers have gone");
        }
    }

    private void summon(int helpers) {
        int room = Math.max(0, threads - guests);
        for (int k = Math.min(helpers, idle); k > 0; k--) {
            notify();
        }
        for (int k = helpers - idle; k > 0 && started.size() < room && !full; k--) {
            start();
        }
    }

    private void start() {
        ForkJoinPool pool = Worker.pool(this, factory);
        try {
            pool.execute(this::serve);
            started.add(pool);
        } catch (OutOfMemoryError e) { // so the virtual machine says that there is no thread
            full = true;
            pool.shutdownNow();
        }
    }

    private void serve() {
        for (Loop<?> loop = await(); loop != null; loop = await()) {
            loop.help();
            leave();
        }
    }

    private synchronized void leave() {
        busy--;
    }

    /// A loop that wants help, and room for a thread to give it; null when all have ended.
    private synchronized @Nullable Loop<?> await() {
        while (!closed) {
            Loop<?> loop = wanting();
            if (loop != null) {
                busy++;
                return loop;
            }
            idle++;
            try {
                wait();
            } catch (InterruptedException e) {
                // Meant for a part that has ended.
            }
            idle--;
        }
        return null;
    }

    private @Nullable Loop<?> wanting() {
        Loop<?> errand = errands.poll();
        if (errand != null || busy >= threads - guests) {
            return errand;
        }
        for (Loop<?> loop : open) {
            if (loop.claimable() > 0) {
                return loop;
            }
        }
        return null;
    }

    /// Things of a kind that wait for their next use.
    @SuppressWarnings("unchecked") // made by the kind
    <T> ObjectPool<T> kept(Reusable<T> kind) {
        return (ObjectPool<T>) kept.computeIfAbsent(kind, Reusable::pool);
    }

    /// Ends all threads, and waits until they have.
    void close() {
        if (isHere()) {
            throw new IllegalStateException("a worker cannot wait for its own end");
        }
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        started.forEach(ForkJoinPool::close);
        started.clear();
        kept.values().forEach(ObjectPool::close);
        kept.clear();
    }
}
