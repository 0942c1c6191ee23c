package hadamask.parallel;

import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/// Threads that do the parts of a work at the same time: the one way in which anything here is done in parallel.
///
/// The caller works, too, so that one worker is the caller alone, and where the system gives fewer threads than were asked for,
/// all is done by those there are. Loops may be in each other: a thread that has nothing to do helps with whichever is open,
/// and none waits for another but for the end of a part that runs.
///
/// The rules of all forms: parts are begun in order. When one fails, no other is begun, and those that run are waited for; then
/// the failure of the first part that failed is thrown, with those of others suppressed in it, whatever the number of
/// threads. When the caller is interrupted, that is so, too: [CancellationException] is thrown, and the thread's mark stays.
///
///     try (Workers workers = new Workers(4)) {
///         workers.inAnyOrder(100, part -> ...);
///     }
public final class Workers implements AutoCloseable {
    /// Results that may wait to be taken or be in the making, for each thread.
    private static final int AHEAD = 2;

    private final Helpers helpers;

    /// Threads of their own, which end with [#close()].
    ///
    /// @param threads how many parts are worked on at the same time, at least 1
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads");
        }
        helpers = new Crew(threads);
    }

    Workers(Helpers helpers) {
        this.helpers = helpers;
    }

    /// Those who run the current thread: the workers that it is one of, or else the fork/join pool that it belongs to, or that of
    /// the virtual machine. These need not be closed.
    public static Workers current() {
        return new Workers(Helpers.current());
    }

    /// How many parts are worked on at the same time.
    public int threads() {
        return helpers.threads();
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

    /// Does some of many things.
    @FunctionalInterface
    public interface Range {
        /// @param from the first
        /// @param to behind the last
        void run(int from, int to);
    }

    /// Does the parts 0 to `parts - 1`, of which each makes something that is handed over in order. At most two results per thread
    /// wait for that or are in the making.
    ///
    /// @param work gives a part's result, in any thread; never null
    /// @param taker takes the results in order, in the caller's thread
    /// @throws E if the taker fails
    public <T, E extends Exception> void inOrder(int parts, IntFunction<T> work, Taker<T, E> taker) throws E {
        if (threads() == 1 || parts <= 1) {
            for (int part = 0; part < parts; part++) {
                requireNotInterrupted();
                taker.take(work.apply(part));
            }
        } else {
            Loop.ordered(parts, Math.min(parts, AHEAD * threads()), work).run(helpers, taker);
        }
    }

    /// Does the parts 0 to `parts - 1` where nothing is handed over.
    ///
    /// @param work does a part, in any thread
    public void inAnyOrder(int parts, IntConsumer work) {
        if (threads() == 1 || parts <= 1) {
            for (int part = 0; part < parts; part++) {
                requireNotInterrupted();
                work.accept(part);
            }
        } else {
            Loop.unordered(parts, part -> {
                work.accept(part);
                return part;
            }).run(helpers);
        }
    }

    /// Does the numbers 0 to `length - 1` in ranges, see [#inAnyOrder].
    ///
    /// @param piece how many are in a range
    public void inRanges(int length, int piece, Range work) {
        inAnyOrder(Math.ceilDiv(length, piece),
                part -> work.run(part * piece, (int) Math.min(length, (part + 1L) * piece)));
    }

    /// Does a work in the thread of a worker, so that all that is parallel in it is done by these, and returns when it is done. An
    /// interrupt of the caller is passed on.
    public void within(Runnable work) {
        if (!(helpers instanceof Crew crew) || crew.isHere() || !new Errand(work).isRunBy(crew)) {
            work.run();
        }
    }

    private static void requireNotInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
    }

    /// Ends the threads, and waits until they have.
    @Override
    public void close() {
        if (helpers instanceof Crew crew) {
            crew.close();
        }
    }
}
