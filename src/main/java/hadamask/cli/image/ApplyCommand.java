package hadamask.cli.image;

import hadamask.batch.Collisions;
import hadamask.batch.Job;
import hadamask.batch.OutputFolders;
import hadamask.batch.PictureWriter;
import hadamask.batch.Result;
import hadamask.batch.Source;
import hadamask.batch.Target;
import hadamask.batch.Targets;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.image.mask.MaskInput;
import hadamask.cli.image.mask.SoftMaskInput;
import hadamask.cli.option.Option;
import hadamask.cli.option.Parameter;
import hadamask.codec.ImageDecoder;
import hadamask.codec.format.Reading;
import hadamask.file.FilePath;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.image.MaskReading;
import hadamask.plot.Overlay;
import hadamask.segment.edge.SoftEdge;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `apply`: the Hadamard product of an image and a mask.
public final class ApplyCommand extends Command {
    /// Bytes per pixel of the weights, and of those inverted.
    private static final int SOFT_MEMORY = 4;

    private final PositionalParamSpec image = Parameter.one(0, "IMAGE", "The picture; - is standard input.");
    private final PositionalParamSpec mask = Parameter.one(1, "MASK", "Of the same size: bright is kept; or -.");
    private final Option<@Nullable String> output = Option
            .path("File or -; its ending gives the format; none: only the overlay (default: NAME-cutout.png).", "-o",
                    "--output");
    private final Option<@Nullable String> overlayOutput = Option
            .path("Also write the image with the mask's outline and a tint.", "--overlay");
    private final Option<Boolean> invert = Option.flag("Keep what is dark in the mask instead.", "--invert");
    private final Option<MaskReading.As> readAs = MaskInput.option();
    private final Option<Boolean> soft = Option.flag("Multiply by the greys of the mask, in place of halving them.",
            "--soft");
    private final PictureOptions picture = new PictureOptions();
    private final ReadingOptions reading = new ReadingOptions();

    @Override
    protected void declare(CommandSpec command) {
        command.addPositional(image).addPositional(mask).addOption(output.spec())
                .addOption(overlayOutput.spec()).addOption(invert.spec()).addOption(readAs.spec())
                .addOption(soft.spec());
        add(picture.group());
        reading.declare(command);
        command.usageMessage()
                .header("Hadamard product of an image and a mask: keep the image where the mask is bright.")
                .footer("", "Examples:", "  apply cat.jpg mask.png -o cutout.png",
                        "  apply cat.jpg mask.png --background '#336699' --trim=20 -o card.jpg",
                        "  apply cat.jpg alpha.png --soft --background white -o card.jpg",
                        "  apply cat.jpg mask.png --background beach.jpg -o holiday.png",
                        "  refine mask.png -o - | apply cat.jpg - -o cutout.png");
    }

    @Override
    protected boolean couldBeOutput(String word) {
        return PictureOptions.isWritable(word);
    }

    @Override
    protected int run(Console console) {
        picture.requireOneEdge(this, soft.get() ? soft.name() : null);
        if (soft.get() && readAs.get() != MaskReading.As.AUTO) {
            throw usage("--read-as", "says what a mask of two is, expected no --soft");
        }
        List<String> inputs = List.of(image.<String>getValue(), mask.<String>getValue());
        if (inputs.stream().allMatch("-"::equals)) {
            throw usage("-", "standard input can be read once");
        }
        reading.requireFiles(this, inputs);
        if (reading.asksForPages()) {
            return pages(console, inputs);
        }
        String name = inputs.getFirst();
        Job job = job(name, inputs.getLast());
        readBackground(console, List.of(job));
        inputs.forEach(given -> console.await(given, "a picture"));
        Input imageInput = reading.pageOfPair(console.input(name), console.input(inputs.getLast()));
        Image original = reading.read(console, imageInput, memory());
        Input maskInput = reading.pageOfPair(console.input(inputs.getLast()), console.input(name));
        SoftMaskInput weights = soft.get()
                ? SoftMaskInput.of(maskInput, reading.read(console, maskInput, 1), invert.get())
                : null;
        MaskInput read = weights == null ? reading.readMask(console, maskInput, 1, readAs.get()) : weights.hard();
        apply(console, imageInput, original, weights, read, job);
        read.say(console);
        return ExitStatus.OK;
    }

    private void readBackground(Console console, List<Job> jobs) {
        PictureOptions.read(this, console, reading, List.of(picture), PictureOptions.formats(jobs));
    }

