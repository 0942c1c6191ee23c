package hadamask.cli.image;

import hadamask.batch.Collisions;
import hadamask.batch.CutOutOptions;
import hadamask.batch.Job;
import hadamask.batch.Result;
import hadamask.batch.RowsFile;
import hadamask.batch.Source;
import hadamask.batch.Target;
import hadamask.batch.Targets;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.DryRun;
import hadamask.cli.ExitStatus;
import hadamask.cli.Failures;
import hadamask.cli.Machines;
import hadamask.cli.ResultOptions;
import hadamask.cli.image.model.Models;
import hadamask.cli.image.result.OtherMachines;
import hadamask.cli.image.result.ResultFiles;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.cli.option.SettingsOptions;
import hadamask.file.FilePath;
import hadamask.file.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// `segment`: cuts out the foreground of images.
public final class SegmentCommand extends Command {
    final InputOptions input = new InputOptions();
    final ResultFiles results = new ResultFiles();

    private final Option<Boolean> suggest = Option.flag(
            "Try several ways of segmenting instead, and print a table to choose from; with --report also a page.",
            "--suggest").aside();

    private final Option<@Nullable String> choices = Option.<@Nullable String>of(null, "FILE", OptionValues::name,
            "A table with the columns image and options, as the page of a report saves it: options of single images; without"
                    + " IMAGE, those of the table are done.",
            "--choices");

    final MethodOptions method = new MethodOptions();
    final MaskOptions mask = new MaskOptions();
    final PictureOptions picture = new PictureOptions();
    final BatchOptions batch = new BatchOptions();
    final ReadingOptions reading = new ReadingOptions();
    final RegionTable table = new RegionTable();
    private final SettingsOptions settings = new SettingsOptions();

    final @Nullable Machines machines;

    /// On this machine.
    public SegmentCommand() {
        this(null);
    }

    /// @param machines that do the images; null for this one
    public SegmentCommand(@Nullable Machines machines) {
        this.machines = machines;
    }

    @Override
    protected void warmUp(List<String> arguments) {
        if (machines == null) {
            WarmUp.start(arguments);
        }
    }

    @Override
    protected void declare(CommandSpec command) {
        command.addPositional(input.images());
        add(input.group(), results.group(suggest), Option.group("Choices", choices), method.cutGroup(),
                method.modelGroup(), method.group(), mask.group(), picture.group(), table.group(), batch.group(),
                settings.group());
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
                        "  segment inbox/ -r -o cutouts/ --watch",
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
        if (machines != null) {
            requireForMachines(machines);
        }
        if (suggest.get()) {
            return suggested(console);
        }
        Choices chosen = choices(console);
        if (input.isBatch() && !results.hasOutput()) {
            throw usage("--output", "is missing, expected a folder, a pattern or none for the images that are found");
        }
        if (batch.watches()) {
            results.requireWatchable(this);
            batch.requireWatchable(this, table.path(), choices.get());
        }
        if (batch.checksum() && !batch.resume()) {
            throw usage("--checksum", "says how --resume compares, expected --resume");
        }
        if (!results.hasOutput()) {
            input.requireNoOutput(this);
        }
        results.requireOne(this, table.isWanted());
        method.check(this);
        table.check(this);
        picture.requireOneEdge(this, null);
        List<Path> watched = batch.watches() ? input.watched(this, grounds()) : List.of();
        List<Source> sources = batch.watches() ? List.of() : sources(console);
        requireOneForHints(sources);
        if (chosen != null) {
            chosen.requireAmong(this, sources);
        }
        Targets targets = targets(sources, extent());
        if (batch.watches()) {
            targets.requireMany();
        }
        if (machines != null) {
            machines.require(targets);
        }
        List<Job> jobs = targets.jobs();
        check(targets, sources, jobs, chosen);
        if (batch.dryRun()) {
            DryRun.print(console, jobs);
            return ExitStatus.OK;
        }
        try (Models models = new Models(console, batch.threads(console))) {
            return new SegmentRun(this, console, models, chosen).of(watched, targets);
        }
    }

    Targets targets(List<Source> sources, Targets.Extent extent) {
        Targets targets = results.targets(sources, extent);
        table.put(targets);
        return targets;
    }

