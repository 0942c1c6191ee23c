package hadamask.region;

import hadamask.image.Rectangle;

/// Where the number of a region can be written: the pixel of the region that is farthest from all that does not belong to it, of
/// several the one nearest to the mean of its pixels.
///
///     1 1 1 1 1        . . . . .
///     1 1 1 1 1 2      . . o . . o
///     1 1 1 1 1 2      . . . . . .
///
/// Distances are those of G. Borgefors, "Distance transformations in digital images" (1986), 3 to a side and 4 to a corner: at most
/// 8 % off. What is outside of the picture belongs to no region. Memory while they are found: 2 bytes per pixel.
public final class RegionPlaces {
    private static final int SIDE = 3;
    private static final int CORNER = 4;

    private final RegionLabels labels;
    private final int[] pixels;
    private final short[] depths;
    private final int[] left;
    private final int[] top;
    private final int[] right;
    private final int[] bottom;

    private RegionPlaces(RegionLabels labels) {
        this.labels = labels;
        int size = labels.count() + 1;
        pixels = new int[size];
        depths = new short[size];
        left = new int[size];
        top = new int[size];
        right = new int[size];
        bottom = new int[size];
    }

    /// Finds the places of all regions.
    public static RegionPlaces of(RegionLabels labels) {
        RegionPlaces places = new RegionPlaces(labels);
        places.find(depths(labels));
        return places;
    }

    /// The column of the place of a region.
    public int x(int label) {
        return pixels[label] % labels.width();
    }

    /// The row of the place of a region.
    public int y(int label) {
        return pixels[label] / labels.width();
    }

    /// How far its place is from the nearest pixel outside of a region, at least 1.
    public double depth(int label) {
        return depths[label] / (double) SIDE;
    }

    /// The smallest rectangle that holds a region.
    public Rectangle box(int label) {
        return new Rectangle(left[label], top[label], right[label] - left[label], bottom[label] - top[label]);
    }

    /// The distance of each pixel of a region to the nearest that is in none or in another, times three.
    private static short[] depths(RegionLabels labels) {
        int width = labels.width();
        int[] values = labels.values();
        short[] depths = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                int x = i % width;
                int nearest = near(values, depths, i, x > 0, i - 1, SIDE, Short.MAX_VALUE);
                nearest = near(values, depths, i, i >= width, i - width, SIDE, nearest);
                nearest = near(values, depths, i, i >= width && x > 0, i - width - 1, CORNER, nearest);
                depths[i] = (short) near(values, depths, i, i >= width && x < width - 1, i - width + 1, CORNER,
                        nearest);
            }
        }
        for (int i = values.length - 1; i >= 0; i--) {
            if (values[i] != 0) {
                int x = i % width;
                boolean below = i + width < values.length;
                int nearest = near(values, depths, i, x < width - 1, i + 1, SIDE, depths[i]);
                nearest = near(values, depths, i, below, i + width, SIDE, nearest);
                nearest = near(values, depths, i, below && x < width - 1, i + width + 1, CORNER, nearest);
                depths[i] = (short) near(values, depths, i, below && x > 0, i + width - 1, CORNER, nearest);
            }
        }
        return depths;
    }

    private static int near(int[] values, short[] depths, int pixel, boolean inside, int other, int step, int nearest) {
        int there = inside && values[other] == values[pixel] ? depths[other] : 0;
        return Math.min(nearest, there + step);
    }

    private void find(short[] depth) {
        long[] areas = new long[pixels.length];
        long[] sumX = new long[pixels.length];
        long[] sumY = new long[pixels.length];
        labels.forEachRun((label, y, from, end) -> {
            boolean first = areas[label] == 0;
            left[label] = first ? from : Math.min(left[label], from);
            right[label] = first ? end : Math.max(right[label], end);
            top[label] = first ? y : top[label];
            bottom[label] = y + 1;
            areas[label] += end - from;
            sumX[label] += (long) (end - from) * (from + end - 1) / 2;
            sumY[label] += (long) (end - from) * y;
        });
        double[] off = new double[pixels.length];
        labels.forEachRun((label, y, from, end) -> {
            double meanX = sumX[label] / (double) areas[label];
            double meanY = sumY[label] / (double) areas[label];
            for (int x = from; x < end; x++) {
                int pixel = y * labels.width() + x;
                double distance = (x - meanX) * (x - meanX) + (y - meanY) * (y - meanY);
                if (depth[pixel] > depths[label] || (depth[pixel] == depths[label] && distance < off[label])) {
                    depths[label] = depth[pixel];
                    pixels[label] = pixel;
                    off[label] = distance;
                }
            }
        });
    }
}
