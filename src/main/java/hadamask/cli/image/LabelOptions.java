package hadamask.cli.image;

import hadamask.batch.Collisions;
import hadamask.batch.Naming;
import hadamask.batch.ObjectsFile;
import hadamask.batch.OutputFolders;
import hadamask.batch.PictureWriter;
import hadamask.batch.Source;
import hadamask.batch.Target;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.TextEnding;
import hadamask.cli.Version;
import hadamask.cli.image.measure.RegionRows;
import hadamask.cli.option.Option;
import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.file.FilePath;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.LabelImage;
import hadamask.image.PaletteImage;
import hadamask.plot.LabelColors;
import hadamask.plot.ObjectPreview;
import hadamask.plot.Overlay;
import hadamask.region.RegionLabels;
import hadamask.segment.ProductOptions;
import hadamask.table.Precision;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;

/// Pictures of the regions that were measured: their numbers for programs, colours and outlines for people; and a page.
final class LabelOptions {
    private static final String NPY = ".npy";
    /// Bytes per pixel to find the places of numbers, and of a picture where there is no image.
    private static final int PLACES = 3;

    private final Option<@Nullable String> numbers = Option.path(
            "Also write an image of the labels: 16-bit grey, 0 out (.png, .tif, .pgm); above 65535 regions 32 bits (.tif, .npy).",
            "--labels");
    private final Option<@Nullable String> colors = Option.path(
            "Also write an image in which each label has a colour; as .png its palette has the labels, too, up to 255.",
            "--labels-color");

    private final Option<@Nullable String> overlay = Option.path(
            "Also write IMAGE with the outline and the number of each region.", "--overlay");
    private final Option<@Nullable String> report = Option.path(
            "Also write a page for counting: pictures with numbers, the table, and what is removed there.", "--report");

