package hadamask.region;

import hadamask.image.Image;
import hadamask.segment.plane.GrayScale;
import java.util.Arrays;

/// How the greys of regions are spread, on the scale from 0 to 1: percentiles, their sum, and both less the ground.
///
/// The ground is the median of all pixels that are in no region. A percentile lies between two greys where its place, p (n - 1) of the sorted
/// greys counted from 0, is no whole number: `numpy.percentile` is the same.
///
/// Memory: 4 bytes per pixel.
public final class RegionGrays {
    private final int white;
    /// The greys of each region one after the other, sorted; the ground first.
    private final int[] sorted;
    private final int[] starts;
    private final long[] sums;

    private RegionGrays(int white, int pixels, long[] areas) {
        this.white = white;
        sorted = new int[pixels];
        starts = new int[areas.length + 1];
        sums = new long[areas.length];
    }

    /// Sorts the greys of every region.
    ///
    /// @param image the picture, of the size of the labels
    /// @throws IllegalArgumentException if the sizes differ
    public static RegionGrays of(RegionLabels labels, Image image, GrayScale scale) {
        if (labels.width() != image.width() || labels.height() != image.height()) {
            throw new IllegalArgumentException(labels + " of " + image);
        }
        long[] areas = labels.areas();
        int[] values = labels.values();
        areas[0] = values.length - Arrays.stream(areas).sum();
        RegionGrays grays = new RegionGrays(scale.maxLevel(image.maxSample()), values.length, areas);
        for (int label = 0; label < areas.length; label++) {
            grays.starts[label + 1] = grays.starts[label] + (int) areas[label];
        }
        int[] next = grays.starts.clone();
        int[] row = new int[image.width()];
        for (int y = 0, i = 0; y < image.height(); y++) {
            scale.levels(image, y, row);
            for (int x = 0; x < row.length; x++, i++) {
                int level = row[x];
                grays.sorted[next[values[i]]++] = level;
                grays.sums[values[i]] += level;
            }
        }
        for (int label = 0; label < areas.length; label++) {
            Arrays.sort(grays.sorted, grays.starts[label], grays.starts[label + 1]);
        }
        return grays;
    }

    /// A percentile of a region.
    ///
    /// @param label of a region; 0 for the ground
    /// @param percent from 0, the least, to 100, the largest
    /// @return NaN of a ground without pixels
    public double percentile(int label, double percent) {
        int n = starts[label + 1] - starts[label];
        if (n == 0) {
            return Double.NaN;
        }
        double place = percent / 100 * (n - 1);
        int below = (int) place;
        double low = sorted[starts[label] + below];
        double high = sorted[starts[label] + Math.min(n - 1, below + 1)];
        return (low + (high - low) * (place - below)) / white;
    }

    /// The sum of the greys of a region: n times their mean.
    public double sum(int label) {
        return sums[label] / (double) white;
    }

    /// The median of all pixels that are in no region; NaN where there are none.
    public double ground() {
        return percentile(0, 50);
    }

    /// The sum of the greys of a region, each less the ground; NaN where there is no ground.
    public double sumAboveGround(int label) {
        return sum(label) - (starts[label + 1] - starts[label]) * ground();
    }
}
