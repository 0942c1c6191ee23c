package hadamask.cli.image;

import hadamask.batch.PictureWriter;
import hadamask.batch.Result;
import hadamask.batch.Target;
import hadamask.batch.Targets;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.option.Option;
import hadamask.cli.option.Parameter;
import hadamask.image.Mask;
import hadamask.image.MaskReading;
import hadamask.segment.Refinement;
import java.util.List;
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
        Target target = Targets.single(Result.MASK, "--output", output.get(), "-refined", input);
        requireNoTerminal("--output", target.output(), "a picture");
        requireNotAnInput("--output", target.output(), List.of(input));
        PictureOptions.noteLossyMask(console, "--output", target.output(), target.format());
        console.await(input, "a mask");
        MaskInput read = reading.readMask(console, console.input(input), options.refinement().memory(), readAs.get());
        Mask given = read.mask();
        Refinement refinement = options.refinement();
        Mask refined = refinement.refine(given);
        Mask result = options.invert() ? refined.inverted() : refined;
        PictureWriter.writeMask(result, read.attributes(), target.format(), console.output(target.output()));
        read.say(console);
        options.noteJoined(console);
        console.explain(() -> input + ": " + given.count() + " pixels before, " + result.count() + " after");
        return ExitStatus.OK;
    }
}
