package hadamask.segment;

import hadamask.segment.local.LocalThreshold;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.Plane;
import java.util.List;

/// The evidence of [LocalThresholding]: what lies on both sides of the threshold, and which side is the object.
///
/// @param plane what of a pixel was looked at
/// @param alpha what the alpha of a pixel means
/// @param threshold how the threshold followed from the pixels around
/// @param sides the dark one and the bright one
public record LocalLevels(Plane plane, AlphaUse alpha, LocalThreshold threshold, List<Side> sides) implements Evidence {
    /// One side of the threshold.
    ///
    /// @param mean of its levels, in [0, 1]; NaN when it has none
    /// @param pixels how many it has; where alpha counts, the sum of their alpha in [0, 1], rounded
    /// @param foreground whether it is the object
    public record Side(double mean, long pixels, boolean foreground) {}

    public LocalLevels {
        sides = List.copyOf(sides);
        if (sides.size() != 2) {
            throw new IllegalArgumentException(sides.size() + " sides");
        }
    }
}
