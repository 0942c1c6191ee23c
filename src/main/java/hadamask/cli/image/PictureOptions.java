package hadamask.cli.image;

import hadamask.batch.Job;
import hadamask.batch.PictureWriter;
import hadamask.batch.Result;
import hadamask.batch.Source;
import hadamask.batch.Target;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.image.backdrop.BackdropPictures;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionGroup;
import hadamask.cli.option.OptionValues;
import hadamask.cli.option.color.Backdrop;
import hadamask.codec.ImageDecoder;
import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.file.FilePath;
import hadamask.segment.edge.Edge;
import hadamask.segment.product.Background;
import hadamask.segment.product.ProductOptions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Options of the picture that is written, shared by `segment` and `apply`.
final class PictureOptions {
    private final Option<Backdrop> background = Option.of(Backdrop.BLACK, "COLOR|PICTURE", Backdrop::of,
            "A colour of CSS, transparent, or a picture, which covers the image and is cropped at its centre (default: black).",
            "--background");
    private final Option<@Nullable Long> trim = Option.optional(OptionValues::isWholeNumber, "0", "MARGIN",
            OptionValues::pixels,
            "Crop to the mask, with a margin in pixels (as in --trim=10).", "--trim");
    private final Option<Integer> feather = Option.of(0, "N", word -> OptionValues.edge(word, Edge.MAX_FEATHER),
            "Soft edge: a ramp across N pixels, by the distance to the edge (default: 0).", "--feather");
    private final Option<Integer> matte = Option.of(0, "N", word -> OptionValues.edge(word, Edge.MAX_MATTE),
            "Soft edge by colour, N pixels to either side, freed from the background's colours (default: 0).",
            "--matte");
    private final Option<Double> attenuate = Option.of(0.0, "F", OptionValues::share,
            "Dim the rest to F of itself, 0 to 1, in place of leaving it out (default: 0).", "--attenuate");
    private final Option<@Nullable Integer> quality = Option.of(null, "N", OptionValues::quality,
            "Of a JPEG, 1 to 100 (default: " + Encoding.DEFAULT.quality()
                    + "); of a WebP, which loses nothing without it.",
            "--quality");
    private final Option<Integer> compression = Option.of(Encoding.DEFAULT.compression(), "N",
            OptionValues::compression,
            "Of a PNG, or a WebP that loses nothing, 0 (fast) to 9 (small) (default: " + Encoding.DEFAULT.compression()
                    + ").",
            "--compression");

    /// What stands behind the cut-out, once it is read.
    private @Nullable Background behind;

    OptionGroup group() {
        return Option.group("Picture", background, trim, feather, matte, attenuate, quality, compression);
    }

    /// How the product looks. A picture behind it has been read.
    ProductOptions product() {
        Background color = behind == null ? background.get().color() : behind;
        return new ProductOptions(color == null ? Background.BLACK : color, trim.get(), edge(), attenuate.get());
    }

    /// The pictures behind the cut-outs of some options, each read once.
    ///
    /// @param formats of all cut-outs
    static BackdropPictures read(Command command, Console console, ReadingOptions reading, List<PictureOptions> all,
            Set<ImageFormat> formats) {
        BackdropPictures pictures = new BackdropPictures(console,
                (input, content) -> ImageDecoder.decode(input, content,
                        reading.reading(console).within(size -> size.require(input.memory(), content.length, 1))));
        for (PictureOptions options : all) {
            options.behind = pictures.of(options.background.get());
            formats.forEach(format -> options.requireFits(command, format));
        }
        console.memory(console.memory().less(pictures.bytes()));
        return pictures;
    }

    /// The formats of all cut-outs.
    static Set<ImageFormat> formats(List<Job> jobs) {
        Set<ImageFormat> formats = EnumSet.noneOf(ImageFormat.class);
        for (Job job : jobs) {
            Target cutout = job.target(Result.CUTOUT);
            if (cutout != null) {
                formats.add(cutout.format());
            }
        }
        return formats;
    }

    /// Refuses a picture behind cut-outs that would not be seen, or that is read twice.
    ///
    /// @param seen whether a result shows it
    /// @param inputs all other inputs
    /// @return all inputs
    List<Source> withBackground(Command command, boolean seen, List<Source> inputs) {
        Backdrop backdrop = background.get();
        if (!backdrop.isPicture()) {
            return inputs;
        }
        String name = backdrop.picture();
        if (!seen) {
            throw command.usage("--background", name + " is seen in no result, expected a cut-out with it");
        }
        List<Source> all = new ArrayList<>(inputs);
        if (!name.equals("-")) {
            all.add(new Source(FilePath.of(name), null, all.size() + 1));
        } else if (inputs.stream().anyMatch(source -> source.file() == null)) {
            throw command.usage("-", "standard input can be read once");
        }
        return all;
    }

    private Edge edge() {
        return matte.get() > 0 ? new Edge(Edge.Kind.MATTE, matte.get()) : new Edge(Edge.Kind.FEATHER, feather.get());
    }

    /// Refuses two soft edges at once.
    ///
    /// @param soft the name of an option by which the mask is soft already, or null
    void requireOneEdge(Command command, @Nullable String soft) {
        String other = soft != null ? soft : feather.get() > 0 ? feather.name() : null;
        Option<Integer> edge = matte.get() > 0 ? matte : feather;
        if (other != null && edge.get() > 0 && !other.equals(edge.name())) {
            throw command.usage(edge.name(), "makes a soft edge, and so does " + other + ", expected one of them");
        }
    }

    /// How pictures are written.
    PictureWriter writer() {
        Integer given = quality.get();
        return new PictureWriter(product(), new Encoding(given == null ? Encoding.DEFAULT.quality() : given,
                compression.get(), given != null));
    }

    /// Bytes per pixel that native code takes to write a picture of that name, with what it is handed.
    int writing(@Nullable String output) {
        ImageFormat format = output == null ? null : ImageFormat.ofName(output);
        int outside = format == null || !format.writable() ? 0 : ImageEncoder.outside(format, writer().encoding());
        return outside == 0 ? 0 : outside + 4;
    }

    /// Whether a name has the ending of a picture that can be written.
    static boolean isWritable(String name) {
        ImageFormat format = ImageFormat.ofName(name);
        return format != null && format.writable();
    }

    /// Says that a mask is not kept as it is where its format does not.
    static void noteLossyMask(Console console, String option, String output, ImageFormat format) {
        if (format == ImageFormat.JPEG) {
            console.note("note: " + option + ": " + output
                    + " is a JPEG, which is lossy: not all of its greys are 0 or 255 (use .png)");
        }
    }

    /// Refuses a format that cannot hold what is asked for.
    void requireFits(Command command, ImageFormat format) {
        Background color = behind == null ? background.get().color() : behind;
        if (color != null && !color.isOpaque() && !format.supportsAlpha()) {
            List<ImageFormat> fitting = new ArrayList<>(List.of(ImageFormat.values()));
            fitting.removeIf(other -> !other.writable() || !other.supportsAlpha());
            ImageFormat last = fitting.removeLast();
            throw command.usage("--background", background.get()
                    + (color instanceof Background.Picture ? " with alpha" : "") + " was found, but " + format
                    + " has no alpha, expected "
                    + String.join(", ", fitting.stream().map(ImageFormat::toString).toList())
                    + " or " + last);
        }
    }
}
