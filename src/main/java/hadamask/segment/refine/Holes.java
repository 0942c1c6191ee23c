package hadamask.segment.refine;

import hadamask.image.Mask;

/// Which holes of a mask are filled.
///
/// A hole is a background region that cannot reach the edge of the image over 4-connected background pixels:
///
///     0 0 0 0 0        0 0 0 0 0
///     0 1 1 1 0        0 1 1 1 0
///     0 1 0 1 0   ->   0 1 1 1 0
///     0 1 1 1 0        0 1 1 1 0
///     0 0 0 0 0        0 0 0 0 0
///
/// @param largest area in pixels up to which a hole is filled; 0 leaves all
public record Holes(int largest) {
    /// Every hole is filled.
    public static final Holes ALL = new Holes(Integer.MAX_VALUE);
    /// No hole is filled.
    public static final Holes NONE = new Holes(0);

    public Holes {
        if (largest < 0) {
            throw new IllegalArgumentException("an area of " + largest + " pixels");
        }
    }

    /// The area, written out: what a record makes of itself is linked when it first runs, and options are told in each run.
    @Override
    public String toString() {
        return "up to " + largest;
    }

    /// The mask with its holes filled; the given one when there is nothing to fill.
    public Mask fill(Mask mask) {
        if (largest == 0) {
            return mask;
        }
        Mask filled = fillAll(mask);
        return largest == Integer.MAX_VALUE ? filled : withoutLargeHoles(mask, filled);
    }

    private static Mask fillAll(Mask mask) {
        Outside outside = Outside.of(mask);
        if (outside.isAll()) {
            return mask;
        }
        byte[] filled = mask.values().clone();
        outside.fillInside(filled);
        return new Mask(mask.width(), mask.height(), filled);
    }

    private Mask withoutLargeHoles(Mask mask, Mask filled) {
        byte[] before = mask.values();
        byte[] holes = filled.values().clone();
        for (int i = 0; i < holes.length; i++) {
            holes[i] ^= before[i];
        }
        Mask small = Regions.of(new Mask(mask.width(), mask.height(), holes), Connectivity.FOUR)
                .select(area -> area <= largest);
        byte[] result = small.values();
        for (int i = 0; i < result.length; i++) {
            result[i] |= before[i];
        }
        return small;
    }
}
