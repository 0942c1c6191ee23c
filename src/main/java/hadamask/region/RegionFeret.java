package hadamask.region;

/// The Feret diameters of regions: how far apart two parallel lines are that hold the region between them, at most and at
/// least.
///
/// Pixels are squares here, so that a row of n pixels is n long and 1 wide; the lines touch the convex hull of their corners. Rotating
/// calipers (M. Shamos, "Computational Geometry", 1978) go once around it. ImageJ's `Feret` and `MinFeret` are the same.
public final class RegionFeret {
    private final double[] largest;
    private final double[] smallest;

    private RegionFeret(int count) {
        largest = new double[count + 1];
        smallest = new double[count + 1];
    }

    /// Measures the regions. Memory: 8 bytes per row of each region.
    public static RegionFeret of(RegionLabels labels) {
        RegionFeret feret = new RegionFeret(labels.count());
        RowEnds ends = RowEnds.of(labels, RegionMoments.of(labels));
        Hull hull = new Hull(ends.tallest());
        for (int label = 1; label <= labels.count(); label++) {
            hull.set(ends, label);
            hull.measure();
            feret.largest[label] = hull.largest;
            feret.smallest[label] = hull.smallest;
        }
        return feret;
    }

    /// The largest diameter in pixels, at least the square root of 2.
    public double largest(int label) {
        return largest[label];
    }

    /// The smallest diameter in pixels, at least 1.
    public double smallest(int label) {
        return smallest[label];
    }

    /// A convex polygon of whole numbers, counter-clockwise as rows count downwards: down its left side, up its right one.
    private static final class Hull {
        private final long[] xs;
        private final long[] ys;
        private int size;
        private double largest;
        private double smallest;

        Hull(int rows) {
            xs = new long[4 * rows + 4];
            ys = new long[4 * rows + 4];
        }

        void set(RowEnds ends, int label) {
            size = 0;
            int rows = ends.rows(label);
            for (int row = 0; row < rows; row++) {
                if (!ends.isEmpty(label, row)) {
                    add(ends.left(label, row), row, 0);
                    add(ends.left(label, row), row + 1L, 0);
                }
            }
            int bottom = size - 1;
            for (int row = rows - 1; row >= 0; row--) {
                if (!ends.isEmpty(label, row)) {
                    add(ends.right(label, row) + 1L, row + 1L, bottom);
                    add(ends.right(label, row) + 1L, row, bottom);
                }
            }
        }

        /// Adds a corner, and takes back those that lie on the inner side of the line to it, but none up to a place.
        private void add(long x, long y, int kept) {
            while (size >= kept + 2 && cross(xs[size - 2], ys[size - 2], xs[size - 1], ys[size - 1], x, y) >= 0) {
                size--;
            }
            xs[size] = x;
            ys[size++] = y;
        }

        /// Twice the area of the triangle; above 0 where it turns clockwise as rows count downwards.
        private static long cross(long ax, long ay, long bx, long by, long cx, long cy) {
            return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
        }

        private long height(int edge, int corner) {
            int next = (edge + 1) % size;
            return Math.abs(cross(xs[edge], ys[edge], xs[next], ys[next], xs[corner], ys[corner]));
        }

        void measure() {
            largest = 0;
            smallest = Double.POSITIVE_INFINITY;
            int far = 1;
            for (int edge = 0; edge < size; edge++) {
                int next = (edge + 1) % size;
                while (height(edge, (far + 1) % size) > height(edge, far)) {
                    far = (far + 1) % size;
                }
                double length = distance(edge, next);
                smallest = Math.min(smallest, height(edge, far) / length);
                int beyond = (far + 1) % size; // as far where two edges are parallel
                largest = Math.max(largest, Math.max(Math.max(distance(edge, far), distance(next, far)),
                        Math.max(distance(edge, beyond), distance(next, beyond))));
            }
        }

        private double distance(int a, int b) {
            return Math.hypot((double) xs[a] - xs[b], (double) ys[a] - ys[b]);
        }
    }
}
