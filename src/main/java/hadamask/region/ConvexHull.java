package hadamask.region;

/// The number of pixels in the convex hull of a region.
///
/// A pixel is drawn as the diamond between the middles of its sides, `(x +- 1/2, y)` and `(x, y +- 1/2)`; the hull is that
/// of all diamonds, and it counts the pixels whose centres lie in it or on its edge. This is the definition of
/// scikit-image's `convex_hull_image`. Coordinates are doubled, so that all are whole numbers, and nothing is rounded.
final class ConvexHull {
    /// Places of the left side of the hull, doubled, from the top down.
    private final long[] xs;
    private final long[] ys;
    private int size;

    /// For regions of at most that many rows.
    ConvexHull(int rows) {
        xs = new long[2 * rows + 1];
        ys = new long[2 * rows + 1];
    }

    /// The pixels of the hull of a region.
    ///
    /// @param lefts the first column of the region in each row; [RowEnds#EMPTY] in a row without pixels, which the first and the last
    ///        are not
    /// @param rights the last column
    /// @param from place of the first row in both
    /// @param rows number of rows, at least 1
    long area(int[] lefts, int[] rights, int from, int rows) {
        // The columns up to the right side, less those before the left side; the right side is a left side, mirrored.
        return -sumOfFirstColumns(rights, lefts, from, rows, -1) - sumOfFirstColumns(lefts, lefts, from, rows, 1)
                + rows;
    }

    /// Adds up the first column, as `sign * column`, that lies in the hull in each row.
    private long sumOfFirstColumns(int[] ends, int[] lefts, int from, int rows, int sign) {
        size = 0;
        for (int half = -1; half <= 2 * rows - 1; half++) {
            // Between two rows there are the lower corner of one diamond and the upper one of the next.
            boolean onRow = (half & 1) == 0;
            int above = from + Math.max(0, half >> 1);
            int below = from + Math.min(rows - 1, (half + 1) >> 1);
            long upper = lefts[above] == RowEnds.EMPTY ? Long.MAX_VALUE : 2L * sign * ends[above];
            long lower = lefts[below] == RowEnds.EMPTY ? Long.MAX_VALUE : 2L * sign * ends[below];
            long x = Math.min(upper, lower);
            if (x != Long.MAX_VALUE) {
                add(onRow ? x - 1 : x, half);
            }
        }
        long sum = 0;
        int edge = 0;
        for (int row = 0; row < rows; row++) {
            long y = 2L * row;
            while (ys[edge + 1] < y) {
                edge++;
            }
            long height = ys[edge + 1] - ys[edge];
            long x = xs[edge] * height + (xs[edge + 1] - xs[edge]) * (y - ys[edge]);
            sum += Math.ceilDiv(x, 2 * height);
        }
        return sum;
    }

    /// Adds the next place, and takes back those that lie on the right of the line to it: Andrew's monotone chain.
    private void add(long x, long y) {
        while (size >= 2 && (xs[size - 1] - xs[size - 2]) * (y - ys[size - 2]) >= (x - xs[size - 2])
                * (ys[size - 1] - ys[size - 2])) {
            size--;
        }
        xs[size] = x;
        ys[size++] = y;
    }
}