    /// All that the options decide for each image, for a program that does the images itself: a worker of [Machines].
    ///
    /// @param models the networks that they name, as long as the images are done
    public Function<Source, CutOutOptions> cutOutOptions(Console console, Models models) {
        return new SegmentRun(this, console, models, choices(console)).ways();
    }

    /// Where the results of images go that are found in archives, for a worker of [Machines].
    ///
    /// @param places the folder or pattern that an option names, in the words of this machine's paths
    /// @param example one of them
    public Targets targets(UnaryOperator<String> places, Source example) {
        OtherMachines.place(suggest.spec().command(), places);
        return targets(List.of(example), Targets.Extent.FOUND);
    }

    private void requireForMachines(Machines others) {
        OtherMachines.prepare(this, suggest.spec().command(), others);
        if (input.readsStream()) {
            throw usage("-", "standard input is for one machine, expected files");
        }
        if (reading.asksForPages()) {
            throw usage("--page",
                    "all is for one machine: how many pages a file has is known when it is read, expected the number of a page");
        }
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
        Choices read = Choices.read(this, line(), console.input(file));
        if (machines != null && !read.models().isEmpty()) {
            throw usage("--choices", OtherMachines.MODEL);
        }
        if (input.isNothing()) {
            input.choose(read.images().stream().map(Choices::file).toList());
        }
        return read;
    }

    /// The words that were given, parsed.
    CommandLine line() {
        return suggest.spec().command().commandLine();
    }

    private Targets.Extent extent() {
        return isBatch() ? Targets.Extent.FOUND : Targets.Extent.NAMED;
    }

    /// Whether there may be many images, even where one is found.
    boolean isBatch() {
        return machines != null || input.isBatch() || reading.asksForPages();
    }

    private int suggested(Console console) {
        try (Models models = new Models(console, batch.threads(console))) {
            Suggestions suggestions = new Suggestions(this, suggest, models, input, batch, reading);
            suggestions.requireAlone();
            method.check(this);
            List<Source> sources = sources(console);
            results.requirePage(this);
            return suggestions.run(console, sources, results.report());
        }
    }

    private List<Source> sources(Console console) {
        if (machines != null && input.isNothing() && input.named().images().isEmpty()) {
            throw usage("IMAGE", "is missing");
        }
        List<Source> found = machines == null
                ? input.sources(this, console, grounds())
                : machines.sources(input.named(), grounds().stream().map(Path::toString).map(FilePath::words).toList(),
                        input.unreadable());
        List<Source> sources = reading.pages(this, found, file -> null);
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
        boolean stream = sources.stream().anyMatch(source -> source.file() == null);
        if ("-".equals(file) ? stream || "-".equals(choices.get()) : stream && "-".equals(choices.get())) {
            throw usage("-", "standard input can be read once");
        }
    }

    /// The folders of results, which are not searched for images.
    List<Path> grounds() {
        List<Path> grounds = new ArrayList<>(results.grounds());
        grounds.addAll(table.grounds());
        return grounds;
    }

    /// Refuses what does not go together, before anything is written.
    private void check(Targets targets, List<Source> sources, List<Job> jobs, @Nullable Choices chosen) {
        List<Source> inputs = sources;
        for (PictureOptions looks : looks(chosen)) {
            inputs = looks.withBackground(this, results.showBackground(), inputs);
        }
        Collisions collisions = new Collisions(inputs);
        collisions.add(targets, jobs);
        results.addStatistics(collisions);
        String rows = table.path();
        collisions.add("--measure", rows);
        if (rows != null && ResultOptions.rows(rows) == RowsFile.Kind.NPY && !rows.equals("-")) {
            collisions.add("--measure", RowsFile.names(FilePath.of(rows)).toString());
        }
        collisions.add("--errors", batch.errors());
        collisions.addReport("--report", results.report());
        collisions.requireOneStream();
        results.requireEndings(this);
        Failures.check(this, batch.errors());
        for (Job job : jobs) {
            requireNoTerminal(targets, job);
            Target cutout = job.target(Result.CUTOUT);
            if (cutout != null) {
                Choices.Way way = chosen == null ? null : chosen.of(job.source());
                (way == null ? picture : way.picture()).requireFits(this, cutout.format());
            }
        }
    }

    /// How the cut-outs look: of all images, and of single ones.
    List<PictureOptions> looks(@Nullable Choices chosen) {
        return chosen == null ? List.of(picture) : chosen.looks(picture);
    }
}
