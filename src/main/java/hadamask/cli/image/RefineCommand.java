package hadamask.cli.image;

import hadamask.batch.Collisions;
import hadamask.batch.Job;
import hadamask.batch.Journal;
import hadamask.batch.LabelWriter;
import hadamask.batch.OutputFolders;
import hadamask.batch.PictureWriter;
import hadamask.batch.Result;
import hadamask.batch.Source;
import hadamask.batch.Target;
import hadamask.batch.Targets;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.Version;
import hadamask.cli.image.mask.MaskInput;
import hadamask.cli.option.Option;
import hadamask.cli.option.Parameter;
import hadamask.file.FilePath;
import hadamask.file.InputException;
import hadamask.image.Mask;
import hadamask.image.MaskReading;
import hadamask.region.RegionLabels;
import hadamask.segment.refine.Connectivity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `refine`: fills holes of a mask, or of all masks of a folder, closes it, drops regions.
public final class RefineCommand extends Command {
    /// Bytes per pixel of the regions of a mask.
    private static final int REGIONS = 5;

    private final PositionalParamSpec mask = Parameter.one(0, "MASK",
            "A mask, bright is in, or labels; - is standard input; a folder with -r.");
    private final Option<@Nullable String> output = Option.path(
            "File, -, or with -r a folder or a pattern; its ending gives the format; none: only labels (default: NAME-refined.png).",
            "-o", "--output");
    private final Option<@Nullable String> numbers = LabelOptions.numbersOption();
    private final Option<@Nullable String> colors = LabelOptions.colorsOption();
    private final Option<MaskReading.As> readAs = MaskInput.option();
    private final MaskOptions options = new MaskOptions();
    private final FolderOptions folder = new FolderOptions();
    private final ReadingOptions reading = new ReadingOptions();

    @Override
    protected void declare(CommandSpec command) {
        command.addPositional(mask).addOption(output.spec()).addOption(numbers.spec()).addOption(colors.spec())
                .addOption(readAs.spec());
        add(options.group(), folder.group());
        reading.declare(command);
        command.usageMessage().header("Fill the holes of a mask, close it, part what touches, drop regions.").footer("",
                "Examples:",
                "  refine mask.png -o refined.png", "  refine mask.png --closing none --min-area 50 -o cells.png",
                "  refine cells.png --closing none --split -o parted.png --labels cells-labels.png",
                "  refine masks/ -r --closing none --split -o refined/ --labels labels/",
                "  segment cat.jpg --closing none --mask - -o none | refine - --closing 3x4 -o refined.png");
    }

    @Override
    protected boolean couldBeOutput(String word) {
        return PictureOptions.isWritable(word);
    }

    @Override
    protected int run(Console console) {
        String input = mask.getValue();
        boolean many = folder.recursive() || reading.asksForPages();
        if (Targets.NONE.equals(output.get()) && numbers.get() == null && colors.get() == null) {
            throw usage("--output", "none leaves nothing to do, expected --labels or --labels-color with it");
        }
        folder.check(this, many);
        if (many) {
            return many(console, input);
        }
        Source source = new Source(input.equals("-") ? null : FilePath.of(input), null, 1);
        Targets targets = new Targets(List.of(source), Targets.Extent.NAMED);
        put(targets);
        Collisions collisions = new Collisions(List.of(source));
        collisions.add(targets, targets.jobs());
        collisions.requireOneStream();
        Job job = targets.jobs().getFirst();
        requireNoTerminal(targets, job);
        OutputFolders.create(targets, List.of(job));
        noteLossy(console, job);
        console.await(input, "a mask");
        MaskInput read = reading.readMask(console, reading.page(console.input(input)), memory(job), readAs.get());
        refine(console, read, job);
        read.say(console);
        options.noteJoined(console);
        return ExitStatus.OK;
    }

    private void put(Targets targets) {
        String given = output.get();
        targets.put(Result.MASK, "--output",
                given == null ? targets.standard("-refined") : given.equals(Targets.NONE) ? null : given);
        targets.put(Result.LABELS, "--labels", numbers.get());
        targets.put(Result.LABELS_COLOR, "--labels-color", colors.get());
    }

    private static void noteLossy(Console console, Job job) {
        Target target = job.target(Result.MASK);
        if (target != null) {
            PictureOptions.noteLossyMask(console, "--output", target.output(), target.format());
        }
    }

    /// Bytes per pixel that are taken beside the mask.
    private int memory(Job job) {
        return options.refinement().memory() + (LabelWriter.isWanted(job) ? REGIONS : 0);
    }

    private void refine(Console console, MaskInput read, Job job) {
        Mask given = read.mask();
        Mask refined = options.refinement().refine(given);
        Mask result = options.invert() ? refined.inverted() : refined;
        try {
            if (LabelWriter.isWanted(job)) {
                LabelOptions.write(console, job, RegionLabels.of(result, Connectivity.EIGHT), read.attributes(), null);
            }
        } catch (InputException e) {
            throw e.where().isEmpty() ? e.at(read.input().name()) : e;
        }
        Target target = job.target(Result.MASK);
        if (target != null) {
            PictureWriter.writeMask(result, read.attributes(), target.format(), console.output(target.output()));
        }
        console.explain(
                () -> read.input().name() + ": " + given.count() + " pixels before, " + result.count() + " after");
    }

    private int many(Console console, String input) {
        if (folder.recursive() && output.get() == null) {
            throw usage("--output", "is missing, expected a folder, a pattern or none for the masks that are found");
        }
        List<InputException> unreadable = new ArrayList<>();
        List<Source> found = folder.sources(input, unreadable,
                Targets.grounds(output.get(), numbers.get(), colors.get()));
        MaskTargets masks = new MaskTargets(this, reading.pages(this, found, source -> null), source -> null);
        put(masks.targets());
        masks.create(others -> others.add("--errors", folder.errors()));
        List<Job> jobs = masks.targets().jobs();
        if (!jobs.isEmpty()) {
            noteLossy(console, jobs.getFirst());
        }
        options.noteJoined(console);
        Path ground = masks.targets().ground();
        Journal journal = ground == null || !folder.recursive()
                ? null
                : folder.journalIn(ground, "refine " + Version.number() + " " + deciding());
        return masks.run(console, folder, journal, unreadable, (job, share) -> {
            FolderRun.Reader reader = share.reader(job.source(), null);
            byte[] content = reader.content();
            MaskInput read = MaskInput.of(reader.input(), content, share.within(reading.reading(console),
                    content.length, memory(job) + MaskInput.NUMBERS), readAs.get());
            refine(console, read, job);
            return MaskTargets.done(read.note(), reader);
        });
    }
}
