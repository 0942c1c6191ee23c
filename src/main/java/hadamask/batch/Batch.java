package hadamask.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
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
    private int taken;
    private int told;
    private boolean stopped;
    private @Nullable Throwable failure;

    /// @param threads at least 1
    /// @param observers are told of each outcome in this order
    public Batch(int threads, List<Observer> observers) {
        this.threads = threads;
        this.observers = List.copyOf(observers);
    }

    /// Does all jobs and returns when the last is done. What the work or an observer throws ends the batch, and is thrown here.
    ///
    /// @param work makes the results of an image; it is called by several threads at once
    public void run(List<Job> jobs, Function<Job, Outcome> work) {
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            CountDownLatch started = new CountDownLatch(threads);
            List<ForkJoinTask<?>> drivers = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                drivers.add(pool.submit(() -> drive(jobs, work, started)));
            }
            drivers.forEach(ForkJoinTask::quietlyJoin);
        }
        rethrow(failure);
    }

    /// Does all jobs on this thread, and the loops inside an image on all cores.
    public void runHere(List<Job> jobs, Function<Job, Outcome> work) {
        drive(jobs, work, new CountDownLatch(1));
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

    private void drive(List<Job> jobs, Function<Job, Outcome> work, CountDownLatch started) {
        try {
            // A thread that waits for the loops inside an image helps with what is queued: that must be no other driver.
            started.countDown();
            started.await();
            for (int place = next(jobs.size()); place < jobs.size(); place = next(jobs.size())) {
                tell(place, work.apply(jobs.get(place)));
            }
        } catch (Throwable e) {
            fail(e);
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
        } finally {
            lock.unlock();
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
