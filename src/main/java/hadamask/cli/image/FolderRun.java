package hadamask.cli.image;

import hadamask.batch.Batch;
import hadamask.batch.Budget;
import hadamask.batch.FileState;
import hadamask.batch.Job;
import hadamask.batch.Journal;
import hadamask.batch.Measured;
import hadamask.batch.Observer;
import hadamask.batch.Outcome;
import hadamask.batch.Page;
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
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Does something with each of many images, at the same time, and takes what comes of it in their order: failures, exit status and
/// progress are those of `segment`.
final class FolderRun implements AutoCloseable {
    /// Bytes per pixel that images of a batch leave behind until the heap is cleared.
    private static final int GARBAGE = 2;

    private final Console console;
    private final List<Job> jobs;
    private final Tally tally;
    private final Failures failures;
    private final Budget budget;
    private final Budget outside;
    private final List<Observer> others = new ArrayList<>();
    private final @Nullable Journal journal;
    private final boolean checksum;

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

        /// Reads an image.
        ///
        /// @param partner the file that goes with it, or null
        Reader reader(Source source, @Nullable Path partner) {
            Input input = input(source.file());
            Input other = partner == null ? null : input(partner);
            Page page = source.page();
            return other == null
                    ? new Reader(Page.of(page, input), page, source.file(), null)
                    : new Reader(Page.ofPair(page, input, other), page, source.file(),
                            new Reader(Page.ofPair(page, other, input), page, partner, null));
        }

        private Input input(@Nullable Path file) {
            return Input.file(Objects.requireNonNull(file)).within(memory);
        }

        @Override
        public void close() {
            beside.close();
            heap.close();
        }
    }

    /// A file on its way to a table, and how it was before it was read.
    static final class Reader {
        private final Input input;
        private final @Nullable Page page;
        private final @Nullable Reader partner;
        private final @Nullable FileState before;
        private @Nullable FileState read;

        private Reader(Input input, @Nullable Page page, @Nullable Path file, @Nullable Reader partner) {
            this.input = input;
            this.page = page;
            this.partner = partner;
            this.before = file == null ? null : FileState.of(file);
        }

        Input input() {
            return input;
        }

        /// What goes with it, or null.
        @Nullable
        Reader partner() {
            return partner;
        }

        byte[] content() {
            byte[] content = input.bytes();
            read = before == null ? null : before.with(content, page);
            return content;
        }

        /// The state of the file, with the checksum of what was read.
        @Nullable
        FileState state() {
            return read;
        }
    }

    /// Measures an image; called by several threads at once.
    @FunctionalInterface
    interface Work {
        Result of(Job job, Share share);
    }

    /// What comes of an image.
    ///
    /// @param measured its rows
    /// @param read the state of the image before it was read; null where it is no file
    /// @param partner the state of the file that was read with it; null where there is none
    record Result(Measured measured, @Nullable FileState read, @Nullable FileState partner) {}

    /// @param jobs the images with their results, and the files that go with them; each is made whenever it is asked for
    /// @param errors where failures are written to, or null
    /// @param journal that remembers rows and results, and may know them; null for none
    /// @param checksum whether the content of files is compared with those of the journal
    FolderRun(Console console, List<Job> jobs, @Nullable String errors, @Nullable Journal journal, boolean checksum) {
        this.console = console;
        this.jobs = jobs;
        this.tally = new Tally(jobs.size());
        this.failures = new Failures(console, errors);
        this.budget = BatchRun.budget(console);
        this.outside = new Budget(console.memory().outside());
        this.journal = journal;
        this.checksum = checksum;
    }

    /// The jobs of images with the files that go with them.
    ///
    /// @param jobs with their results
    /// @param partner finds the file that goes with an image; what it throws is the failure of the image
    static List<Job> jobs(List<Job> jobs, Function<Source, @Nullable Path> partner) {
        return new AbstractList<>() {
            @Override
            public Job get(int index) {
                Job job = jobs.get(index);
                return new Job(job.source(), job.targets(), partner(job.source(), partner));
            }

            @Override
            public int size() {
                return jobs.size();
            }
        };
    }

    /// The file that goes with an image; null where there is none, or that is a failure, which is said when it is its turn.
    static @Nullable Path partner(Source source, Function<Source, @Nullable Path> partner) {
        try {
            return partner.apply(source);
        } catch (InputException e) {
            return null; // said when it is its turn
        }
    }

    /// Tells somebody else, too, what becomes of the images.
    void observe(Observer observer) {
        others.add(observer);
    }

    /// Does all images.
    ///
    /// @param threads how many at once
    /// @param unreadable folders that could not be searched
    /// @param taker of the rows of each image, in order
    /// @return the exit status
    int run(int threads, List<InputException> unreadable, Work work, BiConsumer<Source, Measured> taker) {
        unreadable.forEach(folder -> failures.add(folder.where(), folder));
        List<Observer> observers = new ArrayList<>(List.of(tally, failures, new Observer() {
            @Override
            public void inOrder(Outcome outcome) {
                Measured measured = outcome instanceof Outcome.Done done
                        ? done.measured()
                        : outcome instanceof Outcome.Skipped skipped ? skipped.measured() : null;
                if (measured != null) {
                    taker.accept(outcome.job().source(), measured);
                }
            }
        }));
        observers.addAll(others);
        if (journal != null) {
            observers.add(journal);
        }
        observers.add(new Progress(console, tally, null, System::nanoTime));
        Batch batch = new Batch(Math.min(console.memory().threads(threads), Math.max(1, jobs.size())), observers);
        String advice = journal == null ? "" : " (--resume does the rest)";
        try (Interruption interruption = new Interruption(console, batch, tally, advice)) {
            interruption.watch();
            batch.run(jobs, job -> outcome(job, work));
        }
        failures.finish();
        if (tally.failed() > 0 || tally.skipped() > 0) {
            console.note(tally.toString());
        }
        return tally.failed() == 0 && unreadable.isEmpty() ? ExitStatus.OK : ExitStatus.FAILED;
    }

    private Outcome outcome(Job job, Work work) {
        MemoryLimit memory = console.memory();
        try (Share share = new Share(memory, budget.share(), outside.share())) {
            Outcome earlier = journal == null ? null : journal.earlier(job, false, true, checksum);
            if (earlier != null) {
                return earlier;
            }
            Result result = work.of(job, share);
            return new Outcome.Done(job, null, Map.of(), result.read, result.partner, result.measured);
        } catch (InputException e) {
            return new Outcome.Failed(job, e.where().isEmpty() ? e.at(job.source().spokenName()) : e);
        } catch (OutOfMemoryError e) {
            return new Outcome.Failed(job, memory.exceeded(e).at(job.source().spokenName()));
        }
    }

    @Override
    public void close() {
        failures.close();
        if (journal != null) {
            journal.close();
        }
    }
}
