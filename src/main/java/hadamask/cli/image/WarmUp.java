package hadamask.cli.image;

import hadamask.codec.ImageDecoder;
import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.parallel.Daemon;
import hadamask.segment.GrayClustering;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.Segmenter;
import hadamask.segment.color.ReducedPicture;
import hadamask.segment.plane.FlattenedPlane;
import hadamask.segment.plane.GrayScale;
import hadamask.segment.plane.Plane;
import hadamask.segment.product.Background;
import hadamask.segment.product.Product;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Takes a tiny picture through the pipeline on another core while the arguments and the first image are read: classes
/// are then loaded, linked and initialised when the real picture arrives.
///
/// Of the time of a small image, half goes there; decoding and parsing use one core, and the other has nothing to do.
final class WarmUp {
    /// Large enough for the loops to be compiled, too; small enough to be done when a photograph is decoded.
    private static final int SIDE = 160;
    /// Of a picture of which the classes alone are made ready.
    private static final int LEAST_SIDE = 8;

    private static final Plane FLAT = new FlattenedPlane(GrayScale.MEAN, FlattenedPlane.AUTO);

    private WarmUp() {
    }

    /// Starts the work and returns at once. Nobody waits for it, and its failure is nobody's failure.
    static void start(List<String> arguments) {
        boolean jpeg = false;
        boolean cut = false;
        boolean flat = false;
        for (String argument : arguments) {
            jpeg |= ImageFormat.ofName(argument) == ImageFormat.JPEG;
            flat |= argument.startsWith("--flatten") || argument.endsWith("document");
            cut |= argument.endsWith("graphcut") || argument.endsWith("photo") || argument.endsWith("portrait");
        }
        boolean first = jpeg;
        boolean second = cut;
        SegmentationOptions options = flat
                ? SegmentationOptions.DEFAULT.withMethod(GrayClustering.DEFAULT.with(FLAT))
                : SegmentationOptions.DEFAULT;
        Daemon.start("warm-up", () -> run(first, second, options));
    }

    private static void run(boolean jpeg, boolean cut, SegmentationOptions options) {
        Image picture = pattern(cut ? LEAST_SIDE : SIDE);
        try {
            if (jpeg) {
                ImageDecoder.prepareJpeg();
            }
            Mask mask = cut ? ofCut(picture) : Segmenter.of(options).segment(picture).mask();
            Image cutout = Product.inPlace(picture, mask, Background.BLACK);
            ImageEncoder.encode(cutout, ImageFormat.PNG, Encoding.DEFAULT, OutputStream.nullOutputStream());
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // The real picture will meet the same failure, and report it.
        }
    }

    /// A cut has work for all cores and for the compiler as soon as the picture is there, and a tiny one beside it would keep both from
    /// it: only what comes before and after it is made ready.
    private static Mask ofCut(Image picture) {
        ReducedPicture.of(picture, picture.width());
        return new Mask(picture.width(), picture.height(), new byte[picture.width() * picture.height()]);
    }

    private static Image pattern(int side) {
        byte[] samples = new byte[3 * side * side];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i % 7 * 30);
        }
        return Image.of8Bit(side, side, Layout.BGR, samples, Attributes.NONE);
    }
}
