package hadamask.parallel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Threads of their own, started when there is something to do: each helps with the loop that has been waiting for the longest
/// time. Those that the system does not give are done without.
final class Crew implements Helpers {
    private final int threads;
    /// Loops that are being done, the oldest first.
    private final List<Loop<?>> open = new ArrayList<>();
    private final Queue<ForkJoinPool> started = new ArrayDeque<>();
    private final Map<Reusable<?>, ObjectPool<?>> kept = new ConcurrentHashMap<>();
    private int idle;
    /// The system gives no more threads.
    private boolean full;
    private boolean closed;

    Crew(int threads) {
        this.threads = threads;
    }

    /// A thread that knows whose it is. Each is a pool of its own, of one thread that no other replaces: parallel streams, which
    /// libraries use, run in the pool of the thread that begins them, so that they stay on it.
    static final class Member extends ForkJoinWorkerThread {
        private final Crew crew;

        private Member(ForkJoinPool pool, Crew crew) {
            super(pool);
            this.crew = crew;
            setName("worker");
        }

        Crew crew() {
            return crew;
        }
    }

    @Override
    public int threads() {
        return threads;
    }

    /// Whether the current thread is one of these.
    boolean isHere() {
        return Thread.currentThread() instanceof Member member && member.crew == this;
    }

    @Override
    public Call call(Loop<?> loop) {
        call(loop, loop.claimable() - 1, isHere() ? threads : threads - 1);
        return new LoopCall(loop);
    }

    /// @param helpers how many could do something
    /// @param most that may be started
    /// @return whether there is any
    synchronized boolean call(Loop<?> loop, int helpers, int most) {
        if (closed) {
            throw new IllegalStateException("these workers have gone");
        }
        open.add(loop);
        summon(helpers, most);
        return !started.isEmpty();
    }

    private final class LoopCall implements Call {
        private final Loop<?> loop;

        LoopCall(Loop<?> loop) {
            this.loop = loop;
        }

        @Override
        public void renew() {
            synchronized (Crew.this) {
                summon(loop.claimable(), 0);
            }
        }

        @Override
        public void close() {
            dismiss(loop);
        }
    }

    synchronized void dismiss(Loop<?> loop) {
        open.remove(loop);
    }

    private void summon(int helpers, int most) {
        for (int k = Math.min(helpers, idle); k > 0; k--) {
            notify();
        }
        for (int k = helpers - idle; k > 0 && started.size() < most && !full; k--) {
            start();
        }
    }

    private void start() {
        ForkJoinPool pool = new ForkJoinPool(1, own -> new Member(own, this), null, false, 1, 1, 0, own -> true, 1,
                TimeUnit.MINUTES);
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
        }
    }

    /// The oldest loop that wants help; null when all have ended.
    private synchronized @Nullable Loop<?> await() {
        while (!closed) {
            for (Loop<?> loop : open) {
                if (loop.claimable() > 0) {
                    return loop;
                }
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

    /// Things of a kind that wait for their next use.
    @SuppressWarnings("unchecked") // made by the kind
    <T> ObjectPool<T> kept(Reusable<T> kind) {
        return (ObjectPool<T>) kept.computeIfAbsent(kind, Reusable::pool);
    }

    /// Ends all threads, and waits until they have.
    void close() {
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
