package hadamask.segment;

import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.segment.plane.Levels;
import org.jspecify.annotations.Nullable;

/// How the object is told from the ground: from an image come a mask, and the evidence that it rests on.
///
/// This is the door for other ways of segmenting: a method is a record of its options, and its evidence a case of
/// [Evidence], which all that shows or writes evidence switches on.
public sealed interface SegmentationMethod
        permits GrayClustering, HalfLevels, LocalThresholding, ColorClustering, GraphCutting, NetworkCutting {
    /// What a method found.
    ///
    /// @param mask 1 where the object is
    /// @param evidence why
    /// @param view what the method looked at, where that is no plane of the evidence; null otherwise
    record Found(Mask mask, Evidence evidence, @Nullable Levels view) {
        Found(Mask mask, Evidence evidence) {
            this(mask, evidence, null);
        }
    }

    /// Bytes per pixel that this takes beside the image, the mask that comes of it included.
    int memory();

    /// Looks for the object.
    ///
    /// @param watch is told of each stage that ends
    /// @throws hadamask.file.InputException if the image does not allow it
    Found find(Image image, Stopwatch watch);
}
