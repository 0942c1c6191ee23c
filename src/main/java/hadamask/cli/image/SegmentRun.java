package hadamask.cli.image;

import hadamask.batch.Budget;
import hadamask.batch.CutOut;
import hadamask.batch.CutOutOptions;
import hadamask.batch.Job;
import hadamask.batch.KeptLabels;
import hadamask.batch.Outcome;
import hadamask.batch.OutputFolders;
import hadamask.batch.ReportFile;
import hadamask.batch.Result;
import hadamask.batch.Source;
import hadamask.batch.Storage;
import hadamask.batch.Target;
import hadamask.batch.Targets;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.Machines;
import hadamask.cli.Showing;
import hadamask.cli.Version;
import hadamask.cli.image.backdrop.BackdropPictures;
import hadamask.cli.image.model.Models;
import hadamask.cli.image.watch.FolderWatch;
import hadamask.codec.format.ImageFormat;
import hadamask.file.FilePath;
import hadamask.file.InputException;
import hadamask.file.Temporary;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.cut.Trimap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The work of a [SegmentCommand], after all that is wrong usage: what else is read, what each image is done with, and what is
/// written of all together.
final class SegmentRun {
    private final SegmentCommand command;
    private final Console console;
    private final Models models;
    private final @Nullable Choices chosen;

    /// @param command whose options were checked
    /// @param models the networks that they name, as long as the images are done
    /// @param chosen options of single images; null: there are none
    SegmentRun(SegmentCommand command, Console console, Models models, @Nullable Choices chosen) {
        this.command = command;
        this.console = console;
        this.models = models;
        this.chosen = chosen;
    }

    /// What each image is done with, for a program that does them itself.
    Function<Source, CutOutOptions> ways() {
        readBackgrounds(Set.of());
        return ways(segmentation(), null);
    }

    private BackdropPictures readBackgrounds(Set<ImageFormat> formats) {
        return PictureOptions.read(command, console, command.reading, command.looks(chosen), formats);
    }

    /// @return the same object for all images without options of their own
    private Function<Source, CutOutOptions> ways(SegmentationOptions segmentation, @Nullable KeptLabels kept) {
        CutOutOptions rest = new CutOutOptions(command.reading.reading(console), segmentation,
                command.picture.writer(), command.table.measurer(command.method.gray(), kept),
                (image, found) -> console
                        .note("note: " + image + ": " + found + " (--suggest shows what other ways find)"));
        return source -> {
            Choices.Way way = chosen == null ? null : chosen.of(source);
            return way == null
                    ? rest
                    : new CutOutOptions(rest.reading(), way.segmentation(models), way.picture().writer(),
                            command.table.measurer(way.gray(), kept), rest.notes());
        };
    }

    private SegmentationOptions segmentation() {
        return new SegmentationOptions(command.method.method(trimap(), models), command.mask.refinement(),
                command.mask.invert());
    }

    private @Nullable Trimap trimap() {
        String file = command.method.hints();
        if (file == null) {
            return null;
        }
        try {
            return Trimap.of(command.reading.read(console, console.input(file), 2));
        } catch (InputException e) {
            throw e.where().isEmpty() ? e.at(console.input(file).name()) : e;
        }
    }

