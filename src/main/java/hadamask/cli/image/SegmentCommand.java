package hadamask.cli.image;

import hadamask.batch.Budget;
import hadamask.batch.Collisions;
import hadamask.batch.CutOut;
import hadamask.batch.CutOutOptions;
import hadamask.batch.Job;
import hadamask.batch.KeptLabels;
import hadamask.batch.Outcome;
import hadamask.batch.OutputFolders;
import hadamask.batch.Report;
import hadamask.batch.ReportFile;
import hadamask.batch.Result;
import hadamask.batch.RowsFile;
import hadamask.batch.Source;
import hadamask.batch.StatisticsFile;
import hadamask.batch.Target;
import hadamask.batch.Targets;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.DryRun;
import hadamask.cli.ExitStatus;
import hadamask.cli.Failures;
import hadamask.cli.ResultOptions;
import hadamask.cli.Showing;
import hadamask.cli.TextEnding;
import hadamask.cli.Version;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.cli.option.SettingsOptions;
import hadamask.cli.option.ShowMode;
import hadamask.file.FilePath;
import hadamask.file.InputException;
import hadamask.file.Temporary;
import hadamask.segment.GrayScale;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.cut.Trimap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// `segment`: cuts out the foreground of images.
public final class SegmentCommand extends Command {
    /// Lines of JSON have several customary endings.
    private static final TextEnding STATISTICS = new TextEnding(".csv or .jsonl", "csv", "jsonl", "ndjson", "json");

    private final InputOptions input = new InputOptions();
    private final Option<@Nullable String> output = Option.path(
            "File, folder/, - or a pattern with {name} {ext} {dir} {index}; its ending gives the format; none: no cut-out"
                    + " (default: NAME-cutout.png).",
            "-o", "--output");
    private final Option<@Nullable String> maskOutput = Option.path(
            "Also write the mask: 8-bit grey, 255 in, 0 out; a soft one in the depth of the image.",
            "--mask");
    private final Option<@Nullable String> statistics = Option.path(
            "Also write statistics, a line per image: JSON, or CSV to a name.csv.",
            "--stats");
    private final Option<@Nullable String> stagesOutput = Option.path("Also write a picture of all stages.",
            "--stages");
    private final Option<@Nullable String> overlayOutput = Option
            .path("Also write the image with the mask's outline and a tint.", "--overlay");
    private final Option<@Nullable String> report = Option.path("Also write a page that shows all images of the run.",
            "--report");
    private final Option<@Nullable ShowMode> show = Option.optional(ShowMode::isWord, "auto", "HOW",
            ShowMode::of,
            "Show the cut-out in the terminal: auto, kitty, sixel, blocks, 256 or none (as in --show=blocks).",
            "--show").aside();

    private final Option<Boolean> suggest = Option.flag(
            "Try several ways of segmenting instead, and print a table to choose from; with --report also a page.",
            "--suggest").aside();

    private final Option<@Nullable String> choices = Option.<@Nullable String>of(null, "FILE", OptionValues::name,
            "A table with the columns image and options, as the page of a report saves it: options of single images; without"
                    + " IMAGE, those of the table are done.",
            "--choices");

    private final MethodOptions method = new MethodOptions();
    private final MaskOptions mask = new MaskOptions();
    private final PictureOptions picture = new PictureOptions();
    private final BatchOptions batch = new BatchOptions();
    private final ReadingOptions reading = new ReadingOptions();
    private final RegionTable table = new RegionTable();
    private final SettingsOptions settings = new SettingsOptions();

    @Override
    protected void warmUp(List<String> arguments) {
        WarmUp.start(arguments);
    }

