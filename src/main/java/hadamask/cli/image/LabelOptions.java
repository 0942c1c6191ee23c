package hadamask.cli.image;

import hadamask.batch.Collisions;
import hadamask.batch.Job;
import hadamask.batch.LabelWriter;
import hadamask.batch.Naming;
import hadamask.batch.ObjectsFile;
import hadamask.batch.OutputFolders;
import hadamask.batch.PictureWriter;
import hadamask.batch.Result;
import hadamask.batch.Source;
import hadamask.batch.Storage;
import hadamask.batch.Target;
import hadamask.batch.Targets;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.TextEnding;
import hadamask.cli.Version;
import hadamask.cli.image.measure.RegionRows;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionGroup;
import hadamask.cli.option.OptionValues;
import hadamask.codec.format.Encoding;
import hadamask.file.FilePath;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.plot.ObjectPreview;
import hadamask.plot.Overlay;
import hadamask.region.RegionLabels;
import hadamask.segment.product.ProductOptions;
import hadamask.table.write.Precision;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Pictures of the regions that were measured: their numbers for programs, colours and outlines for people; and a page.
final class LabelOptions {
    /// Bytes per pixel to find the places of numbers, of colours, and of a picture where there is no image.
    private static final int PLACES = 3;

    private final Option<@Nullable String> numbers = numbersOption();
    private final Option<@Nullable String> colors = colorsOption();
    private final Option<@Nullable String> overlay = Option.path(
            "Also write IMAGE with the outline and the number of each region.", "--overlay");
    private final Option<@Nullable String> report = Option.path(
            "Also write a page for counting: pictures with numbers, the table, and what is removed there.", "--report");

    /// Where the numbers of regions go.
    static Option<@Nullable String> numbersOption() {
        return Option.path(
                "Also write an image of the labels: 16-bit grey, 0 out (.png, .tif, .pgm); above 65535 regions 32 bits (.tif, .npy).",
                "--labels");
    }

    /// Where the coloured regions go.
    static Option<@Nullable String> colorsOption() {
        return Option.path(
                "Also write an image in which each label has a colour; as .png its palette has the labels, too, up to 255.",
                "--labels-color");
    }

    /// The list of the regions that are kept, as a page for counting saves it.
    static Option<@Nullable String> keepOption() {
        return Option.<@Nullable String>of(null, "FILE", OptionValues::name,
                "Keep only the regions whose numbers are in the column label of a table, or in a list, one a line; of many"
                        + " images also by its column image.",
                "--keep-labels");
    }

    OptionGroup group() {
        return Option.group("Pictures", numbers, colors, overlay, report);
    }

    /// The page, or null.
    @Nullable
    String report() {
        return report.get();
    }

    /// Begins the page; null when nobody asked for it.
    ///
    /// @param settings the words of the options
    @Nullable
    ObjectsFile page(Console console, Map<String, String> settings, Precision precision) {
        String path = report.get();
        return path == null
                ? null
                : new ObjectsFile(console.output(path), "hadamask " + Version.number(), settings, Console::wording,
                        precision);
    }

    /// The folders of pictures, which are not searched for masks.
    List<Path> grounds() {
        return Targets.grounds(numbers.get(), colors.get(), overlay.get());
    }

    /// Says where the pictures of many masks go.
    ///
    /// @param pages whether these are the pages of one file: a name without a field for it has the page before its ending
    void put(Targets targets, boolean pages) {
        targets.put(Result.OVERLAY, "--overlay", ofMany(overlay.get(), pages));
        targets.put(Result.LABELS, "--labels", ofMany(numbers.get(), pages));
        targets.put(Result.LABELS_COLOR, "--labels-color", ofMany(colors.get(), pages));
    }

    private static @Nullable String ofMany(@Nullable String path, boolean pages) {
        if (path == null || !pages || path.equals("-") || path.endsWith("/") || Naming.isPattern(path)) {
            return path;
        }
        int dot = path.lastIndexOf('.');
        boolean ends = dot > FilePath.slashes(path).lastIndexOf('/') + 1;
        String page = "-p" + Naming.Field.PAGE;
        return ends ? path.substring(0, dot) + page + path.substring(dot) : path;
    }

    /// Refuses to draw upon an image that is not there.
    void requireImage(Command command, boolean image) {
        if (overlay.get() != null && !image) {
            throw command.usage("--overlay", "there is no IMAGE to draw upon, expected one");
        }
    }

