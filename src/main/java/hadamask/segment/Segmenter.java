package hadamask.segment;

import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.image.Mask;
import java.util.ArrayList;
import java.util.List;

/// Separates the object in an image from the rest: grey, clusters, foreground, hole filling, closing.
///
///     Segmentation s = Segmenter.of(SegmentationOptions.DEFAULT).segment(image);
///     Image cutout = Product.of(s.image(), s.mask(), Background.BLACK);
///
/// A segmenter has no state: it may be used by several threads, and the same image gives the same result.
public final class Segmenter {
    private final SegmentationOptions options;

    private Segmenter(SegmentationOptions options) {
        this.options = options;
    }

    /// A segmenter with these options.
    public static Segmenter of(SegmentationOptions options) {
        return new Segmenter(options);
    }

    /// Runs the pipeline.
    ///
    /// @throws InputException if the image has too few grey levels for the clusters asked for, or no pixel where one was
    ///         pointed at
    public Segmentation segment(Image image) {
        Stopwatch watch = new Stopwatch();
        GrayScale gray = options.gray();
        GrayHistogram histogram = GrayHistogram.of(image, gray);
        watch.lap("gray");
        Clusters clusters = options.separation().separate(histogram);
        watch.lap("clusters");
        boolean[] foreground = options.foreground().choose(image, gray, clusters);
        Mask clustered = Foreground.mask(image, gray, clusters, foreground);
        watch.lap("foreground");
        Mask filled = options.refinement().holes().fill(clustered);
        watch.lap("holes");
        Mask closed = options.refinement().closing().close(filled);
        watch.lap("closing");
        Mask selected = options.refinement().selectRegions(closed);
        Mask mask = options.invert() ? selected.inverted() : selected;
        watch.lap("regions");
        return new Segmentation(image, histogram, clusters, listOf(foreground), clustered, filled, closed, mask,
                watch.seconds());
    }

    private static List<Boolean> listOf(boolean[] values) {
        List<Boolean> list = new ArrayList<>();
        for (boolean value : values) {
            list.add(value);
        }
        return list;
    }
}
