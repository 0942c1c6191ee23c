package hadamask.segment;

import hadamask.image.Rectangle;
import org.jspecify.annotations.Nullable;

/// What there is to know of a segmented image, without its pixels.
///
/// @param width columns
/// @param height rows
/// @param bitDepth of a sample of the image: 8 or 16
/// @param evidence what the mask rests on
/// @param foregroundPixels pixels of the mask
/// @param boundingBox of the mask; null when it is empty
/// @param regions of the mask; pixels that touch at a corner are connected
public record Statistics(int width, int height, int bitDepth, Evidence evidence, int foregroundPixels,
        @Nullable Rectangle boundingBox, int regions) {
    /// The statistics of a segmentation; its mask is looked at three times.
    public static Statistics of(Segmentation s) {
        return new Statistics(s.mask().width(), s.mask().height(), s.image().bitDepth(), s.evidence(),
                s.mask().count(), s.mask().boundingBox(), s.regions());
    }

    /// Pixels of the image.
    public long pixels() {
        return (long) width * height;
    }

    /// The part of the image that the mask covers, in [0, 1].
    public double foregroundFraction() {
        return foregroundPixels / (double) pixels();
    }
}