    /// Bytes per pixel that are taken beside the image.
    private int memory() {
        return picture.writer().product().memory() + (soft.get() ? SOFT_MEMORY : 0)
                + (overlayOutput.get() == null ? 0 : Overlay.MEMORY) + picture.writing(output.get());
    }

    private int pages(Console console, List<String> inputs) {
        List<Source> files = inputs.stream().map(ApplyCommand::source).toList();
        Function<Source, @Nullable Path> mask = image -> files.getLast().file();
        MaskTargets pages = new MaskTargets(this, reading.pages(this, files.subList(0, 1), mask), mask,
                picture.withBackground(this, isSeen(), List.of()));
        put(pages.targets());
        pages.create(others -> {
            // All results are of a page each.
        });
        Job first = pages.targets().jobs().getFirst();
        requireFits(first);
        readBackground(console, List.of(first));
        return pages.run(console, null, null, List.of(), (job, share) -> {
            FolderRun.Reader reader = share.reader(job.source(), mask.apply(job.source()));
            byte[] content = reader.content();
            Image original = ImageDecoder.decode(reader.input(), content,
                    share.within(reading.reading(console), content.length, memory()));
            FolderRun.Reader maskReader = Objects.requireNonNull(reader.partner());
            byte[] bytes = maskReader.content();
            Reading how = share.within(reading.reading(console), bytes.length, 1 + MaskInput.NUMBERS);
            SoftMaskInput weights = soft.get()
                    ? SoftMaskInput.of(maskReader.input(), ImageDecoder.decode(maskReader.input(), bytes, how),
                            invert.get())
                    : null;
            MaskInput read = weights == null
                    ? MaskInput.of(maskReader.input(), bytes, how, readAs.get())
                    : weights.hard();
            apply(console, reader.input(), original, weights, read, job);
            return MaskTargets.done(read.note(), reader);
        });
    }

    private void apply(Console console, Input input, Image original, @Nullable SoftMaskInput weights, MaskInput read,
            Job job) {
        PictureWriter writer = picture.writer();
        read.requireSize(original.width(), original.height(), input);
        Mask given = read.mask();
        Mask kept = invert.get() && weights == null ? given.inverted() : given;
        Target overlay = job.target(Result.OVERLAY);
        if (overlay != null) { // before the product, which is written over the image
            writer.writeOverlay(original, kept, overlay.format(), console.output(overlay.output()));
        }
        try {
            Target target = job.target(Result.CUTOUT);
            if (target != null) {
                Image cutout = weights == null
                        ? writer.cutout(original, kept, target.format())
                        : writer.cutout(original, SoftEdge.of(weights.weights()), target.format());
                writer.write(cutout, target.format(), console.output(target.output()));
            }
        } catch (InputException e) {
            throw e.where().isEmpty() ? e.at(input.name()) : e;
        }
        console.explain(
                () -> input.name() + ": kept " + kept.count() + " of " + kept.values().length + " pixels");
    }

    /// Where the results go; refuses those that would replace an input, or each other.
    private Job job(String name, String maskName) {
        Targets targets = new Targets(List.of(source(name)), Targets.Extent.NAMED);
        put(targets);
        Collisions collisions = new Collisions(
                picture.withBackground(this, isSeen(), List.of(source(name), source(maskName))));
        collisions.add(targets, targets.jobs());
        collisions.requireOneStream();
        Job job = targets.jobs().getFirst();
        requireNoTerminal(targets, job);
        requireFits(job);
        OutputFolders.create(targets, List.of(job));
        return job;
    }

    private void put(Targets targets) {
        boolean none = Targets.NONE.equals(output.get());
        if (none && overlayOutput.get() == null) {
            throw usage("--output", "none leaves nothing to do, expected --overlay with it");
        }
        targets.put(Result.CUTOUT, "--output",
                none ? null : output.get() == null ? targets.standard("-cutout") : output.get());
        targets.put(Result.OVERLAY, "--overlay", overlayOutput.get());
    }

    private boolean isSeen() {
        return !Targets.NONE.equals(output.get());
    }

    private void requireFits(Job job) {
        Target target = job.target(Result.CUTOUT);
        if (target != null) {
            picture.requireFits(this, target.format());
        }
    }

    private static Source source(String name) {
        return new Source(name.equals("-") ? null : FilePath.of(name), null, 1);
    }
}
