package hadamask.batch;

import hadamask.parallel.Workers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

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
    private int told;
    /// Observers are being told, or were when one failed.
    private boolean telling;
    private volatile boolean stopped;

    /// @param threads at least 1
    /// @param observers are told of each outcome in this order
    public Batch(int threads, List<Observer> observers) {
        this.threads = threads;
        this.observers = List.copyOf(observers);
    }

    /// Does all jobs and returns when the last is done. What the work or an observer throws ends the batch, and is thrown here.
    /// Where the system gives fewer threads, the batch is done by those.
    ///
    /// @param work makes the results of an image; it is called by several threads at once
    public void run(List<Job> jobs, Function<Job, Outcome> work) {
        try (Workers workers = new Workers(threads)) {
            workers.within(() -> workers.inAnyOrder(jobs.size(), place -> run(jobs, place, work)));
        }
    }

    /// Does all jobs on this thread, and the loops inside an image on all cores.
    public void runHere(List<Job> jobs, Function<Job, Outcome> work) {
        for (int place = 0; place < jobs.size(); place++) {
            run(jobs, place, work);
        }
    }

    private void run(List<Job> jobs, int place, Function<Job, Outcome> work) {
        if (stopped) {
            return;
        }
        boolean whole = false;
        try {
            tell(place, work.apply(jobs.get(place)));
            whole = true;
        } finally {
            if (!whole) {
                stop();
            }
        }
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

    private void tell(int place, Outcome outcome) {
        lock.lock();
        try {
            if (stopped || telling) {
                return;
            }
            telling = true;
            observers.forEach(observer -> observer.finished(outcome));
            early.put(place, outcome);
            for (Outcome ready = early.remove(told); ready != null; ready = early.remove(told)) {
                told++;
                for (Observer observer : observers) {
                    observer.inOrder(ready);
                }
            }
            telling = false;
        } finally {
            lock.unlock();
        }
    }
}
