package hadamask.cli.image;

import hadamask.codec.ImageDecoder;
import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.parallel.Daemon;
import hadamask.segment.GraphCutting;
import hadamask.segment.Segmentation;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.Segmenter;
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

    private WarmUp() {
    }

    /// Starts the work and returns at once. Nobody waits for it, and its failure is nobody's failure.
    static void start(List<String> arguments) {
        boolean jpeg = false;
        boolean cut = false;
        for (String argument : arguments) {
            jpeg |= ImageFormat.ofName(argument) == ImageFormat.JPEG;
            cut |= argument.endsWith("graphcut") || argument.endsWith("photo") || argument.endsWith("portrait");
        }
        boolean first = jpeg;
        SegmentationOptions options = cut
                ? SegmentationOptions.DEFAULT.withMethod(GraphCutting.DEFAULT)
                : SegmentationOptions.DEFAULT;
        Daemon.start("warm-up", () -> run(first, options));
    }

    private static void run(boolean jpeg, SegmentationOptions options) {
        byte[] samples = new byte[3 * SIDE * SIDE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i % 7 * 30);
        }
        Image picture = Image.of8Bit(SIDE, SIDE, Layout.BGR, samples, Attributes.NONE);
        try {
            if (jpeg) {
                ImageDecoder.prepareJpeg();
            }
            Segmentation tiny = Segmenter.of(options).segment(picture);
            Image cutout = Product.inPlace(picture, tiny.mask(), Background.BLACK);
            ImageEncoder.encode(cutout, ImageFormat.PNG, Encoding.DEFAULT, OutputStream.nullOutputStream());
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // The real picture will meet the same failure, and report it.
        }
    }
}
