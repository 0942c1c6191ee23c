package hadamask.segment.plane;

import hadamask.image.Image;

/// What of a pixel is looked at: one whole number, from 0 to a largest level that only the plane and the depth of the
/// image decide.
///
/// All that follows, from the histogram to the choice of the object, knows nothing else of a picture. Low levels are
/// called dark and high ones bright, whatever they stand for.
public sealed interface Plane permits GrayScale, ColorPlane, BorderPlane, FlattenedPlane {
    /// Bytes per pixel that the levels take while they are formed.
    int memory();

    /// The levels of an image.
    ///
    /// @param weights how much each of its pixels counts; what is transparent tells nothing about the others
    Levels of(Image image, PixelWeights weights);
}