    @Override
    protected void declare(CommandSpec command) {
        command.addPositional(input.images()).addArgGroup(input.group())
                .addArgGroup(
                        Option.group("Results", output, maskOutput, statistics, stagesOutput, overlayOutput, report,
                                show, suggest))
                .addArgGroup(Option.group("Choices", choices)).addArgGroup(method.cutGroup())
                .addArgGroup(method.group())
                .addArgGroup(mask.group()).addArgGroup(picture.group()).addArgGroup(table.group())
                .addArgGroup(batch.group())
                .addArgGroup(settings.group());
        reading.declare(command);
        command.usageMessage().header(
                "Cut out the foreground of images: grey, 2-means, holes filled, closed, product; or a graph cut.")
                .footer("", "Examples:", "  segment cat.jpg -o cutout.png",
                        "  segment --suggest cat.jpg --report proposals.html",
                        "  segment --choices choices.csv -o cutouts/",
                        "  segment photo.jpg --preset photo --background white --keep 300,200 -o cutout.png",
                        "  segment leaf.jpg --background transparent --trim=10 --stages stages.png",
                        "  segment cells.tif --preset cells --split -o none --mask cells-mask.png",
                        "  segment plates/ -r -o none --preset cells --split --measure cells.csv",
                        "  segment photos/*.jpg -o cutouts/ --mask masks/ --stats cutouts.jsonl",
                        "  segment shoot/ -r -o 'cutouts/{dir}/{name}-cut.png' --errors failed.csv --resume",
                        "  find shoot -name '*.jpg' -print0 | segment --files0-from - -o cutouts/",
                        "  segment - -o none --mask - <cat.jpg | score - truth/cat.png");
    }

    @Override
    protected SettingsOptions settings() {
        return settings;
    }

    @Override
    protected boolean couldBeOutput(String word) {
        return PictureOptions.isWritable(word);
    }

    @Override
    protected int run(Console console) {
        if (suggest.get()) {
            return suggested(console);
        }
        Choices chosen = choices(console);
        if (input.isBatch() && output.get() == null) {
            throw usage("--output", "is missing, expected a folder, a pattern or none for the images that are found");
        }
        if (batch.checksum() && !batch.resume()) {
            throw usage("--checksum", "says how --resume compares, expected --resume");
        }
        if (output.get() == null) {
            input.requireNoOutput(this);
        }
        requireAResult();
        method.check(this);
        table.check(this);
        picture.requireOneEdge(this, null);
        List<Source> sources = sources(console);
        requireOneForHints(sources);
        if (chosen != null) {
            chosen.requireAmong(this, sources);
        }
        Targets targets = new Targets(sources,
                isBatch() ? Targets.Extent.FOUND : Targets.Extent.NAMED);
        targets.put(Result.CUTOUT, "--output", cutout(targets));
        targets.put(Result.MASK, "--mask", maskOutput.get());
        targets.put(Result.STAGES, "--stages", stagesOutput.get());
        targets.put(Result.OVERLAY, "--overlay", overlayOutput.get());
        table.put(targets);
        List<Job> jobs = targets.jobs();
        check(targets, sources, jobs, chosen);
        if (batch.dryRun()) {
            DryRun.print(console, jobs);
            return ExitStatus.OK;
        }
        OutputFolders.create(targets, jobs).forEach(Temporary::clear);
        OutputFolders.requireFolder(statistics.get());
        OutputFolders.requireFolder(table.path());
        OutputFolders.requireFolder(report.get());
        noteLossyMask(console, jobs);
        mask.noteJoined(console);
        sources.forEach(source -> console.await(source.name(), "a picture"));
        KeptLabels kept = table.kept(this, console, sources, batch.resume());
        try (BatchRun run = new BatchRun(console, batch, jobs, statisticsFile(console))) {
            Showing showing = Showing.of(console, show.get());
            if (showing != null) {
                run.show(showing);
            }
            RegionTable.File regions = table.file(console, reading.asksForPages());
            if (regions != null) {
                run.measure(regions);
            }
            ReportFile page = reportFile(console, chosen);
            if (page != null) {
                run.report(page);
            }
            run.addUnreadable(input.unreadable());
            boolean many = jobs.size() > 1 || batch.jobs() != null || batch.resume() || isBatch();
            if (many && (output.get() != null || batch.resume())) {
                remember(run, targets, chosen);
            }
            Budget heap = BatchRun.budget();
            Budget outside = many ? new Budget(console.memory().outside()) : null;
            Worker worker = (segmentation, looks, scale) -> new CutOut(
                    new CutOutOptions(reading.reading(console), segmentation, looks.writer(),
                            table.measurer(scale, kept)),
                    console.streams(), console.memory(), heap, outside, run.facts(), page,
                    showing == null ? null : showing::prepare);
            CutOut rest = worker.of(options(console), picture, method.gray());
            Function<Job, Outcome> work = chosen == null ? rest::of : job -> {
                Choices.Way way = chosen.of(job.source());
                return (way == null ? rest : worker.of(way.segmentation(), way.picture(), way.gray())).of(job);
            };
            int status = many ? run.many(work) : run.one(work);
            return input.unreadable().isEmpty() ? status : ExitStatus.FAILED;
        }
    }

