package hadamask.cli.image;

import hadamask.batch.PictureWriter;
import hadamask.batch.Result;
import hadamask.batch.Source;
import hadamask.batch.Target;
import hadamask.batch.Targets;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.option.Option;
import hadamask.cli.option.Parameter;
import hadamask.file.FilePath;
import hadamask.image.Mask;
import hadamask.image.MaskReading;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `refine`: fills holes of a mask, closes it, drops regions.
public final class RefineCommand extends Command {
    private final PositionalParamSpec mask = Parameter.one(0, "MASK",
            "A mask, bright is in, or labels; - is standard input.");
    private final Option<@Nullable String> output = Option
            .path("File or -; its ending gives the format (default: NAME-refined.png).", "-o", "--output");
    private final Option<MaskReading.As> readAs = MaskInput.option();
    private final MaskOptions options = new MaskOptions();
    private final ReadingOptions reading = new ReadingOptions();

    @Override
    protected void declare(CommandSpec command) {
        command.addPositional(mask).addOption(output.spec()).addOption(readAs.spec()).addArgGroup(options.group());
        reading.declare(command);
        command.usageMessage().header("Fill the holes of a mask, close it, part what touches, drop regions.").footer("",
                "Examples:",
                "  refine mask.png -o refined.png", "  refine mask.png --closing none --min-area 50 -o cells.png",
                "  refine cells.png --closing none --split -o parted.png",
                "  segment cat.jpg --closing none --mask - -o none | refine - --closing 3x4 -o refined.png");
    }

    @Override
    protected boolean couldBeOutput(String word) {
        return PictureOptions.isWritable(word);
    }

    @Override
    protected int run(Console console) {
        String input = mask.getValue();
        if (reading.asksForPages()) {
            return pages(console, input);
        }
        Target target = Targets.single(Result.MASK, "--output", output.get(), "-refined", input);
        requireNoTerminal("--output", target.output(), "a picture");
        requireNotAnInput("--output", target.output(), List.of(input));
        PictureOptions.noteLossyMask(console, "--output", target.output(), target.format());
        console.await(input, "a mask");
        MaskInput read = reading.readMask(console, reading.page(console.input(input)), options.refinement().memory(),
                readAs.get());
        refine(console, read, target);
        read.say(console);
        options.noteJoined(console);
        return ExitStatus.OK;
    }

    private void refine(Console console, MaskInput read, Target target) {
        Mask given = read.mask();
        Mask refined = options.refinement().refine(given);
        Mask result = options.invert() ? refined.inverted() : refined;
        PictureWriter.writeMask(result, read.attributes(), target.format(), console.output(target.output()));
        console.explain(
                () -> read.input().name() + ": " + given.count() + " pixels before, " + result.count() + " after");
    }

    private int pages(Console console, String input) {
        Source file = new Source(input.equals("-") ? null : FilePath.of(input), null, 1);
        List<Source> sources = reading.pages(this, List.of(file), source -> null);
        PageTargets pages = new PageTargets(this, sources, List.of(file));
        pages.targets().put(Result.MASK, "--output",
                output.get() == null ? pages.targets().standard("-refined") : output.get());
        Target first = pages.create().target(Result.MASK);
        if (first != null) {
            PictureOptions.noteLossyMask(console, "--output", first.output(), first.format());
        }
        options.noteJoined(console);
        return pages.run(console, source -> null, (job, share) -> {
            FolderRun.Reader reader = share.reader(job.source(), null);
            byte[] content = reader.content();
            MaskInput read = MaskInput.of(reader.input(), content, share.within(reading.reading(console),
                    content.length, options.refinement().memory() + MaskInput.NUMBERS), readAs.get());
            refine(console, read, Objects.requireNonNull(pages.job(job.source()).target(Result.MASK)));
            return read.note();
        });
    }
}
