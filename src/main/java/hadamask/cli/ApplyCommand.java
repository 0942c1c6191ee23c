package hadamask.cli;

import hadamask.cli.Targets.Target;
import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.image.Mask;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `apply`: the Hadamard product of an image and a mask.
final class ApplyCommand extends Command {
    private final PositionalParamSpec image = Parameter.one(0, "IMAGE", "The picture; - is standard input.");
    private final PositionalParamSpec mask = Parameter.one(1, "MASK", "Of the same size: bright is kept; or -.");
    private final Option<@Nullable String> output = Option
            .path("File or -; its ending gives the format (default: NAME-cutout.png).", "-o", "--output");
    private final Option<@Nullable String> overlayOutput = Option
            .path("Also write the image with the mask's outline and a tint.", "--overlay");
    private final Option<Boolean> invert = Option.flag("Keep what is dark in the mask instead.", "--invert");
    private final PictureOptions picture = new PictureOptions();
    private final ReadingOptions reading = new ReadingOptions();

    @Override
    void declare(CommandSpec command) {
        command.addPositional(image).addPositional(mask).addOption(output.spec())
                .addOption(overlayOutput.spec()).addOption(invert.spec())
                .addArgGroup(picture.group()).addOption(reading.maxPixels().spec());
        command.usageMessage()
                .header("Hadamard product of an image and a mask: keep the image where the mask is bright.")
                .footer("", "Examples:", "  apply cat.jpg mask.png -o cutout.png",
                        "  apply cat.jpg mask.png --background '#336699' --trim=20 -o card.jpg",
                        "  refine mask.png -o - | apply cat.jpg - -o cutout.png");
    }

    @Override
    int run(Console console) {
        List<String> inputs = List.of(image.<String>getValue(), mask.<String>getValue());
        if (inputs.stream().allMatch("-"::equals)) {
            throw usage("-", "standard input can be read once");
        }
        String name = inputs.getFirst();
        Target target = Targets.of(this, "--output", output.get(), "-cutout", List.of(name)).getFirst();
        requireNotAnInput("--output", target.output(), inputs);
        picture.requireFits(this, target.format());
        List<Target> overlays = Targets.of(this, "--overlay", overlayOutput.get(), null, List.of(name));
        overlays.forEach(overlay -> requireNotAnInput("--overlay", overlay.output(), inputs));
        if (target.output().equals("-") && "-".equals(overlayOutput.get())) {
            throw usage("-", "standard output takes one result, 2 were asked for");
        }
        Targets.requireDistinct(this, Map.of("--output", List.of(target.output()), "--overlay",
                overlays.stream().map(Target::output).toList()));
        Targets.createFolder(overlayOutput.get());

        Image original = reading.read(console.input(name));
        Mask given = Mask.of(reading.read(console.input(inputs.getLast())));
        if (given.width() != original.width() || given.height() != original.height()) {
            throw new InputException("has " + given.width() + " x " + given.height() + " pixels, expected "
                    + original.width() + " x " + original.height() + " as " + console.input(name).name() + " has")
                    .at(console.input(inputs.getLast()).name());
        }
        Mask kept = invert.get() ? given.inverted() : given;
        for (Target overlay : overlays) { // before the product, which is written over the image
            picture.writeOverlay(original, kept, overlay.format(), console.output(overlay.output()));
        }
        try {
            picture.write(picture.cutout(original, kept, target.format()), target.format(),
                    console.output(target.output()));
        } catch (InputException e) {
            throw e.where().isEmpty() ? e.at(console.input(name).name()) : e;
        }
        console.explain(() -> name + ": kept " + kept.count() + " of " + kept.values().length + " pixels");
        return ExitStatus.OK;
    }
}
