package hadamask.cli.image;

import hadamask.batch.Batch;
import hadamask.batch.Budget;
import hadamask.batch.CutOut;
import hadamask.batch.Job;
import hadamask.batch.Journal;
import hadamask.batch.Observer;
import hadamask.batch.Outcome;
import hadamask.batch.OutputFolders;
import hadamask.batch.Owners;
import hadamask.batch.ReportFile;
import hadamask.batch.Source;
import hadamask.batch.StatisticsFile;
import hadamask.batch.Tally;
import hadamask.batch.Targets;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.Explanation;
import hadamask.cli.Failures;
import hadamask.cli.Interruption;
import hadamask.cli.Machines;
import hadamask.cli.Progress;
import hadamask.cli.Showing;
import hadamask.cli.Terminal;
import hadamask.cli.image.watch.FolderWatch;
import hadamask.file.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Does the jobs of a command, with all who want to know of them: the journal, progress, statistics, failures.
final class BatchRun implements AutoCloseable {
    /// The part of the heap that images in flight may take; the rest is for what is left of those before.
    private static final double SHARE = 0.6;

    private final Console console;
    private final BatchOptions options;
    private final List<Job> jobs;
    private final Tally tally;
    private final Failures failures;
    private final @Nullable StatisticsFile statistics;
    private final Set<CutOut.Fact> facts = EnumSet.noneOf(CutOut.Fact.class);
    private final List<Observer> observers = new ArrayList<>();
    private @Nullable Journal journal;
    private RegionTable.@Nullable File table;
    private @Nullable ReportFile report;

    /// @param statistics takes statistics; null for none
    BatchRun(Console console, BatchOptions options, List<Job> jobs, @Nullable StatisticsFile statistics) {
        this.console = console;
        this.options = options;
        this.jobs = jobs;
        this.tally = new Tally(jobs.size());
        this.statistics = statistics;
        this.failures = new Failures(console, options.errors());
        observers.addAll(List.of(tally, new Explanation(console), failures));
        if (statistics != null) {
            observers.add(statistics);
        }
        if (statistics != null || console.explains()) {
            facts.add(CutOut.Fact.STATISTICS);
        }
    }

    /// Keeps a journal, and skips what it knows where that is asked for.
    ///
    /// @param folder where the journal lies
    /// @param settings everything that decides how results look
    void remember(Path folder, String settings) {
        remember(Journal.in(folder, settings));
    }

    /// Keeps a journal beside a table, of images that have no other result.
    ///
    /// @param settings everything that decides its rows
    void rememberTable(Path file, String settings) {
        remember(Journal.beside(file, settings, options.resume()));
    }

    private void remember(Journal kept) {
        facts.add(CutOut.Fact.FILE_STATE);
        journal = kept;
        if (options.resume()) {
            kept.read();
        }
        observers.add(kept);
    }

    /// Writes a table of the regions, too, and closes it.
    void measure(RegionTable.File file) {
        facts.add(CutOut.Fact.MEASURES);
        table = file;
        observers.add(file);
    }

    /// Writes a report, too, and closes it.
    void report(ReportFile file) {
        facts.add(CutOut.Fact.STATISTICS);
        report(file, file);
    }

    /// Writes a report of what an observer adds to it, too, and closes it.
    void report(@Nullable ReportFile file, Observer adding) {
        report = file;
        observers.add(adding);
    }

    /// Draws cut-outs in the terminal, too.
    void show(Showing showing) {
        observers.add(showing);
    }

    /// What the one-image function must find out.
    Set<CutOut.Fact> facts() {
        return facts;
    }

    /// Does one image, which may use all cores and all memory.
    ///
    /// @return the exit status
    int one(Function<Job, Outcome> work) {
        new Batch(1, observers).runHere(jobs, work);
        return finish();
    }

    /// Does many images at once.
    ///
    /// @return the exit status
    int many(Function<Job, Outcome> work) {
        observers.add(new Progress(console, tally, Progress.isTerminal() ? this::columns : null, System::nanoTime));
        Batch batch = new Batch(threads(jobs.size()), observers);
        try (Interruption interruption = new Interruption(console, batch, tally, " (--resume does the rest)")) {
            interruption.watch();
            batch.run(jobs, resuming(work));
        }
        return finish();
    }

