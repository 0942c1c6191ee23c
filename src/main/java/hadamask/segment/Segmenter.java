package hadamask.segment;

import hadamask.image.Image;
import hadamask.image.Mask;

/// Separates the object in an image from the rest: evidence, foreground, hole filling, closing.
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
    /// @throws hadamask.file.InputException if the image does not allow the method: too few grey levels for the clusters asked for, or no
    ///         pixel where one was pointed at
    public Segmentation segment(Image image) {
        Stopwatch watch = new Stopwatch();
        SegmentationMethod.Found found = options.method().find(image, watch);
        Mask filled = options.refinement().holes().fill(found.mask());
        watch.lap("holes");
        Mask closed = options.refinement().closing().close(filled);
        watch.lap("closing");
        Mask selected = options.refinement().selectRegions(closed);
        Mask mask = options.invert() ? selected.inverted() : selected;
        watch.lap("regions");
        return new Segmentation(image, found.evidence(), found.view(), found.mask(), filled, closed, mask,
                watch.seconds());
    }
}
