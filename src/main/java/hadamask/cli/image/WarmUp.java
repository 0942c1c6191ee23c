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

    private final boolean jpeg;
    private final boolean cut;
    private final boolean flat;
    private final boolean mask;

    /// What the words of a command line are about, as far as it is seen without parsing them.
    private WarmUp(List<String> arguments) {
        boolean anyJpeg = false;
        boolean anyCut = false;
        boolean anyFlat = false;
        boolean anyMask = false;
        for (String argument : arguments) {
            anyJpeg |= ImageFormat.ofName(argument) == ImageFormat.JPEG;
            anyCut |= argument.endsWith("graphcut") || argument.endsWith("photo") || argument.endsWith("portrait");
            anyFlat |= argument.startsWith("--flatten") || argument.endsWith("document");
            anyMask |= argument.startsWith("--mask");
        }
        jpeg = anyJpeg;
        cut = anyCut;
        flat = anyFlat;
        mask = anyMask;
    }

    /// Starts the work and returns at once. Nobody waits for it, and its failure is nobody's failure.
    static void start(List<String> arguments) {
        Daemon.start("warm-up", new WarmUp(arguments)::run);
    }

    private void run() {
        Image picture = pattern(cut ? LEAST_SIDE : SIDE);
        try {
            if (cut) {
                ReducedPicture.of(picture, LEAST_SIDE); // has tables to fill, and is needed soon
            }
            if (jpeg) {
                ImageDecoder.prepareJpeg();
            }
            Mask object = cut ? nothing() : Segmenter.of(options()).segment(picture).mask();
            if (mask) {
                encode(object.toImage(Attributes.NONE), Encoding.MASK);
            }
            encode(Product.inPlace(picture, object, Background.BLACK), Encoding.DEFAULT);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // The real picture will meet the same failure, and report it.
        }
    }

    private SegmentationOptions options() {
        return flat
                ? SegmentationOptions.DEFAULT.withMethod(GrayClustering.DEFAULT.with(FLAT))
                : SegmentationOptions.DEFAULT;
    }

    /// In place of a cut, which has work for all cores and for the compiler as soon as the picture is there: a tiny one beside it would keep
    /// both from it.
    private static Mask nothing() {
        return new Mask(LEAST_SIDE, LEAST_SIDE, new byte[LEAST_SIDE * LEAST_SIDE]);
    }

    private static void encode(Image picture, Encoding encoding) throws IOException {
        ImageEncoder.encode(picture, ImageFormat.PNG, encoding, OutputStream.nullOutputStream());
    }

    private static Image pattern(int side) {
        byte[] samples = new byte[3 * side * side];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i % 7 * 30);
        }
        return Image.of8Bit(side, side, Layout.BGR, samples, Attributes.NONE);
    }
}
