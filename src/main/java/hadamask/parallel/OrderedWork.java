package hadamask.parallel;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Makes the parts of a file in parallel and hands them on in order.
///
/// Only a few parts are held at a time: whoever runs too far ahead waits. What is handed on does not depend on the number
/// of threads, as long as each part depends on its number alone.
///
/// @param <T> a part
/// @hidden public for other packages of Hadamask alone
public final class OrderedWork<T> {
    /// Finished parts that may wait for an earlier one, for each thread.
    private static final int AHEAD = 4;

    private final int count;
    private final int window;
    private final Sink<T> sink;
    private final Map<Integer, T> finished = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition progress = lock.newCondition();
    private int started;
    private int handedOn;
    private @Nullable IOException failure;

    /// Makes parts, one at a time, in memory of its own.
    ///
    /// @param <T> a part
    public interface Worker<T> extends AutoCloseable {
        /// @param part number of the part, from 0
        T make(int part);

        @Override
        void close();
    }

    /// Takes parts, one at a time.
    ///
    /// @param <T> a part
    @FunctionalInterface
    public interface Sink<T> {
        /// @throws IOException if it cannot be taken; then no other follows
        void take(T part) throws IOException;
    }

    private OrderedWork(int count, int threads, Sink<T> sink) {
        this.count = count;
        this.window = AHEAD * threads;
        this.sink = sink;
    }

    /// Makes all parts on this thread.
    public static <T> void here(int count, Supplier<? extends Worker<T>> workers, Sink<T> sink) throws IOException {
        try (Worker<T> worker = workers.get()) {
            for (int part = 0; part < count; part++) {
                sink.take(worker.make(part));
            }
        }
    }

    /// Makes all parts on this thread and those of the pool that it belongs to, or of the common pool.
    public static <T> void parallel(int count, Supplier<? extends Worker<T>> workers, Sink<T> sink) throws IOException {
        ForkJoinPool own = ForkJoinTask.getPool();
        int threads = Math.min(count, own != null ? own.getParallelism() : ForkJoinPool.getCommonPoolParallelism() + 1);
        OrderedWork<T> work = new OrderedWork<>(count, threads, sink);
        IntStream.range(0, threads).parallel().forEach(thread -> work.take(workers));
        if (work.failure != null) {
            throw work.failure;
        }
    }

    private void take(Supplier<? extends Worker<T>> workers) {
        boolean whole = false;
        try (Worker<T> worker = workers.get()) {
            for (int part = next(); part < count; part = next()) {
                handOn(part, worker.make(part));
            }
            whole = true;
        } finally {
            if (!whole) {
                stop();
            }
        }
    }

    /// The number of a part that nobody has begun, or a larger one than any.
    private int next() {
        lock.lock();
        try {
            while (started < count && started >= handedOn + window) {
                progress.awaitUninterruptibly();
            }
            return started < count ? started++ : count;
        } finally {
            lock.unlock();
        }
    }

    private void handOn(int part, T made) {
        lock.lock();
        try {
            finished.put(part, made);
            for (T ready = finished.remove(handedOn); ready != null; ready = finished.remove(handedOn)) {
                if (failure == null) {
                    sink.take(ready);
                }
                handedOn++;
            }
            progress.signalAll();
        } catch (IOException e) {
            failure = e;
            stop();
        } finally {
            lock.unlock();
        }
    }

    private void stop() {
        lock.lock();
        try {
            started = count;
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
