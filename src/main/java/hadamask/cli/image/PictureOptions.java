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
    private final Option<Integer> quality = Option.of(Encoding.DEFAULT.quality(), "N", OptionValues::quality,
            "Of a JPEG, 1 to 100 (default: " + Encoding.DEFAULT.quality() + ").", "--quality");
    private final Option<Integer> compression = Option.of(Encoding.DEFAULT.compression(), "N",
            OptionValues::compression,
            "Of a PNG, 0 (fast) to 9 (small) (default: " + Encoding.DEFAULT.compression() + ").", "--compression");

    ArgGroupSpec group() {
        return Option.group("Picture", background, trim, quality, compression);
    }

    /// How the product looks.
    ProductOptions product() {
        return new ProductOptions(background.get(), trim.get());
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
