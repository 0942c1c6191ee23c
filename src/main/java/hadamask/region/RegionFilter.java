package hadamask.region;

/// Which regions of a picture are measured.
///
/// @param minArea smaller regions are left out; in pixels, 0 or 1 leaves none out
/// @param maxArea larger regions are left out; in pixels
/// @param clearBorder whether regions with a pixel on the border of the picture are left out: they may go on outside
public record RegionFilter(long minArea, long maxArea, boolean clearBorder) {
    /// All regions.
    public static final RegionFilter ALL = new RegionFilter(0, Long.MAX_VALUE, false);

    /// Only regions of at least that many pixels.
    public static RegionFilter from(long minArea) {
        return new RegionFilter(minArea, Long.MAX_VALUE, false);
    }

    boolean takesAll() {
        return minArea <= 1 && maxArea >= Integer.MAX_VALUE && !clearBorder;
    }

    boolean takes(long area) {
        return area >= minArea && area <= maxArea;
    }
}
