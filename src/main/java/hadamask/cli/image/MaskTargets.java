package hadamask.cli.image;

import hadamask.batch.Collisions;
import hadamask.batch.Job;
import hadamask.batch.Journal;
import hadamask.batch.Measured;
import hadamask.batch.OutputFolders;
import hadamask.batch.Source;
import hadamask.batch.Targets;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.file.InputException;
import hadamask.file.Temporary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Many masks, those of a folder or the pages of a file, each with results of its own.
final class MaskTargets {
    private final Command command;
    private final List<Source> masks;
    private final Function<Source, @Nullable Path> partner;
    private final List<Source> alsoRead;
    private final Targets targets;

    /// Does something with a mask, and writes its results; called by several threads at once.
    @FunctionalInterface
    interface Work {
        FolderRun.Result of(Job job, FolderRun.Share share);
    }

    /// @param partner the file that goes with a mask, or null; what it throws is the failure of the mask
    MaskTargets(Command command, List<Source> masks, Function<Source, @Nullable Path> partner) {
        this(command, masks, partner, List.of());
    }

    /// @param partner the file that goes with a mask, or null; what it throws is the failure of the mask
    /// @param alsoRead what is read for all masks together, and may not be replaced either
    MaskTargets(Command command, List<Source> masks, Function<Source, @Nullable Path> partner, List<Source> alsoRead) {
        this.command = command;
        this.alsoRead = alsoRead;
        this.masks = masks;
        this.partner = partner;
        targets = new Targets(masks, Targets.Extent.FOUND);
    }

    /// Takes the results that are asked for.
    Targets targets() {
        return targets;
    }

    /// Refuses results that would replace an input, or each other, and makes their folders.
    ///
    /// @param others adds what is written of all masks together
    void create(Consumer<Collisions> others) {
        Collisions collisions = new Collisions(inputs());
        collisions.add(targets, targets.jobs());
        others.accept(collisions);
        collisions.requireOneStream();
        targets.jobs().forEach(job -> command.requireNoTerminal(targets, job));
        OutputFolders.create(targets, targets.jobs()).forEach(Temporary::clear);
    }

    private List<Source> inputs() {
        List<Source> inputs = new ArrayList<>(masks);
        inputs.addAll(alsoRead);
        for (Source mask : masks) {
            Path other = FolderRun.partner(mask, partner);
            if (other != null) {
                inputs.add(new Source(other, null, mask.index()));
            }
        }
        return inputs;
    }

    /// The masks with their results and the files that go with them.
    List<Job> jobs() {
        return FolderRun.jobs(targets.jobs(), partner);
    }

    /// Does all masks; what fails is said, and the others go on.
    ///
    /// @param folders how many masks there are, and what is kept of them
    /// @param journal that remembers what is done; null for none
    /// @param unreadable folders that could not be searched
    /// @return the exit status
    int run(Console console, @Nullable FolderOptions folders, @Nullable Journal journal,
            List<InputException> unreadable, Work work) {
        try (FolderRun run = new FolderRun(console, jobs(), folders == null ? null : folders.errors(), journal,
                folders != null && folders.checksum())) {
            return run.run(Runtime.getRuntime().availableProcessors(), unreadable, work::of,
                    (source, done) -> done.notes().forEach(console::note));
        }
    }

    /// What comes of a mask of which nothing is measured.
    ///
    /// @param note what was guessed; empty when nothing was
    static FolderRun.Result done(String note, FolderRun.Reader mask) {
        return new FolderRun.Result(new Measured(List.of(), new double[0], note.isEmpty() ? List.of() : List.of(note)),
                mask.state(), null);
    }
}
