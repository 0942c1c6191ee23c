package hadamask.parallel;

import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Parts of a work, begun in order by whoever has time: the caller, and those who help.
///
/// A thread waits here for nothing but parts that run, and by a monitor: a condition of `java.util.concurrent` would have a
/// fork/join pool start a thread in place of the one that waits. So no loop can wait for itself, however deep loops are in
/// each other, and a loop that nobody helps with is done by its caller.
///
/// @param <T> the result of a part
final class Loop<T> {
    private final int parts;
    private final int ahead;
    private final IntFunction<T> work;
    /// Results that wait to be taken, that of part k at `k % ahead`; empty where nobody takes them.
    private final @Nullable Object[] results;
    private final FirstFailure failure = new FirstFailure();
    private int begun;
    private int taken;
    /// Helpers who are at a part.
    private int working;
    private boolean stopped;
    private boolean interrupted;

    private Loop(int parts, int ahead, IntFunction<T> work, int results) {
        this.parts = parts;
        this.ahead = ahead;
        this.work = work;
        this.results = new Object[results];
    }

    /// Parts whose results nobody takes.
    static <T> Loop<T> unordered(int parts, IntFunction<T> work) {
        return new Loop<>(parts, parts, work, 0);
    }

    /// Parts whose results are taken in order.
    ///
    /// @param ahead how many may be begun beyond the last that is taken, at least 1
    static <T> Loop<T> ordered(int parts, int ahead, IntFunction<T> work) {
        return new Loop<>(parts, ahead, work, ahead);
    }

    /// How many parts may be begun at once.
    synchronized int claimable() {
        return stopped ? 0 : (int) Math.min(parts, (long) taken + ahead) - begun;
    }

    private int claim() {
        return claimable() > 0 ? begun++ : -1;
    }

    /// Does parts as long as there are any to begin.
    void help() {
        for (int part = enter(); part >= 0; part = next()) {
            perform(part);
        }
    }

    private synchronized int enter() {
        int part = claim();
        working += part < 0 ? 0 : 1;
        return part;
    }

    private synchronized int next() {
        int part = claim();
        if (part < 0 && --working == 0) {
            notifyAll();
        }
        return part;
    }

    private void perform(int part) {
        try {
            done(part, work.apply(part));
        } catch (Throwable e) {
            failed(part, e);
        }
    }

    private synchronized void done(int part, T result) {
        if (results.length > 0) {
            results[part % ahead] = result;
            notifyAll();
        }
    }

    private synchronized void failed(int part, Throwable e) {
        stopped = true;
        failure.add(part, e);
        notifyAll();
    }

    /// Does all parts, together with helpers.
    void run(Helpers helpers) {
        Helpers.Call call = helpers.call(this);
        try {
            for (int part = claimUnlessInterrupted(); part >= 0; part = claimUnlessInterrupted()) {
                perform(part);
            }
        } finally {
            call.close();
            end();
        }
        failure.rethrow();
        throwIfCancelled(begun);
    }

    /// Does all parts, together with helpers, and takes their results in order, in this thread.
    <E extends Exception> void run(Helpers helpers, Workers.Taker<T, E> taker) throws E {
        try (Helpers.Call call = helpers.call(this)) {
            for (T result = nextResult(); result != null; result = nextResult()) {
                taker.take(result);
                advance();
                call.renew();
            }
        } finally {
            end();
        }
        failure.rethrow();
        throwIfCancelled(taken);
    }

    /// The result of the next part, which is made here when nobody has begun it; null behind the last, and when no other
    /// comes.
    private @Nullable T nextResult() {
        while (true) {
            int part;
            synchronized (this) {
                T result = poll();
                if (result != null) {
                    return result;
                }
                part = claimUnlessInterrupted();
                if (part < 0) {
                    if (interrupted || taken == begun || failure.is(taken)) {
                        return null;
                    }
                    await();
                }
            }
            if (part >= 0) {
                perform(part);
            }
        }
    }

    @SuppressWarnings("unchecked") // nothing but results of the work are in there
    private @Nullable T poll() {
        int place = taken % ahead;
        Object result = results[place];
        results[place] = null;
        return (T) result;
    }

    private synchronized void advance() {
        taken++;
    }

    private synchronized int claimUnlessInterrupted() {
        interrupted |= Thread.interrupted();
        stopped |= interrupted;
        return claim();
    }

    /// Waits for those who still work: they must not touch anything of the caller's when it has gone on.
    private synchronized void end() {
        stopped = true;
        while (working > 0) {
            await();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the loops are the callers'
    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            interrupted = true;
            stopped = true;
        }
    }

    private void throwIfCancelled(int finished) {
        if (finished < parts) {
            throw new CancellationException("interrupted");
        }
    }
}
