package hadamask.cli;

import hadamask.file.InputException;
import hadamask.file.Output;
import hadamask.image.Encoding;
import hadamask.image.Image;
import hadamask.image.ImageEncoder;
import hadamask.image.ImageFormat;
import hadamask.image.LayoutChange;
import hadamask.image.Mask;
import hadamask.image.Rectangle;
import hadamask.plot.StageSheet;
import hadamask.segment.Background;
import hadamask.segment.Product;
import hadamask.segment.Segmentation;
import hadamask.segment.SegmentationOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options of the picture that is written, shared by `segment` and `apply`.
final class PictureOptions {
    @Option(names = "--background", paramLabel = "COLOR", converter = OptionValues.BackgroundValue.class, description = "black, white, #rrggbb or transparent (default: black).")
    private Background background = Background.BLACK;

    @Option(names = "--trim", paramLabel = "MARGIN", arity = "0..1", fallbackValue = "0", converter = OptionValues.PixelsValue.class, description = "Crop to the mask, with a margin in pixels (as in --trim=10).")
    private @Nullable Long trim;

    @Option(names = "--quality", paramLabel = "N", converter = OptionValues.QualityValue.class, description = "Of a JPEG, 1 to 100 (default: 95).")
    private int quality = Encoding.DEFAULT.quality();

    @Option(names = "--compression", paramLabel = "N", converter = OptionValues.CompressionValue.class, description = "Of a PNG, 0 (fast) to 9 (small) (default: 4).")
    private int compression = Encoding.DEFAULT.compression();

    /// The format that a name asks for; standard output is PNG.
    ///
    /// @throws picocli.CommandLine.ParameterException if no such format can be written
    static ImageFormat format(Command command, String option, String name) {
        if (name.equals("-")) {
            return ImageFormat.PNG;
        }
        ImageFormat format = ImageFormat.ofName(name);
        if (format == null || !format.writable()) {
            throw command.usage(option, "the ending of " + name + " names no format that can be written, expected "
                    + ImageFormat.writableEndings());
        }
        return format;
    }

    /// Refuses a format that cannot hold what is asked for.
    void requireFits(Command command, ImageFormat format) {
        if (background instanceof Background.Transparent && !format.supportsAlpha()) {
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
        Image product = Product.inPlace(ground, mask, background);
        if (trim == null) {
            return product;
        }
        Rectangle box = mask.boundingBox();
        if (box == null) {
            throw new InputException("its mask is empty: there is nothing to crop to", "leave --trim away");
        }
        int margin = (int) Math.min(trim, Integer.MAX_VALUE);
        return product.crop(box.grown(margin, image.width(), image.height()));
    }

    private Image onGround(Image image) {
        int scale = image.maxSample() / 0xFF;
        return background instanceof Background.Color(int red, int green, int blue)
                ? LayoutChange.onGround(image, red * scale, green * scale, blue * scale)
                : image;
    }

    void write(Image image, ImageFormat format, Output output) {
        output.write(out -> ImageEncoder.encode(image, format, new Encoding(quality, compression), out));
    }

    static void writeMask(Mask mask, Image of, ImageFormat format, Output output) {
        Image picture = mask.toImage(of.attributes().withoutProfile());
        output.write(out -> ImageEncoder.encode(picture, format, Encoding.DEFAULT, out));
    }

    /// Writes the sheet of all stages of an image that was read from a file of this name.
    void writeStages(String name, Segmentation stages, SegmentationOptions options, ImageFormat format, Output output) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        Image sheet = StageSheet.draw(file, stages, options, background);
        output.write(out -> ImageEncoder.encode(sheet, format, new Encoding(quality, compression), out));
    }
}