    ArgGroupSpec group() {
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

    /// Refuses pictures of many masks.
    void requireNone(Command command) {
        for (Option<@Nullable String> option : List.of(numbers, colors, overlay)) {
            if (option.get() != null) {
                throw command.usage(option.name(), "is for one mask, expected none with -r");
            }
        }
    }

    /// Refuses what is for one mask, or for those of a folder, where each page of a file is one.
    void requireNoneOfPages(Command command) {
        for (Option<@Nullable String> option : List.of(overlay, report)) {
            if (option.get() != null) {
                throw command.usage(option.name(), "is not for the pages of a file, expected none with --page all");
            }
        }
    }

    /// Where the pictures of each page go: the given name with the page before its ending, where it has no field for it.
    private static @Nullable Naming ofPages(@Nullable String path) {
        if (path == null) {
            return null;
        }
        if (path.contains(Naming.Field.PAGE.toString())) {
            return Naming.pattern(path);
        }
        int dot = path.lastIndexOf('.');
        boolean ends = dot > FilePath.slashes(path).lastIndexOf('/') + 1;
        return Naming.pattern(ends
                ? path.substring(0, dot) + "-p" + Naming.Field.PAGE + path.substring(dot)
                : path + "-p" + Naming.Field.PAGE);
    }

    /// Refuses pictures of pages that cannot be written, before anything is read.
    ///
    /// @param pages of the mask
    void checkPages(Command command, List<String> inputs, @Nullable String output, List<Source> pages) {
        for (String path : new @Nullable String[]{numbers.get(), colors.get()}) {
            if ("-".equals(path)) {
                throw command.usage(path.equals(numbers.get()) ? "--labels" : "--labels-color",
                        "- is standard output, expected a name for the pictures of pages, such as 'labels-{page}.png'");
            }
        }
        for (Source page : pages) {
            check(command, inputs, output, of(page, numbers.get(), pages.size()),
                    of(page, colors.get(), pages.size()), null);
        }
    }

    private static @Nullable String of(Source page, @Nullable String path, int count) {
        Naming naming = ofPages(path);
        return naming == null ? null : naming.of(page, count);
    }

    /// Writes what is asked for of a page.
    void writePage(Console console, RegionLabels regions, Attributes attributes, Source page, int count) {
        write(console, regions, attributes, of(page, numbers.get(), count), of(page, colors.get(), count));
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
        return overlay.get() != null ? Overlay.MEMORY : report.get() != null ? PLACES : 0;
    }

    private static boolean isNpy(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(NPY);
    }

    /// Refuses what cannot be written, before anything is read.
    ///
    /// @param pictures the mask, and the image where there is one
    /// @param inputs all that is read
    /// @param output of the table; null for none
    void check(Command command, List<String> pictures, List<String> inputs, @Nullable String output) {
        String outlines = overlay.get();
        if (outlines != null) {
            Target.of("--overlay", outlines);
            if (pictures.size() == 1) {
                throw command.usage("--overlay", "there is no IMAGE to draw upon, expected one");
            }
        }
        check(command, "--overlay", outlines, inputs);
        checkReport(command, inputs, check(command, inputs, output, numbers.get(), colors.get(), outlines));
    }

    private static Collisions check(Command command, List<String> inputs, @Nullable String output,
            @Nullable String path, @Nullable String picture, @Nullable String outlines) {
        if (path != null && !isNpy(path) && !Target.of("--labels", path).format().supports16Bit()) {
            throw command.usage("--labels", Target.of("--labels", path).format() + " has no 16 bits, expected "
                    + String.join(" or ",
                            Stream.of(ImageFormat.values()).filter(ImageFormat::writable)
                                    .filter(ImageFormat::supports16Bit).map(ImageFormat::toString).toList()));
        }
        check(command, "--labels", path, inputs);
        if (picture != null) {
            Target.of("--labels-color", picture);
        }
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
        return collisions;
    }

    private static void check(Command command, String option, @Nullable String path, List<String> inputs) {
        if (path != null) {
            command.requireNoTerminal(option, path, "a picture");
            command.requireNotAnInput(option, path, inputs);
        }
    }

    /// Writes what is asked for.
    ///
    /// @param image of the size of the regions; null without one
    /// @throws hadamask.file.InputException if there are more regions than the format has numbers
    void write(Console console, RegionLabels regions, Attributes attributes, @Nullable Image image) {
        write(console, regions, attributes, numbers.get(), colors.get());
        String outlines = overlay.get();
        if (outlines != null && image != null) {
            new PictureWriter(ProductOptions.DEFAULT, Encoding.DEFAULT).writeOverlay(image, regions,
                    Target.of("--overlay", outlines).format(), console.output(outlines));
        }
    }

    private static void write(Console console, RegionLabels regions, Attributes attributes, @Nullable String path,
            @Nullable String picture) {
        if (path != null) {
            writeNumbers(console, path, regions, attributes.withoutProfile());
        }
        if (picture != null) {
            writeColors(console, picture, regions.toNumbers(attributes), attributes);
        }
    }

    /// As a PNG with a palette, which has the numbers, too, where it holds them.
    private static void writeColors(Console console, String picture, LabelImage labels, Attributes attributes) {
        ImageFormat format = Target.of("--labels-color", picture).format();
        PaletteImage palette = format == ImageFormat.PNG ? LabelColors.withPalette(labels, attributes) : null;
        if (palette != null) {
            console.output(picture).write(out -> ImageEncoder.encodePalette(palette, Encoding.MASK, out));
            return;
        }
        Image colored = LabelColors.of(labels, attributes);
        console.output(picture).write(out -> ImageEncoder.encode(colored, format, Encoding.MASK, out));
    }

    /// Makes a picture and lines for the page.
    ///
    /// @param image of the size of the regions; null without one
    static ObjectsFile.Objects objects(ObjectsFile page, RegionLabels regions, RegionRows rows, @Nullable Image image) {
        ObjectPreview preview = image == null ? ObjectPreview.of(regions) : ObjectPreview.of(image, regions);
        return page.of(regions.width(), regions.height(), preview, rows.columns(), rows.values());
    }

    private static void writeNumbers(Console console, String path, RegionLabels regions, Attributes attributes) {
        if (isNpy(path)) {
            LabelImage labels = regions.toNumbers(attributes);
            console.output(path).write(out -> ImageEncoder.encodeNpy(labels, out));
            return;
        }
        ImageFormat format = Target.of("--labels", path).format();
        if (format == ImageFormat.TIFF && !regions.fitImage()) {
            LabelImage labels = regions.toNumbers(attributes);
            console.output(path).write(out -> ImageEncoder.encodeTiff(labels, out));
            return;
        }
        Image picture = regions.toImage(attributes);
        console.output(path).write(out -> ImageEncoder.encode(picture, format, Encoding.MASK, out));
    }
}
