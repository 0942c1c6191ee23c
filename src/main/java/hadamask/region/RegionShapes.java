package hadamask.region;

import java.util.Arrays;

/// The shapes of all regions of a labelled mask.
///
/// Memory: 8 bytes per row of each region, and about 100 bytes per region.
public final class RegionShapes {
    private final RegionMoments moments;
    private final RegionPerimeters perimeters;
    private final long[] convexAreas;

    private RegionShapes(RegionMoments moments, RegionPerimeters perimeters, long[] convexAreas) {
        this.moments = moments;
        this.perimeters = perimeters;
        this.convexAreas = convexAreas;
    }

    /// Measures the regions.
    public static RegionShapes of(RegionLabels labels) {
        RegionMoments moments = RegionMoments.of(labels);
        return new RegionShapes(moments, RegionPerimeters.of(labels), convexAreas(labels, moments));
    }

    /// The shape of a region.
    ///
    /// @param label from 1 to the number of regions
    public RegionShape of(int label) {
        return moments.shape(label, perimeters.of(label), convexAreas[label]);
    }

    private static long[] convexAreas(RegionLabels labels, RegionMoments moments) {
        // The rows of each region one after the other: the first of region n stands at starts[n].
        int[] starts = new int[labels.count() + 2];
        int tallest = 0;
        for (int label = 1; label <= labels.count(); label++) {
            starts[label + 1] = starts[label] + moments.height(label);
            tallest = Math.max(tallest, moments.height(label));
        }
        int[] lefts = new int[starts[labels.count() + 1]];
        int[] rights = new int[lefts.length];
        Arrays.fill(lefts, ConvexHull.EMPTY);
        labels.forEachRun((label, y, from, end) -> {
            int row = starts[label] + y - moments.top(label);
            lefts[row] = Math.min(lefts[row], from);
            rights[row] = end - 1;
        });
        long[] areas = new long[labels.count() + 1];
        ConvexHull hull = new ConvexHull(tallest);
        for (int label = 1; label <= labels.count(); label++) {
            areas[label] = hull.area(lefts, rights, starts[label], moments.height(label));
        }
        return areas;
    }
}