    /// Does the images.
    ///
    /// @param watched folders whose images are done as they come; none: those that are there
    /// @return the exit status
    int of(List<Path> watched, Targets targets) {
        List<Job> jobs = targets.jobs();
        BackdropPictures backdrops = readBackgrounds(PictureOptions.formats(jobs));
        SegmentationOptions segmentation = segmentation();
        if (chosen != null) {
            chosen.load(models);
        }
        List<Source> sources = jobs.stream().map(Job::source).toList();
        Machines machines = command.machines;
        if (machines == null) {
            OutputFolders.create(targets, jobs).forEach(Temporary::clear);
        }
        OutputFolders.requireFolder(command.table.path());
        command.results.requireFolders();
        noteLossyMask(jobs);
        command.mask.noteJoined(console);
        sources.forEach(source -> console.await(source.name(), "a picture"));
        KeptLabels kept = command.table.kept(command, console, sources, command.batch.resume());
        Function<Source, CutOutOptions> ways = ways(segmentation, kept);
        try (BatchRun run = new BatchRun(console, command.batch, jobs, command.results.statistics(console))) {
            Showing showing = Showing.of(console, command.results.show());
            if (showing != null) {
                run.show(showing);
            }
            RegionTable.File regions = command.table.file(console, command.reading.asksForPages());
            if (regions != null) {
                run.measure(regions);
            }
            ReportFile page = reportFile();
            if (page != null) {
                run.report(page);
            }
            run.addUnreadable(command.input.unreadable());
            String besides = (chosen == null ? "" : chosen.text()) + backdrops.text();
            if (machines != null) {
                return status(run.elsewhere(machines, targets.resultFolders(), deciding() + besides));
            }
            boolean many = jobs.size() > 1 || command.batch.jobs() != null || command.batch.resume()
                    || command.isBatch();
            if (many && (command.results.hasOutput() || command.batch.resume())) {
                remember(run, targets, (chosen == null ? "" : chosen.text()) + checksums() + backdrops.text());
            }
            Budget heap = BatchRun.budget(console);
            Budget outside = many ? new Budget(console.memory().outside()) : null;
            Function<Job, Outcome> work = job -> new CutOut(ways.apply(job.source()),
                    new Storage.Local(console.streams()), console.memory(), heap, outside, run.facts(), page,
                    showing == null ? null : showing::prepare).of(job);
            if (command.batch.watches()) {
                FolderWatch watch = new FolderWatch(console, watched, command.grounds(), run.tally());
                return run.watching(watch, work, ready -> command.reading.pages(command, ready, file -> null),
                        some -> command.targets(some, Targets.Extent.FOUND));
            }
            return status(many ? run.many(work) : run.one(work));
        }
    }

    private int status(int ofImages) {
        return command.input.unreadable().isEmpty() ? ofImages : ExitStatus.FAILED;
    }

    /// The version, and the options that decide how results look.
    private String deciding() {
        return Version.number() + " " + command.deciding();
    }

    /// All masks have the same format.
    private void noteLossyMask(List<Job> jobs) {
        Target mask = jobs.isEmpty() ? null : jobs.getFirst().target(Result.MASK);
        if (mask != null) {
            PictureOptions.noteLossyMask(console, "--mask", mask.output(), mask.format());
        }
    }

    private @Nullable ReportFile reportFile() {
        String path = command.results.report();
        if (path == null) {
            return null;
        }
        String words = command.settings().hasFile() || command.method.hints() != null
                ? null
                : Choices.words(command.line());
        ReportFile page = new ReportFile(console.output(path), "hadamask " + Version.number(), command.deciding(),
                Console::wording, source -> {
                    Choices.Way way = chosen == null ? null : chosen.of(source);
                    return way == null ? words : way.words();
                });
        page.count(command.table.precision());
        return page;
    }

    /// @param more of what decides how results look than the options
    private void remember(BatchRun run, Targets targets, String more) {
        Path ground = targets.ground();
        String rows = command.table.path();
        if (ground != null) {
            run.remember(ground, deciding() + more);
        } else if (rows != null && !"-".equals(rows) && !FilePath.isDevice(rows)) {
            run.rememberTable(FilePath.of(rows), "segment " + deciding() + more);
        } else if (command.batch.resume()) {
            throw command.usage("--resume",
                    "goes by the files of results, of which none is written, expected --mask or --output");
        }
    }

    /// What the networks that are asked for hold.
    private String checksums() {
        List<String> files = new ArrayList<>();
        String model = command.method.model();
        if (model != null) {
            files.add(model);
        }
        if (chosen != null) {
            files.addAll(chosen.models());
        }
        return Models.checksums(files);
    }
}
