package hadamask.parallel;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Threads that do the parts of a work at the same time, and hand their results over in order: the result never depends
/// on how many there are.
public final class Workers implements AutoCloseable {
    private final int threads;
    private final ExecutorService pool;

    /// @param threads how many parts are worked on at the same time; with 1 the caller's own thread does all
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads");
        }
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(threads, Workers::thread);
    }

    /// The JDK's builder puts a number behind the name, by code that is linked first: 10 ms.
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "worker");
        thread.setDaemon(true);
        return thread;
    }

    /// How many parts are worked on at the same time.
    public int threads() {
        return threads;
    }

    /// Takes the result of a part.
    ///
    /// @param <T> a part's result
    /// @param <E> how taking it fails
    @FunctionalInterface
    public interface Taker<T, E extends Exception> {
        /// @param result of a part; parts come in order
        /// @throws E if it cannot be taken; the parts that are left are given up then
        void take(T result) throws E;
    }

    /// Does the parts 0 to `parts - 1`. At most two results per thread wait to be taken. When parts fail, the failure of
    /// the first of them is thrown.
    ///
    /// @param work gives a part's result, in any thread
    /// @param taker takes the results in order, in the caller's thread
    /// @throws E if the taker fails
    public <T, E extends Exception> void inOrder(int parts, IntFunction<T> work, Taker<T, E> taker) throws E {
        if (threads == 1 || parts <= 1) {
            for (int part = 0; part < parts; part++) {
                taker.take(work.apply(part));
            }
            return;
        }
        Queue<Future<T>> waiting = new ArrayDeque<>();
        try {
            int next = 0;
            while (next < parts || !waiting.isEmpty()) {
                while (next < parts && waiting.size() < 2 * threads) {
                    int part = next++;
                    waiting.add(pool.submit(() -> work.apply(part)));
                }
                taker.take(result(waiting.remove()));
            }
        } finally {
            waiting.forEach(Workers::giveUp);
        }
    }

    /// Does the parts 0 to `parts - 1` where nothing is handed over: begun in order, done in any. When parts fail, those not
    /// begun are left, and the failure of the first that failed is thrown: it does not depend on the threads.
    ///
    /// @param work does a part, in any thread
    public void inAnyOrder(int parts, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Failure> first = new AtomicReference<>();
        IntFunction<Integer> share = thread -> {
            for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
                try {
                    work.accept(part);
                } catch (RuntimeException | Error e) {
                    next.set(parts);
                    Failure failure = new Failure(part, e);
                    first.accumulateAndGet(failure, (a, b) -> a == null || (b != null && b.part < a.part) ? b : a);
                }
            }
            return thread;
        };
        this.<Integer, RuntimeException>inOrder(Math.min(threads, parts), share, thread -> {});
        Failure failure = first.get();
        if (failure != null) {
            throw rethrow(failure.cause);
        }
    }

    /// Of a part.
    private record Failure(int part, Throwable cause) {}

    /// Does the numbers 0 to `length - 1` in ranges, see [#inAnyOrder].
    ///
    /// @param piece how many are in a range
    public void inRanges(int length, int piece, Range work) {
        inAnyOrder(Math.ceilDiv(length, piece),
                part -> work.run(part * piece, (int) Math.min(length, (part + 1L) * piece)));
    }

    /// Does some of many things.
    @FunctionalInterface
    public interface Range {
        /// @param from the first
        /// @param to behind the last
        void run(int from, int to);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw rethrow(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static RuntimeException rethrow(@Nullable Throwable cause) {
        switch (cause) {
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            case null, default -> throw new IllegalStateException(cause);
        }
    }

    /// Waits for a part that runs: it must not touch its input when the caller has gone on.
    private static void giveUp(Future<?> future) {
        if (!future.cancel(false) && future.state() == Future.State.RUNNING) {
            result(future);
        }
    }
}
