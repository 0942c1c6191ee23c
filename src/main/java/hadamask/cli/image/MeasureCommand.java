package hadamask.cli.image;

import hadamask.batch.Job;
import hadamask.batch.Journal;
import hadamask.batch.KeptLabels;
import hadamask.batch.Measured;
import hadamask.batch.ObjectsFile;
import hadamask.batch.Partners;
import hadamask.batch.RowsFile;
import hadamask.batch.Source;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.ResultOptions;
import hadamask.cli.Version;
import hadamask.cli.image.mask.MaskInput;
import hadamask.cli.image.measure.RegionRows;
import hadamask.cli.option.Parameter;
import hadamask.codec.ImageDecoder;
import hadamask.file.FilePath;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.ShellWord;
import hadamask.image.Image;
import hadamask.region.RegionLabels;
import hadamask.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
        command.addPositional(mask).addPositional(image);
        add(options.group(), labels.group(), folder.group(), result.group());
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
                "  measure cells-mask.png cells.tif -o cells.csv --report cells.html --overlay numbers.png",
                "  measure cells-mask.png cells.tif --keep-labels kept.csv --labels labels.png",
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
        return isMany() ? many(console, maskName, imageName) : one(console, maskName, imageName, inputs);
    }

    /// Whether there are many masks: of a folder, or on the pages of a file.
    private boolean isMany() {
        return folder.recursive() || reading.asksForPages();
    }

    private int one(Console console, String maskName, @Nullable String imageName, List<String> inputs) {
        inputs.forEach(given -> console.await(given, "a picture"));
        Input maskInput = console.input(maskName);
        Input imageInput = imageName == null ? null : console.input(imageName);
        Input maskPage = imageInput == null ? reading.page(maskInput) : reading.pageOfPair(maskInput, imageInput);
        MaskInput read = reading.readMask(console, maskPage, options.memory() + labels.memory(), options.readAs());
        KeptLabels kept = kept(console);
        if (kept != null) {
            kept.requireNamed(maskName);
        }
        RegionLabels regions = kept(kept, maskName, options.regions(read));
        Image picture = null;
        if (imageInput != null) {
            Input imagePage = reading.pageOfPair(imageInput, maskInput);
            picture = reading.read(console, imagePage, 0);
            requireSize(imagePage, picture, read);
        }
        RegionRows rows;
        try {
            rows = options.rows(regions, read, picture);
            labels.write(console, regions, read.attributes(), picture);
            try (ObjectsFile page = labels.page(console, shown(maskName, imageName), result.precision())) {
                if (page != null) {
                    page.prepare(1, LabelOptions.objects(page, regions, rows, picture));
                    page.add(1, imageName == null ? maskName : imageName);
                    page.write(false);
                }
            }
        } catch (InputException e) {
            throw e.where().isEmpty() ? e.at(maskPage.name()) : e;
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

    /// What the page says of the run.
    private Map<String, String> shown(String maskName, @Nullable String imageName) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("MASK", maskName);
        settings.put("IMAGE", imageName == null ? "none" : imageName);
        settings.putAll(given());
        return settings;
    }

    private @Nullable KeptLabels kept(Console console) {
        String file = options.keepLabels();
        if (file == null) {
            return null;
        }
        console.await(file, "numbers of regions");
        return KeptLabels.read(console.input(file), folder.recursive());
    }

    private static RegionLabels kept(@Nullable KeptLabels kept, String name, RegionLabels regions) {
        return kept == null ? regions : kept.of(name, regions);
    }

    private static void requireSize(Input input, Image picture, MaskInput mask) {
        MaskInput.requireSize(input, picture.width(), picture.height(), mask.input(), mask.width(), mask.height());
    }

    private int many(Console console, String masks, @Nullable String images) {
        List<InputException> unreadable = new ArrayList<>();
        List<Source> found = folder.sources(masks, unreadable, labels.grounds());
        Partners partners = images == null || !folder.recursive() ? null : new Partners(images);
        if (partners != null) {
            unreadable.addAll(partners.unreadable());
        }
        Function<Source, @Nullable Path> partner = partners != null
                ? partners::of
                : mask -> images == null ? null : FilePath.of(images);
        List<Source> sources = reading.pages(this, found, partner);
        MaskTargets pictures = new MaskTargets(this, sources, partner);
        labels.put(pictures.targets(), !folder.recursive());
        pictures.create(collisions -> {
            collisions.add("--output", result.isWanted() ? result.output() : null);
            collisions.add("--errors", folder.errors());
            labels.checkReport(this, images == null ? List.of(masks) : List.of(masks, images), collisions);
        });
        KeptLabels kept = kept(console);
        if (kept != null) {
            kept.requireAmong(sources);
        }
        Journal journal = folder.journal(output(), "measure " + Version.number() + " " + deciding());
        Set<String> said = new HashSet<>();
        try (ObjectsFile page = labels.page(console, shown(masks, images), result.precision());
                RowsFile file = new RowsFile(result.target(console), result.rows(this), "image", result.precision(),
                        reading.asksForPages());
                FolderRun run = new FolderRun(console, pictures.jobs(), folder.errors(), journal,
                        folder.checksum())) {
            if (page != null) {
                unreadable.forEach(problem -> page.add(problem.where(), problem));
                run.observe(page);
            }
            int status = run.run(result.threads(), unreadable,
                    (job, share) -> measured(console, job, partner, kept, page, share),
                    (source, measured) -> {
                        FolderOptions.noteLeftOut(console, source, said, file.add(source, measured), "");
                        measured.notes().forEach(console::note);
                    });
            file.finish();
            result.noteNames(console, this);
            if (page != null) {
                page.write(true);
            }
            noteNoneKept(console, kept, sources);
            return status;
        }
    }

    private static void noteNoneKept(Console console, @Nullable KeptLabels kept, List<Source> sources) {
        List<String> without = kept == null
                ? List.of()
                : sources.stream().map(Source::name).filter(name -> !kept.has(name)).toList();
        if (kept != null && !without.isEmpty()) {
            console.note("note: " + kept.name() + ": names no region of " + Table.count(without.size(), "mask")
                    + ", of which none is kept: " + without.getFirst() + (without.size() > 1 ? ", ..." : ""));
        }
    }

    /// The file of the table; `-` where there is none.
    private String output() {
        return result.isWanted() ? result.output() : "-";
    }

    private FolderRun.Result measured(Console console, Job job, Function<Source, @Nullable Path> partner,
            @Nullable KeptLabels kept, @Nullable ObjectsFile page, FolderRun.Share share) {
        Source source = job.source();
        FolderRun.Reader mask = share.reader(source, partner.apply(source));
        byte[] content = mask.content();
        MaskInput read = MaskInput.of(mask.input(), content, share.within(reading.reading(console), content.length,
                options.memory() + labels.memory() + MaskInput.NUMBERS), options.readAs());
        RegionLabels regions = kept(kept, source.name(), options.regions(read));
        Image picture = null;
        FolderRun.Reader image = mask.partner();
        if (image != null) {
            byte[] bytes = image.content();
            picture = ImageDecoder.decode(image.input(), bytes,
                    share.within(reading.reading(console), bytes.length, 0));
            requireSize(image.input(), picture, read);
        }
        RegionRows rows = options.rows(regions, read, picture);
        LabelOptions.write(console, job, regions, read.attributes(), picture);
        if (page != null) {
            page.prepare(source.index(), LabelOptions.objects(page, regions, rows, picture));
        }
        Measured measured = new Measured(rows.columns(), rows.values(), notes(read, rows));
        regions.giveUp();
        return new FolderRun.Result(measured, mask.state(), image == null ? null : image.state());
    }

    /// What was guessed.
    private static List<String> notes(MaskInput mask, RegionRows rows) {
        String doubt = rows.size().doubt();
        return Stream.of(mask.note(), doubt.isEmpty() ? "" : "warning: " + mask.input().name() + ": " + doubt)
                .filter(note -> !note.isEmpty()).toList();
    }

    /// Refuses what does not go together, before anything is read.
    private void check(List<String> inputs) {
        folder.check(this, isMany(), output());
        reading.requireFiles(this, inputs);
        String list = options.keepLabels();
        List<String> read = list == null ? inputs : Stream.concat(inputs.stream(), Stream.of(list)).toList();
        if (read.stream().filter("-"::equals).count() > 1) {
            throw usage("-", "standard input can be read once");
        }
        options.check(this);
        String gray = options.asksForGray();
        if (gray != null && inputs.size() == 1) {
            throw usage(gray, "there is no IMAGE whose grey could be measured, expected one");
        }
        result.requireAnother(this, "--labels", labels.isWanted() ? "" : null);
        if (isMany()) {
            if (!folder.recursive() && list != null) {
                throw usage("--keep-labels", "is not for the pages of a file, expected none with --page all");
            }
            if (!folder.recursive() && labels.report() != null) {
                throw usage("--report", "is not for the pages of a file, expected none with --page all");
            }
            labels.requireImage(this, inputs.size() > 1);
            if (labels.report() != null || list != null) {
                folder.requireAnew(this, labels.report() != null ? "--report" : "--keep-labels");
            }
            result.checkRows(this, read);
            return;
        }
        result.check(this, read);
        if (inputs.size() == 2 && couldBeOutput(inputs.getLast()) && !Files.exists(FilePath.of(inputs.getLast()))) {
            throw usage("IMAGE", inputs.getLast() + " is not there, did you mean -o "
                    + ShellWord.of(inputs.getLast()) + "?");
        }
        labels.check(this, inputs, read, result.isWanted() ? result.output() : null);
    }
}