    /// Makes what does the images of some options.
    @FunctionalInterface
    private interface Worker {
        CutOut of(SegmentationOptions segmentation, PictureOptions looks, GrayScale scale);
    }

    /// What `--choices` says; null without it. Where no image is named, those of the table are worked on.
    private @Nullable Choices choices(Console console) {
        String file = choices.get();
        if (file == null) {
            return null;
        }
        if (settings.hasFile()) {
            throw usage("--settings", "does not go with --choices, whose rows have options (give them as options)");
        }
        console.await(file, "a table of choices");
        Choices read = Choices.read(this, suggest.spec().command().commandLine(), console.input(file));
        if (input.isNothing()) {
            input.choose(read.images().stream().map(Choices::file).toList());
        }
        return read;
    }

    /// Whether there may be many images, even where one is found.
    private boolean isBatch() {
        return input.isBatch() || reading.asksForPages();
    }

    private int suggested(Console console) {
        Suggestions suggestions = new Suggestions(this, input, batch, reading);
        suggestions.requireAlone(suggest);
        List<Source> sources = sources(console);
        requireEnding(TextEnding.PAGE, "--report", report.get());
        return suggestions.run(console, sources, report.get());
    }

    private List<Source> sources(Console console) {
        List<Source> sources = reading.pages(this, input.sources(this, console, grounds()), file -> null);
        if (sources.isEmpty() && input.unreadable().isEmpty()) {
            throw new InputException("no image was found").at(input.name());
        }
        return sources;
    }

    private void requireOneForHints(List<Source> sources) {
        String file = method.hints();
        if (file != null && sources.size() > 1) {
            throw usage("--hints", file + " is for one image, " + sources.size() + " were found");
        }
        if (file != null && batch.resume()) {
            throw usage("--resume",
                    "does not see whether the picture of --hints has changed, expected no --resume with it");
        }
        if ("-".equals(choices.get())
                && ("-".equals(file) || sources.stream().anyMatch(source -> source.file() == null))) {
            throw usage("-", "standard input can be read once");
        }
        if ("-".equals(file) && sources.stream().anyMatch(source -> source.file() == null)) {
            throw usage("-", "standard input can be read once");
        }
    }

    /// The value of `--output`, or what it means when it is not given; null when no cut-out is wanted.
    private @Nullable String cutout(Targets targets) {
        String given = output.get();
        return given == null ? targets.standard("-cutout") : given.equals(Targets.NONE) ? null : given;
    }

    /// Refuses `-o none` where nothing else is asked for.
    private void requireAResult() {
        boolean other = Stream.of(maskOutput, stagesOutput, overlayOutput, statistics, report)
                .anyMatch(option -> option.get() != null) || show.get() != null || table.isWanted();
        if (Targets.NONE.equals(output.get()) && !other) {
            throw usage("--output", "none leaves nothing to do, expected --mask, --stages, --overlay, --stats,"
                    + " --measure, --labels, --report or --show with it");
        }
    }