    /// Has other machines do the images.
    ///
    /// @param grounds the folders below which the results lie
    /// @param settings everything that decides how results look
    /// @return the exit status
    int elsewhere(Machines machines, List<Path> grounds, String settings) {
        facts.add(CutOut.Fact.FILE_STATE);
        tally.expect(-tally.images()); // an archive is many
        machines.run(new Machines.Order(jobs, grounds, facts, settings, options.resume()), (outcome, notes) -> {
            tally.expect(1);
            notes.forEach(console::note);
            observers.forEach(observer -> observer.finished(outcome));
            observers.forEach(observer -> observer.inOrder(outcome));
        });
        int status = finish();
        machines.finish();
        return status;
    }

    /// Does images as they come, until a signal ends the program.
    ///
    /// @param pages the images of some files
    /// @param targets where the results of some images go
    /// @return the exit status
    int watching(FolderWatch watch, Function<Job, Outcome> work, UnaryOperator<List<Source>> pages,
            Function<List<Source>, Targets> targets) {
        observers.add(new Progress(console, tally, Progress.isTerminal() ? this::columns : null, System::nanoTime));
        AtomicReference<@Nullable Batch> current = new AtomicReference<>();
        Runnable stop = () -> {
            Batch batch = current.get();
            if (batch != null) {
                batch.stop();
            }
        };
        Owners owners = new Owners();
        Function<Job, Outcome> guarded = owners.guarding(resuming(work));
        try (Interruption interruption = new Interruption(console, stop, tally, "")) {
            interruption.watch();
            watch.run(ready -> {
                List<Source> images = pages.apply(ready);
                Targets results = targets.apply(images);
                List<Job> some = owners.jobs(results, images);
                OutputFolders.create(results, some);
                tally.expect(some.size());
                Batch batch = new Batch(threads(some.size()), observers);
                current.set(batch);
                batch.run(some, guarded);
            }, this::addUnreadable);
        }
        return finish();
    }

    private int threads(int images) {
        return Math.min(options.threads(console), Math.max(1, images));
    }

    /// What became of the images so far.
    Tally tally() {
        return tally;
    }

    private int columns() {
        Terminal terminal = console.terminal();
        return terminal == null ? Terminal.COLUMNS : terminal.columns();
    }

    private Function<Job, Outcome> resuming(Function<Job, Outcome> work) {
        Journal known = journal;
        if (known == null || !options.resume()) {
            return work;
        }
        boolean needed = facts.contains(CutOut.Fact.STATISTICS);
        return job -> {
            Outcome earlier = known.earlier(job, needed, facts.contains(CutOut.Fact.MEASURES), options.checksum());
            return earlier == null ? work.apply(job) : earlier;
        };
    }

    /// The folders that could not be searched.
    void addUnreadable(List<InputException> folders) {
        for (InputException folder : folders) {
            failures.add(folder.where(), folder);
            if (report != null) {
                report.add(folder);
            }
        }
    }

    private int finish() {
        if (statistics != null) {
            statistics.finish();
        }
        if (table != null) {
            table.finish();
        }
        failures.finish();
        if (report != null) {
            report.write();
        }
        if (tally.images() > 1 && (tally.failed() > 0 || tally.skipped() > 0 || Progress.isTerminal())) {
            console.note(tally.toString());
        }
        return tally.failed() == 0 ? ExitStatus.OK : ExitStatus.FAILED;
    }

    /// The memory that images in flight may take together.
    static Budget budget(Console console) {
        return new Budget((long) (SHARE * Runtime.getRuntime().maxMemory()) - console.memory().taken());
    }

    @Override
    public void close() {
        if (statistics != null) {
            statistics.close();
        }
        if (table != null) {
            table.close();
        }
        failures.close();
        if (report != null) {
            report.close();
        }
        if (journal != null) {
            journal.close();
        }
    }
}
