package hadamask.region;

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
        RowEnds ends = RowEnds.of(labels, moments);
        long[] areas = new long[labels.count() + 1];
        ConvexHull hull = new ConvexHull(ends.tallest());
        for (int label = 1; label <= labels.count(); label++) {
            areas[label] = ends.convexArea(label, hull);
        }
        return areas;
    }
}
