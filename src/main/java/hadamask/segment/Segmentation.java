package hadamask.segment;

import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.segment.plane.Levels;
import hadamask.segment.refine.Regions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All stages of a segmented image, in the order in which they were made.
///
/// Stages that change nothing share the mask of the stage before. Memory: the image and at most 4 bytes per pixel.
///
/// @param image the picture
/// @param evidence what the method saw in it
/// @param view what the method looked at, where that is no plane of the evidence; null otherwise
/// @param foreground the mask that follows from the evidence
/// @param filled with its holes filled
/// @param closed and closed
/// @param mask the result: without dropped regions, and inverted where asked for
/// @param seconds the time that each stage took
public record Segmentation(Image image, Evidence evidence, @Nullable Levels view, Mask foreground, Mask filled,
        Mask closed, Mask mask,
        Map<String, Double> seconds) {
    /// The number of regions of the mask; pixels that touch at a corner are connected.
    public int regions() {
        return Regions.count(mask);
    }
}
