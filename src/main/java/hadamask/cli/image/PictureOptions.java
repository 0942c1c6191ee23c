package hadamask.cli.image;

import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.file.FilePath;
import hadamask.file.InputException;
import hadamask.file.Output;
import hadamask.image.Image;
import hadamask.image.LayoutChange;
import hadamask.image.Mask;
import hadamask.image.Rectangle;
import hadamask.plot.Overlay;
import hadamask.plot.StageSheet;
import hadamask.segment.Background;
import hadamask.segment.Product;
import hadamask.segment.Segmentation;
import hadamask.segment.SegmentationOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;

/// Options of the picture that is written, shared by `segment` and `apply`.
final class PictureOptions {
    /// Bytes per pixel of an overlay: a copy of the picture.
    static final int OVERLAY = 4;

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

    /// Bytes per pixel that the product and its file take, beside the picture.
    int memory() {
        return background.get() instanceof Background.Transparent ? 4 : 1;
    }

    Background background() {
        return background.get();
    }

    /// The format that a name asks for; standard output and devices are PNG.
    ///
    /// @throws picocli.CommandLine.ParameterException if no such format can be written
    static ImageFormat format(Command command, String option, String name) {
        if (name.equals("-")) {
            return ImageFormat.PNG;
        }
        ImageFormat format = ImageFormat.ofName(name);
        if (format == null && FilePath.isDevice(name)) {
            return ImageFormat.PNG;
        }
        if (format == null || !format.writable()) {
            throw command.usage(option, "the ending of " + name + " names no format that can be written, expected "
                    + ImageFormat.writableEndings());
        }
        return format;
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

    /// Everything here that decides how a picture looks.
    String settings() {
        return "background=" + background.get() + " trim=" + trim.get() + " quality=" + quality.get() + " compression="
                + compression.get();
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

    /// The product of an image and a mask as these options want it; the image is given up.
    ///
    /// @throws InputException if there is nothing to crop to
    Image cutout(Image image, Mask mask, ImageFormat format) {
        Image ground = format.supportsAlpha() ? image : onGround(image);
        Image product = Product.inPlace(ground, mask, background.get());
        Long margin = trim.get();
        if (margin == null) {
            return product;
        }
        Rectangle box = mask.boundingBox();
        if (box == null) {
            throw new InputException("its mask is empty: there is nothing to crop to", "leave --trim away");
        }
        return product.crop(box.grown((int) Math.min(margin, Integer.MAX_VALUE), image.width(), image.height()));
    }

    private Image onGround(Image image) {
        int scale = image.maxSample() / 0xFF;
        return background.get() instanceof Background.Color(int red, int green, int blue)
                ? LayoutChange.onGround(image, red * scale, green * scale, blue * scale)
                : image;
    }

    void write(Image image, ImageFormat format, Output output) {
        Encoding encoding = new Encoding(quality.get(), compression.get());
        output.write(out -> ImageEncoder.encode(image, format, encoding, out));
    }

    static void writeMask(Mask mask, Image of, ImageFormat format, Output output) {
        Image picture = mask.toImage(of.attributes().withoutProfile());
        output.write(out -> ImageEncoder.encode(picture, format, Encoding.MASK, out));
    }

    /// Writes an image with its mask drawn upon it; where the format has no alpha, on the background colour or on black.
    void writeOverlay(Image image, Mask mask, ImageFormat format, Output output) {
        Image ground = format.supportsAlpha() ? image : LayoutChange.onGround(onGround(image), 0, 0, 0);
        write(Overlay.of(ground, mask), format, output);
    }

    /// Writes the sheet of all stages of an image that was read from a file of this name.
    void writeStages(String name, Segmentation stages, SegmentationOptions options, ImageFormat format, Output output) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        write(StageSheet.draw(file, stages, options, background.get()), format, output);
    }
}
