package hadamask.cli.image;

import hadamask.batch.Collisions;
import hadamask.batch.Job;
import hadamask.batch.Measured;
import hadamask.batch.OutputFolders;
import hadamask.batch.Source;
import hadamask.batch.Targets;
import hadamask.cli.Command;
import hadamask.cli.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The pages of a file, each with results of its own.
final class PageTargets {
    private final Command command;
    private final List<Source> pages;
    private final List<Source> inputs;
    private final Targets targets;

    /// Does something with a page, and writes its results; called by several threads at once.
    @FunctionalInterface
    interface Work {
        /// @return what was guessed; empty when nothing was
        String of(Job job, FolderRun.Share share);
    }

    /// @param inputs the files, which no result may replace
    PageTargets(Command command, List<Source> pages, List<Source> inputs) {
        this.command = command;
        this.pages = pages;
        this.inputs = inputs;
        targets = new Targets(pages, Targets.Extent.FOUND);
    }

    /// Takes the results that are asked for.
    Targets targets() {
        return targets;
    }

    /// Refuses results that would replace an input, or each other, and makes their folders.
    ///
    /// @return the first page
    Job create() {
        Collisions collisions = new Collisions(inputs);
        collisions.add(targets, targets.jobs());
        collisions.requireOneStream();
        targets.jobs().forEach(job -> command.requireNoTerminal(targets, job));
        OutputFolders.create(targets, targets.jobs());
        return targets.jobs().getFirst();
    }

    /// Where the results of a page go.
    Job job(Source page) {
        return targets.jobs().get(page.index() - 1);
    }

    /// Does all pages; what fails is said, and the others go on.
    ///
    /// @param partner the file that goes with a page, or null
    /// @return the exit status
    int run(Console console, Function<Source, @Nullable Path> partner, Work work) {
        try (FolderRun run = new FolderRun(console, pages, partner, null, null, false)) {
            return run.run(Runtime.getRuntime().availableProcessors(), List.of(), (job, share) -> {
                String note = work.of(job, share);
                return new FolderRun.Result(
                        new Measured(List.of(), new double[0], note.isEmpty() ? List.of() : List.of(note)), null, null);
            }, (source, done) -> done.notes().forEach(console::note));
        }
    }
}
