package hadamask.segment;

import hadamask.segment.refine.Refinement;

/// Everything that decides what [Segmenter] makes of an image.
///
/// @param method how the object is told from the ground
/// @param refinement what is done to the mask
/// @param invert whether the rest is kept instead of the object
public record SegmentationOptions(SegmentationMethod method, Refinement refinement, boolean invert) {
    /// Mean grey, 2-means, automatic foreground, all holes filled, closed by 5 x 5 up to ten times.
    public static final SegmentationOptions DEFAULT = new SegmentationOptions(GrayClustering.DEFAULT,
            Refinement.DEFAULT, false);

    /// The same options with another method.
    public SegmentationOptions withMethod(SegmentationMethod other) {
        return new SegmentationOptions(other, refinement, invert);
    }

    /// The same options with another refinement of the mask.
    public SegmentationOptions withRefinement(Refinement other) {
        return new SegmentationOptions(method, other, invert);
    }

    /// The same options, keeping the rest instead of the object, or the object.
    public SegmentationOptions withInvert(boolean rest) {
        return new SegmentationOptions(method, refinement, rest);
    }
}
