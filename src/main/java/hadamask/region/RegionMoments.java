package hadamask.region;

import hadamask.image.Rectangle;

/// Areas, bounding boxes, centroids and second moments of regions.
///
/// Second moments are summed about the whole pixel nearest to the centroid: the sums are whole numbers, exact up to 2^53,
/// and little is subtracted from them in the end.
final class RegionMoments {
    private final long[] areas;
    private final long[] sumsX;
    private final long[] sumsY;
    private final int[] lefts;
    private final int[] rights;
    private final int[] tops;
    private final int[] bottoms;
    private final double[] squaresX;
    private final double[] squaresY;
    private final double[] products;

    private RegionMoments(int count) {
        areas = new long[count + 1];
        sumsX = new long[count + 1];
        sumsY = new long[count + 1];
        lefts = new int[count + 1];
        rights = new int[count + 1];
        tops = new int[count + 1];
        bottoms = new int[count + 1];
        squaresX = new double[count + 1];
        squaresY = new double[count + 1];
        products = new double[count + 1];
    }

    static RegionMoments of(RegionLabels labels) {
        RegionMoments moments = new RegionMoments(labels.count());
        labels.forEachRun(moments::addFirst);
        labels.forEachRun(moments::addSecond);
        return moments;
    }

    private void addFirst(int label, int y, int from, int end) {
        long length = (long) end - from;
        if (areas[label] == 0) {
            lefts[label] = from;
            tops[label] = y;
        }
        lefts[label] = Math.min(lefts[label], from);
        rights[label] = Math.max(rights[label], end - 1);
        bottoms[label] = y;
        areas[label] += length;
        sumsX[label] += length * (from + end - 1L) / 2; // the product is even: one of the two is
        sumsY[label] += length * y;
    }

    /// Of n columns with the middle m, the squares add up to `n m^2 + n (n^2 - 1) / 12`.
    private void addSecond(int label, int y, int from, int end) {
        double length = (double) end - from;
        double middle = (from + (end - 1.0)) / 2 - originX(label);
        double row = (double) y - originY(label);
        squaresX[label] += length * middle * middle + length * (length * length - 1) / 12;
        squaresY[label] += length * row * row;
        products[label] += length * middle * row;
    }

    private long originX(int label) {
        return Math.floorDiv(2 * sumsX[label] + areas[label], 2 * areas[label]);
    }

    private long originY(int label) {
        return Math.floorDiv(2 * sumsY[label] + areas[label], 2 * areas[label]);
    }

    Rectangle box(int label) {
        return new Rectangle(lefts[label], tops[label], rights[label] - lefts[label] + 1, height(label));
    }

    /// The first row of a region.
    int top(int label) {
        return tops[label];
    }

    /// The number of rows of a region.
    int height(int label) {
        return bottoms[label] - tops[label] + 1;
    }

    /// All that is known of a region.
    ///
    /// @param perimeter its perimeter
    /// @param convexArea the pixels of its convex hull
    RegionShape shape(int label, double perimeter, long convexArea) {
        double n = areas[label];
        double offX = (sumsX[label] - areas[label] * originX(label)) / n;
        double offY = (sumsY[label] - areas[label] * originY(label)) / n;
        return new RegionShape(areas[label], perimeter, box(label), sumsX[label] / n, sumsY[label] / n,
                squaresX[label] / n - offX * offX, squaresY[label] / n - offY * offY,
                products[label] / n - offX * offY, convexArea);
    }
}
