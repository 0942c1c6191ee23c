package hadamask.segment;

import hadamask.image.Mask;

/// What is done to a mask: holes are filled, it is closed, and small regions are dropped, in this order.
///
/// Regions are connected when they touch, be it at a corner.
///
/// @param holes which holes are filled
/// @param closing the closing
/// @param minArea smaller regions are dropped; in pixels, 0 or 1 drops none
/// @param onlyLargest whether all regions but the largest are dropped
public record Refinement(Holes holes, Closing closing, long minArea, boolean onlyLargest) {
    /// All holes, a closing by 5 x 5 that grows with the picture, every region.
    public static final Refinement DEFAULT = new Refinement(Holes.ALL, Closing.DEFAULT, 0, false);
    /// Nothing is done.
    public static final Refinement NONE = new Refinement(Holes.NONE, Closing.NONE, 0, false);

    /// Whether regions are looked for, which takes more memory than all else.
    public boolean dropsRegions() {
        return minArea > 1 || onlyLargest;
    }

    /// Bytes per pixel that this takes beside the image: the mask, its frame, its contours, and the labels of regions.
    public int memory() {
        return dropsRegions() || closing.element() == Closing.Element.DISC ? 8 : 4;
    }

    /// The mask without the regions that are to be dropped; the given one when none is.
    Mask selectRegions(Mask mask) {
        if (!dropsRegions()) {
            return mask;
        }
        Regions regions = Regions.of(mask, Connectivity.EIGHT);
        if (onlyLargest) {
            return regions.largestArea() >= minArea ? regions.largest() : regions.select(area -> false);
        }
        return regions.select(area -> area >= minArea);
    }

    /// The refined mask.
    public Mask refine(Mask mask) {
        return selectRegions(closing.close(holes.fill(mask)));
    }
}
