package hadamask.cli.image;

import hadamask.batch.Batch;
import hadamask.batch.Budget;
import hadamask.batch.Job;
import hadamask.batch.Observer;
import hadamask.batch.Outcome;
import hadamask.batch.Source;
import hadamask.batch.Tally;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.Failures;
import hadamask.cli.Interruption;
import hadamask.cli.Progress;
import hadamask.codec.format.Reading;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Does something with each of many images, at the same time, and takes what comes of it in their order: failures, exit status and
/// progress are those of `segment`.
///
/// @param <T> what comes of an image
final class FolderRun<T> implements AutoCloseable {
    /// Bytes per pixel that images of a batch leave behind until the heap is cleared.
    private static final int GARBAGE = 2;

    private final Console console;
    private final List<Job> jobs;
    private final Tally tally;
    private final Failures failures;
    private final Budget budget = BatchRun.budget();
    private final Budget outside;
    private final Map<Job, T> results = new ConcurrentHashMap<>();
    private final List<Observer> others = new ArrayList<>();

    /// The memory that one image takes, with all that belongs to it.
    static final class Share implements AutoCloseable {
        private final MemoryLimit memory;
        private final Budget.Share heap;
        private final Budget.Share beside;
        private long taken;
        private long takenBeside;

        private Share(MemoryLimit memory, Budget.Share heap, Budget.Share beside) {
            this.memory = memory;
            this.heap = heap;
            this.beside = beside;
        }

        /// Reading that waits until there is room for an image.
        ///
        /// @param content bytes of the file
        /// @param work bytes per pixel that are taken beside the image
        Reading within(Reading reading, long content, int work) {
            return reading.within(size -> {
                taken += content + size.require(memory, taken + content, work) + GARBAGE * size.pixels();
                memory.requireOutside(size.toString(), size.outside());
                heap.growTo(taken);
                takenBeside += size.outside();
                beside.growTo(takenBeside);
            });
        }

        /// A file, with the limit of memory.
        Input input(java.nio.file.Path file) {
            return Input.file(file).within(memory);
        }

        @Override
        public void close() {
            beside.close();
            heap.close();
        }
    }

    /// Does something with an image; called by several threads at once.
    @FunctionalInterface
    interface Work<T> {
        T of(Source source, Share share);
    }

    FolderRun(Console console, List<Source> sources, @Nullable String errors) {
        this.console = console;
        this.jobs = sources.stream().map(source -> new Job(source, Map.of())).toList();
        this.tally = new Tally(jobs.size());
        this.failures = new Failures(console, errors);
        this.outside = new Budget(console.memory().outside());
    }

    /// Tells somebody else, too, what becomes of the images.
    void observe(Observer observer) {
        others.add(observer);
    }

    /// Does all images.
    ///
    /// @param threads how many at once
    /// @param unreadable folders that could not be searched
    /// @param taker of what comes of each image, in order
    /// @return the exit status
    int run(int threads, List<InputException> unreadable, Work<T> work, BiConsumer<Source, T> taker) {
        unreadable.forEach(folder -> failures.add(folder.where(), folder));
        List<Observer> observers = new ArrayList<>(List.of(tally, failures, new Observer() {
            @Override
            public void inOrder(Outcome outcome) {
                if (outcome instanceof Outcome.Done done) {
                    taker.accept(done.job().source(), Objects.requireNonNull(results.remove(done.job())));
                }
            }
        }));
        observers.addAll(others);
        observers.add(new Progress(console, tally, null, System::nanoTime));
        Batch batch = new Batch(Math.min(console.memory().threads(threads), Math.max(1, jobs.size())), observers);
        try (Interruption interruption = new Interruption(console, batch, tally, "")) {
            interruption.watch();
            batch.run(jobs, job -> outcome(job, work));
        }
        failures.finish();
        if (tally.failed() > 0) {
            console.note(tally.toString());
        }
        return tally.failed() == 0 && unreadable.isEmpty() ? ExitStatus.OK : ExitStatus.FAILED;
    }

    private Outcome outcome(Job job, Work<T> work) {
        MemoryLimit memory = console.memory();
        try (Share share = new Share(memory, budget.share(), outside.share())) {
            results.put(job, work.of(job.source(), share));
            return new Outcome.Done(job, null, Map.of(), null);
        } catch (InputException e) {
            return new Outcome.Failed(job, e.where().isEmpty() ? e.at(job.source().spokenName()) : e);
        } catch (OutOfMemoryError e) {
            return new Outcome.Failed(job, memory.exceeded(e).at(job.source().spokenName()));
        }
    }

    @Override
    public void close() {
        failures.close();
    }
}
