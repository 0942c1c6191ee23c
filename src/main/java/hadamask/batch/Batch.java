package hadamask.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Does the jobs of many images on several threads, and tells observers what became of each.
///
/// Each thread takes one image at a time. The loops inside an image run on the same threads: while all of them have images,
/// each does its own alone; at the end those without an image help the others.
public final class Batch {
    private final int threads;
    private final List<Observer> observers;
    private final ReentrantLock lock = new ReentrantLock();
    /// Outcomes that wait for those of earlier images.
    private final Map<Integer, Outcome> early = new HashMap<>();
    private final Condition change = lock.newCondition();
    /// Opens when all threads have begun, or one cannot.
    private volatile CountDownLatch allHere = new CountDownLatch(0);
    /// Threads that are at work, and that are done.
    private int driving;
    private int driven;
    private int taken;
    private int told;
    private boolean stopped;
    private @Nullable Throwable failure;

    /// A thread that says when the system does not give it: the pool may try to start it from another of its threads, and would
    /// keep that to itself.
    private final class Driver extends ForkJoinWorkerThread {
        Driver(ForkJoinPool pool) {
            super(pool);
        }

        @Override
        public void start() {
            try {
                super.start();
            } catch (OutOfMemoryError e) {
                fail(e);
                throw e;
            }
        }
    }

    /// @param threads at least 1
    /// @param observers are told of each outcome in this order
    public Batch(int threads, List<Observer> observers) {
        this.threads = threads;
        this.observers = List.copyOf(observers);
    }

    /// Does all jobs and returns when the last is done. What the work or an observer throws ends the batch, and is thrown here;
    /// so is the error of a system that gives no more threads.
    ///
    /// @param work makes the results of an image; it is called by several threads at once
    public void run(List<Job> jobs, Function<Job, Outcome> work) {
        allHere = new CountDownLatch(threads);
        ForkJoinPool pool = new ForkJoinPool(threads, Driver::new, (thread, e) -> fail(e), false);
        try {
            for (int thread = 0; thread < threads; thread++) {
                pool.execute(() -> drive(jobs, work));
            }
        } catch (OutOfMemoryError e) { // no thread
            fail(e);
        }
        awaitEnd();
        pool.shutdownNow();
        rethrow(failure);
    }

    /// Waits until all threads have come to the end of their images; those that the system did not give never begin.
    private void awaitEnd() {
        lock.lock();
        try {
            while (driving > 0 || (driven < threads && failure == null)) {
                change.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Does all jobs on this thread, and the loops inside an image on all cores.
    public void runHere(List<Job> jobs, Function<Job, Outcome> work) {
        drive(jobs, work);
        rethrow(failure);
    }

    /// Ends the batch from another thread: no image is begun any more, and no observer told.
    public void stop() {
        lock.lock();
        try {
            stopped = true;
        } finally {
            lock.unlock();
        }
    }

    private void drive(List<Job> jobs, Function<Job, Outcome> work) {
        try {
            begin();
            for (int place = next(jobs.size()); place < jobs.size(); place = next(jobs.size())) {
                tell(place, work.apply(jobs.get(place)));
            }
        } catch (Throwable e) {
            fail(e);
        } finally {
            end();
        }
    }

    /// Waits for the other threads: one that waits for the loops inside an image helps with what is queued, and that must be
    /// none of them. By a latch: a condition would have the pool start a thread in place of the one that waits, and where the
    /// system gives none, would never wake again.
    private void begin() {
        lock.lock();
        try {
            driving++;
        } finally {
            lock.unlock();
        }
        allHere.countDown();
        try {
            allHere.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        lock.lock();
        try {
            driving--;
            driven++;
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private int next(int count) {
        lock.lock();
        try {
            return stopped ? count : Math.min(count, taken++);
        } finally {
            lock.unlock();
        }
    }

    private void tell(int place, Outcome outcome) {
        lock.lock();
        try {
            if (stopped) {
                return;
            }
            observers.forEach(observer -> observer.finished(outcome));
            early.put(place, outcome);
            for (Outcome ready = early.remove(told); ready != null; ready = early.remove(told)) {
                told++;
                for (Observer observer : observers) {
                    observer.inOrder(ready);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void fail(Throwable e) {
        lock.lock();
        try {
            stopped = true;
            failure = failure == null ? e : failure;
            change.signalAll();
        } finally {
            lock.unlock();
        }
        while (allHere.getCount() > 0) {
            allHere.countDown();
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }
}
