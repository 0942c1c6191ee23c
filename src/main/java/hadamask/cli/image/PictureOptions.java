package hadamask.cli.image;

import hadamask.batch.PictureWriter;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.segment.Background;
import hadamask.segment.ProductOptions;
import hadamask.segment.edge.Edge;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;

/// Options of the picture that is written, shared by `segment` and `apply`.
final class PictureOptions {
    private final Option<Background> background = Option.of(Background.BLACK, "COLOR", OptionValues::background,
            "black, white, #rrggbb or transparent (default: black).", "--background");
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
    private final Option<Integer> quality = Option.of(Encoding.DEFAULT.quality(), "N", OptionValues::quality,
            "Of a JPEG, 1 to 100 (default: " + Encoding.DEFAULT.quality() + ").", "--quality");
    private final Option<Integer> compression = Option.of(Encoding.DEFAULT.compression(), "N",
            OptionValues::compression,
            "Of a PNG, 0 (fast) to 9 (small) (default: " + Encoding.DEFAULT.compression() + ").", "--compression");

    ArgGroupSpec group() {
        return Option.group("Picture", background, trim, feather, matte, attenuate, quality, compression);
    }

    /// How the product looks.
    ProductOptions product() {
        return new ProductOptions(background.get(), trim.get(), edge(), attenuate.get());
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
        return new PictureWriter(product(), new Encoding(quality.get(), compression.get()));
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
        if (background.get() instanceof Background.Transparent && !format.supportsAlpha()) {
            List<ImageFormat> fitting = new ArrayList<>(List.of(ImageFormat.values()));
            fitting.removeIf(other -> !other.writable() || !other.supportsAlpha());
            throw command.usage("--background", "transparent was found, but " + format + " has no alpha, expected "
                    + String.join(" or ", fitting.stream().map(ImageFormat::toString).toList()));
        }
    }
}