    boolean isWanted() {
        return Stream.of(numbers, colors, overlay, report).anyMatch(option -> option.get() != null);
    }

    /// Refuses a page that cannot be written, before anything is read.
    ///
    /// @param others results that are written beside it, by their options
    void checkReport(Command command, List<String> inputs, Collisions others) {
        String page = report.get();
        if (page != null) {
            command.requireNotAnInput("--report", page, inputs);
            TextEnding.PAGE.require(command, "--report", page);
            others.addReport("--report", page);
            OutputFolders.requireFolder(page);
        }
    }

    /// Bytes per pixel that pictures for people take beside the labels.
    int memory() {
        return overlay.get() != null ? Overlay.MEMORY : report.get() != null || colors.get() != null ? PLACES : 0;
    }

    /// Refuses what cannot be written, before anything is read.
    ///
    /// @param pictures the mask, and the image where there is one
    /// @param inputs all that is read
    /// @param output of the table; null for none
    void check(Command command, List<String> pictures, List<String> inputs, @Nullable String output) {
        String path = numbers.get();
        String picture = colors.get();
        String outlines = overlay.get();
        requireImage(command, pictures.size() > 1);
        if (outlines != null) {
            Target.of("--overlay", outlines);
        }
        if (path != null) {
            Target.ofLabels("--labels", path);
        }
        if (picture != null) {
            Target.of("--labels-color", picture);
        }
        check(command, "--overlay", outlines, inputs);
        check(command, "--labels", path, inputs);
        check(command, "--labels-color", picture, inputs);
        long streams = Stream.of(output, path, picture, outlines).filter("-"::equals).count();
        if (streams > 1) {
            throw command.usage("-", "standard output takes one result, " + streams + " were asked for");
        }
        Collisions collisions = new Collisions(List.of());
        collisions.add("--output", output);
        collisions.add("--labels", path);
        collisions.add("--labels-color", picture);
        collisions.add("--overlay", outlines);
        checkReport(command, inputs, collisions);
    }

    private static void check(Command command, String option, @Nullable String path, List<String> inputs) {
        if (path != null) {
            command.requireNoTerminal(option, path, "a picture");
            command.requireNotAnInput(option, path, inputs);
        }
    }

    /// Writes what is asked for of one mask.
    ///
    /// @param image of the size of the regions; null without one
    /// @throws hadamask.file.InputException if there are more regions than the format has numbers
    void write(Console console, RegionLabels regions, Attributes attributes, @Nullable Image image) {
        Map<Result, Target> targets = new EnumMap<>(Result.class);
        put(targets, Result.OVERLAY, "--overlay", overlay.get());
        put(targets, Result.LABELS, "--labels", numbers.get());
        put(targets, Result.LABELS_COLOR, "--labels-color", colors.get());
        write(console, new Job(new Source(null, null, 1), targets), regions, attributes, image);
    }

    private static void put(Map<Result, Target> targets, Result result, String label, @Nullable String path) {
        if (path != null) {
            targets.put(result, result == Result.LABELS ? Target.ofLabels(label, path) : Target.of(label, path));
        }
    }

    /// Writes what a job asks for.
    ///
    /// @param image of the size of the regions; null without one
    /// @throws hadamask.file.InputException if there are more regions than the format has numbers
    static void write(Console console, Job job, RegionLabels regions, Attributes attributes, @Nullable Image image) {
        LabelWriter.requireFits(job, regions);
        LabelWriter.write(job, regions, attributes, new Storage.Local(console.streams()));
        Target outlines = job.target(Result.OVERLAY);
        if (outlines != null && image != null) {
            new PictureWriter(ProductOptions.DEFAULT, Encoding.DEFAULT).writeOverlay(image, regions,
                    outlines.format(), console.output(outlines.output()));
        }
    }

    /// Makes a picture and lines for the page.
    ///
    /// @param image of the size of the regions; null without one
    static ObjectsFile.Objects objects(ObjectsFile page, RegionLabels regions, RegionRows rows, @Nullable Image image) {
        ObjectPreview preview = image == null ? ObjectPreview.of(regions) : ObjectPreview.of(image, regions);
        return page.of(preview, rows.columns(), rows.values());
    }
}
