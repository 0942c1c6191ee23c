package hadamask.segment.refine;

import hadamask.image.Mask;
import hadamask.segment.split.Split;

/// What is done to a mask: holes are filled, it is closed, what touches is parted, and small regions are dropped, in this order.
///
/// Regions are connected when they touch, be it at a corner.
///
/// @param holes which holes are filled
/// @param closing the closing
/// @param split how objects that touch are told apart: by lines of background
/// @param minArea smaller regions are dropped; in pixels, 0 or 1 drops none
/// @param onlyLargest whether all regions but the largest are dropped
public record Refinement(Holes holes, Closing closing, Split split, long minArea, boolean onlyLargest) {
    /// All holes, a closing by 5 x 5 that grows with the picture, every region.
    public static final Refinement DEFAULT = new Refinement(Holes.ALL, Closing.DEFAULT, 0, false);
    /// Nothing is done.
    public static final Refinement NONE = new Refinement(Holes.NONE, Closing.NONE, 0, false);

    /// Without a split.
    public Refinement(Holes holes, Closing closing, long minArea, boolean onlyLargest) {
        this(holes, closing, Split.NONE, minArea, onlyLargest);
    }

    /// The same with another split.
    public Refinement withSplit(Split other) {
        return new Refinement(holes, closing, other, minArea, onlyLargest);
    }

    /// Whether regions are looked for, which takes more memory than all else.
    public boolean dropsRegions() {
        return minArea > 1 || onlyLargest;
    }

    /// Bytes per pixel that this takes beside the image: the mask, its frame, its contours, and the labels of regions.
    public int memory() {
        return split.splits()
                ? 2 + Split.MEMORY
                : dropsRegions() || closing.element() == Closing.Element.DISC ? 8 : 4;
    }

    /// The mask split, and without the regions that are to be dropped; the given one when there is nothing to do.
    public Mask selectRegions(Mask closed) {
        Mask mask = split.apply(closed);
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
