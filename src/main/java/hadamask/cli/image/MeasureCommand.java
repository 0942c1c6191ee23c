package hadamask.cli.image;

import hadamask.batch.Partners;
import hadamask.batch.RowsFile;
import hadamask.batch.Source;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.ResultOptions;
import hadamask.cli.option.Parameter;
import hadamask.codec.ImageDecoder;
import hadamask.file.FilePath;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.ShellWord;
import hadamask.image.Image;
import hadamask.region.RegionLabels;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `measure`: a row of numbers for each region of a mask, or of all masks of a folder.
public final class MeasureCommand extends Command {
    private final PositionalParamSpec mask = Parameter.one(0, "MASK",
            "A mask, bright is in, or labels; - is standard input; a folder with -r.");
    private final PositionalParamSpec image = Parameter.optional(1, "IMAGE",
            "Of the same size: its greys and colours are measured, too; or -; a folder with -r.");
    private final RegionOptions options = new RegionOptions();
    private final LabelOptions labels = new LabelOptions();
    private final FolderOptions folder = new FolderOptions();
    private final ReadingOptions reading = new ReadingOptions();
    private final ResultOptions result = new ResultOptions();

    @Override
    protected void declare(CommandSpec command) {
        command.addPositional(mask).addPositional(image).addArgGroup(options.group()).addArgGroup(labels.group())
                .addArgGroup(folder.group()).addArgGroup(result.group());
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
                "  measure cells-mask.png cells.tif --clear-border --measures all -o cells.csv",
                "  measure masks/ images/ -r -o cells.csv",
                "  segment coins.png --mask - -o none | measure - coins.png --labels labels.png -f json");
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
        return folder.recursive() ? many(console, maskName, imageName) : one(console, maskName, imageName, inputs);
    }

    private int one(Console console, String maskName, @Nullable String imageName, List<String> inputs) {
        inputs.forEach(given -> console.await(given, "a picture"));
        MaskInput read = reading.readMask(console, console.input(maskName), options.memory(), options.readAs());
        RegionLabels regions = options.regions(read);
        Image picture = null;
        if (imageName != null) {
            picture = reading.read(console, console.input(imageName), 0);
            requireSize(console.input(imageName), picture, read);
        }
        RegionRows rows;
        try {
            rows = options.rows(regions, read, picture);
            labels.write(console, regions, read.attributes());
        } catch (InputException e) {
            throw e.where().isEmpty() ? e.at(console.input(maskName).name()) : e;
        }
        result.byWorkers(console, workers -> {
            result.target(console)
                    .write(out -> rows.write(result.format().matrix(out, result.precision(), workers)));
        });
        notes(read, rows).forEach(console::note);
        console.explain(() -> maskName + ": " + regions.width() + " x " + regions.height() + " pixels, regions: "
                + regions.count());
        return ExitStatus.OK;
    }

    private static void requireSize(Input input, Image picture, MaskInput mask) {
        MaskInput.requireSize(input, picture.width(), picture.height(), mask.input(), mask.width(), mask.height());
    }

    /// What was measured in a mask of a folder.
    @SuppressWarnings("ArrayRecordComponent") // on its way to the table, never compared
    private record Measured(List<String> columns, double[] values, List<String> notes) {}

    private int many(Console console, String masks, @Nullable String images) {
        List<InputException> unreadable = new ArrayList<>();
        List<Source> sources = FolderOptions.sources(masks, unreadable);
        Partners partners = images == null ? null : new Partners(images);
        if (partners != null) {
            unreadable.addAll(partners.unreadable());
        }
        Set<String> said = new HashSet<>();
        try (RowsFile file = new RowsFile(result.target(console), result.rows(this), "image", result.precision());
                FolderRun<Measured> run = new FolderRun<>(console, sources, folder.errors())) {
            int status = run.run(result.threads(), unreadable,
                    (source, share) -> measured(console, source, partners, share),
                    (source, measured) -> {
                        FolderOptions.noteLeftOut(console, source, said,
                                file.add(source.name(), measured.columns, measured.values), "");
                        measured.notes.forEach(console::note);
                    });
            file.finish();
            return status;
        }
    }

    private Measured measured(Console console, Source source, @Nullable Partners partners, FolderRun.Share share) {
        Input input = share.input(Objects.requireNonNull(source.file()));
        byte[] content = input.bytes();
        MaskInput read = MaskInput.of(input, content, share.within(reading.reading(console), content.length,
                options.memory() + MaskInput.NUMBERS), options.readAs());
        RegionLabels regions = options.regions(read);
        Image picture = null;
        if (partners != null) {
            Input partner = share.input(partners.of(source));
            byte[] bytes = partner.bytes();
            picture = ImageDecoder.decode(partner, bytes, share.within(reading.reading(console), bytes.length, 0));
            requireSize(partner, picture, read);
        }
        RegionRows rows = options.rows(regions, read, picture);
        return new Measured(rows.columns(), rows.values(), notes(read, rows));
    }

    /// What was guessed.
    private static List<String> notes(MaskInput mask, RegionRows rows) {
        String doubt = rows.size().doubt();
        return Stream.of(mask.note(), doubt.isEmpty() ? "" : "warning: " + mask.input().name() + ": " + doubt)
                .filter(note -> !note.isEmpty()).toList();
    }

    /// Refuses what does not go together, before anything is read.
    private void check(List<String> inputs) {
        folder.check(this);
        if (inputs.size() > 1 && inputs.stream().allMatch("-"::equals)) {
            throw usage("-", "standard input can be read once");
        }
        String gray = options.asksForGray();
        if (gray != null && inputs.size() == 1) {
            throw usage(gray, "there is no IMAGE whose grey could be measured, expected one");
        }
        if (folder.recursive()) {
            labels.requireNone(this);
            result.checkRows(this, inputs);
            return;
        }
        result.check(this, inputs);
        result.requireAnother(this, "--labels", labels.isWanted() ? "" : null);
        if (inputs.size() == 2 && couldBeOutput(inputs.getLast()) && !Files.exists(FilePath.of(inputs.getLast()))) {
            throw usage("IMAGE", inputs.getLast() + " is not there, did you mean -o "
                    + ShellWord.of(inputs.getLast()) + "?");
        }
        labels.check(this, inputs, result.isWanted() ? result.output() : null);
    }
}
