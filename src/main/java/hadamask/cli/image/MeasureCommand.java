package hadamask.cli.image;

import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.ResultOptions;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.cli.option.Parameter;
import hadamask.file.FilePath;
import hadamask.file.InputException;
import hadamask.file.ShellWord;
import hadamask.image.Image;
import hadamask.image.MaskReading;
import hadamask.region.RegionFilter;
import hadamask.region.RegionIntensities;
import hadamask.region.RegionLabels;
import hadamask.region.RegionShapes;
import hadamask.segment.Connectivity;
import hadamask.segment.GrayScale;
import hadamask.segment.split.Split;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `measure`: a row of numbers for each region of a mask.
public final class MeasureCommand extends Command {
    /// Bytes per pixel of the mask and of its labels.
    private static final int LABELS = 6;
    /// The same where objects are told apart.
    private static final int SPLIT = 1 + Split.MEMORY;

    private final PositionalParamSpec mask = Parameter.one(0, "MASK", "A mask, bright is in, or labels; - is standard input.");
    private final PositionalParamSpec image = Parameter.optional(1, "IMAGE",
            "Of the same size: its greys and colours are measured, too; or -.");
    private final Option<Connectivity> connectivity = Option.of(Connectivity.EIGHT, "4|8", MeasureCommand::connectivity,
            "Pixels touch at 4 sides, or at 8 sides and corners (default: 8).", "--connectivity");
    private final Option<@Nullable Split> split = SplitOption.of(
            "Tell objects apart that touch at waists H pixels deep (without =H: 0.5).");
    private final Option<Long> minArea = Option.of(0L, "N", OptionValues::pixels,
            "Leave regions below N pixels out (default: 0).", "--min-area");
    private final Option<PixelSize> pixelSize = Option.of(PixelSize.ONE, "S", PixelSize::of,
            "Side of a pixel and its unit, as in 0.65um: lengths and areas are given in it (default: in pixels).",
            "--pixel-size");
    private final Option<@Nullable GrayScale> gray = Option.<@Nullable GrayScale>of(null, "NAME",
            word -> OptionValues.oneOf(GrayScale.class, word),
            "Grey of IMAGE: mean, rec601, rec709 or lightness (default: mean).", "--gray");
    private final LabelOptions labels = new LabelOptions();
    private final Option<MaskReading.As> readAs = MaskInput.option();
    private final ReadingOptions reading = new ReadingOptions();
    private final ResultOptions result = new ResultOptions();

    @Override
    protected void declare(CommandSpec command) {
        command.addPositional(mask).addPositional(image)
                .addOption(readAs.spec())
                .addArgGroup(Option.group("Regions", connectivity, split, minArea, pixelSize, gray))
                .addArgGroup(Option.group("Pictures", labels.options()))
                .addArgGroup(result.group());
        reading.declare(command);
        command.usageMessage().header("Measure the regions of a mask: place, area, perimeter, shape, greys.").footer("",
                "A line per region, in the order of their first pixels from the top left: label, area, perimeter,",
                "box (x, y, width, height), centroid, equivalent diameter, axes, eccentricity, orientation, solidity;",
                "with IMAGE also mean and standard deviation of the grey and of each channel, in [0, 1].",
                "",
                "Examples:",
                "  measure mask.png -o regions.csv",
                "  measure coins.png --split --min-area 30",
                "  measure cells-mask.png cells.tif --min-area 50 --pixel-size 0.65um -o cells.csv",
                "  measure cellpose-labels.tif cells.tif -o cells.csv",
                "  segment coins.png --mask - -o none | measure - coins.png --labels labels.png -f json");
    }

    private static Connectivity connectivity(String value) {
        return switch (value) {
            case "4" -> Connectivity.FOUR;
            case "8" -> Connectivity.EIGHT;
            default -> throw OptionValues.unexpected(value, "4 or 8");
        };
    }

    @Override
    protected boolean couldBeOutput(String word) {
        return ResultOptions.couldBeOutput(word);
    }

    @Override
    protected int run(Console console) {
        String maskName = mask.getValue();
        String imageName = image.getValue();
        List<String> inputs = imageName == null ? List.of(maskName) : List.of(maskName, imageName);
        check(inputs);
        inputs.forEach(given -> console.await(given, "a picture"));
        MaskInput read = reading.readMask(console, console.input(maskName),
                SplitOption.value(split).splits() ? SPLIT : LABELS, readAs.get());
        RegionLabels regions = read.regions(connectivity.get(), SplitOption.value(split))
                .select(RegionFilter.from(minArea.get()));
        RegionIntensities intensities = imageName == null ? null : intensities(console, regions, read, imageName);
        try {
            labels.write(console, regions, read.attributes());
        } catch (InputException e) {
            throw e.where().isEmpty() ? e.at(console.input(maskName).name()) : e;
        }
        RegionRows rows = new RegionRows(regions, RegionShapes.of(regions), intensities, pixelSize.get());
        result.byWorkers(console, workers -> {
            result.target(console)
                    .write(out -> rows.write(result.format().matrix(out, result.precision(), workers)));
        });
        read.say(console);
        console.explain(() -> maskName + ": " + regions.width() + " x " + regions.height() + " pixels, regions: "
                + regions.count());
        return ExitStatus.OK;
    }

    /// Refuses what does not go together, before anything is read.
    private void check(List<String> inputs) {
        if (inputs.size() > 1 && inputs.stream().allMatch("-"::equals)) {
            throw usage("-", "standard input can be read once");
        }
        if (gray.get() != null && inputs.size() == 1) {
            throw usage("--gray", "there is no IMAGE whose grey could be measured, expected one");
        }
        result.check(this, inputs);
        result.requireAnother(this, "--labels", labels.isWanted() ? "" : null);
        if (inputs.size() == 2 && couldBeOutput(inputs.getLast()) && !Files.exists(FilePath.of(inputs.getLast()))) {
            throw usage("IMAGE", inputs.getLast() + " is not there, did you mean -o "
                    + ShellWord.of(inputs.getLast()) + "?");
        }
        labels.check(this, inputs, result.isWanted() ? result.output() : null);
    }

    private RegionIntensities intensities(Console console, RegionLabels regions, MaskInput mask, String imageName) {
        Image picture = reading.read(console, console.input(imageName), 0);
        MaskInput.requireSize(console.input(imageName), picture.width(), picture.height(), mask.input(), mask.width(),
                mask.height());
        GrayScale scale = gray.get();
        return RegionIntensities.of(regions, picture, scale == null ? GrayScale.MEAN : scale);
    }
}
