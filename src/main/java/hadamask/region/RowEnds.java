package hadamask.region;

import java.util.Arrays;

/// The first and the last column of each region in each of its rows.
///
/// Memory: 8 bytes per row of each region.
final class RowEnds {
    /// The first column of a row without pixels, which a region in parts may have.
    static final int EMPTY = Integer.MAX_VALUE;

    /// The rows of each region one after the other: the first of region n stands at `starts[n]`.
    private final int[] starts;
    private final int[] lefts;
    private final int[] rights;
    private int tallest;

    private RowEnds(int[] starts) {
        this.starts = starts;
        lefts = new int[starts[starts.length - 1]];
        rights = new int[lefts.length];
        Arrays.fill(lefts, EMPTY);
    }

    static RowEnds of(RegionLabels labels, RegionMoments moments) {
        int[] starts = new int[labels.count() + 2];
        int tallest = 0;
        for (int label = 1; label <= labels.count(); label++) {
            starts[label + 1] = starts[label] + moments.height(label);
            tallest = Math.max(tallest, moments.height(label));
        }
        RowEnds ends = new RowEnds(starts);
        ends.tallest = tallest;
        labels.forEachRun((label, y, from, end) -> {
            int row = starts[label] + y - moments.top(label);
            ends.lefts[row] = Math.min(ends.lefts[row], from);
            ends.rights[row] = end - 1;
        });
        return ends;
    }

    /// The most rows of a region.
    int tallest() {
        return tallest;
    }

    /// The rows of a region, with those without pixels.
    int rows(int label) {
        return starts[label + 1] - starts[label];
    }

    boolean isEmpty(int label, int row) {
        return lefts[starts[label] + row] == EMPTY;
    }

    int left(int label, int row) {
        return lefts[starts[label] + row];
    }

    int right(int label, int row) {
        return rights[starts[label] + row];
    }

    /// The pixels of the convex hull of a region.
    long convexArea(int label, ConvexHull hull) {
        return hull.area(lefts, rights, starts[label], rows(label));
    }
}