    private void remember(BatchRun run, Targets targets, @Nullable Choices chosen) {
        Path ground = targets.ground();
        if (ground != null) {
            run.remember(ground, Version.number() + " " + deciding() + (chosen == null ? "" : chosen.text()));
        } else if (table.path() != null && !"-".equals(table.path()) && !FilePath.isDevice(table.path())) {
            run.rememberTable(FilePath.of(table.path()),
                    "segment " + Version.number() + " " + deciding() + (chosen == null ? "" : chosen.text()));
        } else if (batch.resume()) {
            throw usage("--resume",
                    "goes by the files of results, of which none is written, expected --mask or --output");
        }
    }

    /// All masks have the same format.
    private static void noteLossyMask(Console console, List<Job> jobs) {
        Target mask = jobs.isEmpty() ? null : jobs.getFirst().target(Result.MASK);
        if (mask != null) {
            PictureOptions.noteLossyMask(console, "--mask", mask.output(), mask.format());
        }
    }

    private @Nullable StatisticsFile statisticsFile(Console console) {
        String path = statistics.get();
        return path == null ? null : new StatisticsFile(console.output(path), STATISTICS.of(path).equals("csv"));
    }

    private @Nullable ReportFile reportFile(Console console, @Nullable Choices chosen) {
        String path = report.get();
        if (path == null) {
            return null;
        }
        String words = settings.hasFile() || method.hints() != null
                ? null
                : Choices.words(suggest.spec().command().commandLine());
        ReportFile page = new ReportFile(console.output(path), "hadamask " + Version.number(), deciding(),
                Console::wording, source -> {
                    Choices.Way way = chosen == null ? null : chosen.of(source);
                    return way == null ? words : way.words();
                });
        page.count(table.precision());
        return page;
    }

    /// The folders of results, which are not searched for images.
    private List<Path> grounds() {
        List<Path> grounds = new ArrayList<>(Targets.grounds(output.get(), maskOutput.get(), stagesOutput.get(),
                overlayOutput.get()));
        grounds.addAll(table.grounds());
        String path = report.get();
        if (path != null) {
            grounds.add(Report.folder(FilePath.of(path)));
        }
        return grounds;
    }

    private SegmentationOptions options(Console console) {
        return new SegmentationOptions(method.method(trimap(console)), mask.refinement(), mask.invert());
    }

    private @Nullable Trimap trimap(Console console) {
        String file = method.hints();
        if (file == null) {
            return null;
        }
        try {
            return Trimap.of(reading.read(console, console.input(file), 2));
        } catch (InputException e) {
            throw e.where().isEmpty() ? e.at(console.input(file).name()) : e;
        }
    }

    /// Refuses a name that asks for another format.
    private void requireEnding(TextEnding ending, String option, @Nullable String name) {
        if (name != null) {
            ending.require(this, option, name);
        }
    }

    /// Refuses what does not go together, before anything is written.
    private void check(Targets targets, List<Source> sources, List<Job> jobs, @Nullable Choices chosen) {
        Collisions collisions = new Collisions(sources);
        collisions.add(targets, jobs);
        collisions.add("--stats", statistics.get());
        String rows = table.path();
        collisions.add("--measure", rows);
        if (rows != null && ResultOptions.rows(rows) == RowsFile.Kind.NPY && !rows.equals("-")) {
            collisions.add("--measure", RowsFile.names(FilePath.of(rows)).toString());
        }
        collisions.add("--errors", batch.errors());
        collisions.addReport("--report", report.get());
        collisions.requireOneStream();
        requireEnding(STATISTICS, "--stats", statistics.get());
        Failures.check(this, batch.errors());
        requireEnding(TextEnding.PAGE, "--report", report.get());
        for (Job job : jobs) {
            requireNoTerminal(targets, job);
            Target cutout = job.target(Result.CUTOUT);
            if (cutout != null) {
                Choices.Way way = chosen == null ? null : chosen.of(job.source());
                (way == null ? picture : way.picture()).requireFits(this, cutout.format());
            }
        }
    }
}
