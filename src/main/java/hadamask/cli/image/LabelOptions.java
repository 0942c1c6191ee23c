package hadamask.cli.image;

import hadamask.batch.Collisions;
import hadamask.batch.Naming;
import hadamask.batch.Source;
import hadamask.batch.Target;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.option.Option;
import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.LabelImage;
import hadamask.plot.LabelColors;
import hadamask.region.RegionLabels;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;

/// Pictures of the regions that were measured: their numbers for programs, and colours for people.
final class LabelOptions {
    private static final String NPY = ".npy";

    private final Option<@Nullable String> numbers = Option.path(
            "Also write an image of the labels: 16-bit grey, 0 out (.png, .tif, .pgm); above 65535 regions 32 bits (.tif, .npy).",
            "--labels");
    private final Option<@Nullable String> colors = Option.path(
            "Also write an image in which each label has a colour that people can tell from others.", "--labels-color");

    ArgGroupSpec group() {
        return Option.group("Pictures", numbers, colors);
    }

    /// Refuses pictures of many masks.
    void requireNone(Command command) {
        if (isWanted()) {
            throw command.usage(numbers.get() == null ? "--labels-color" : "--labels",
                    "is for one mask, expected none with -r");
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
        boolean ends = dot > path.lastIndexOf('/') + 1;
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
                    of(page, colors.get(), pages.size()));
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
        return numbers.get() != null || colors.get() != null;
    }

    private static boolean isNpy(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(NPY);
    }

    /// Refuses what cannot be written, before anything is read.
    ///
    /// @param output of the table; null for none
    void check(Command command, List<String> inputs, @Nullable String output) {
        check(command, inputs, output, numbers.get(), colors.get());
    }

    private static void check(Command command, List<String> inputs, @Nullable String output, @Nullable String path,
            @Nullable String picture) {
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
        long streams = Stream.of(output, path, picture).filter("-"::equals).count();
        if (streams > 1) {
            throw command.usage("-", "standard output takes one result, " + streams + " were asked for");
        }
        Collisions collisions = new Collisions(List.of());
        collisions.add("--output", output);
        collisions.add("--labels", path);
        collisions.add("--labels-color", picture);
    }

    private static void check(Command command, String option, @Nullable String path, List<String> inputs) {
        if (path != null) {
            command.requireNoTerminal(option, path, "a picture");
            command.requireNotAnInput(option, path, inputs);
        }
    }

    /// Writes what is asked for.
    ///
    /// @throws hadamask.file.InputException if there are more regions than the format has numbers
    void write(Console console, RegionLabels regions, Attributes attributes) {
        write(console, regions, attributes, numbers.get(), colors.get());
    }

    private static void write(Console console, RegionLabels regions, Attributes attributes, @Nullable String path,
            @Nullable String picture) {
        if (path != null) {
            writeNumbers(console, path, regions, attributes.withoutProfile());
        }
        if (picture != null) {
            Image colored = LabelColors.of(regions.toNumbers(attributes), attributes);
            ImageFormat format = Target.of("--labels-color", picture).format();
            console.output(picture).write(out -> ImageEncoder.encode(colored, format, Encoding.MASK, out));
        }
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
