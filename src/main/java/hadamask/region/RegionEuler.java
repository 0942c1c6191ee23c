package hadamask.region;

import hadamask.segment.refine.Connectivity;

/// The Euler numbers of regions: their parts less their holes, 1 for a region without holes, 0 for a ring.
///
/// Counted in squares of two by two pixels (S. Gray, "Local properties of binary images in two dimensions", 1971): with Q1 squares of which
/// one pixel is in the region, Q3 of three, and QD of two on a diagonal, it is (Q1 - Q3 - 2 QD) / 4 where pixels touch at sides and
/// corners, and (Q1 - Q3 + 2 QD) / 4 where they touch at sides.
public final class RegionEuler {
    private final int[] sums;

    private RegionEuler(int count) {
        sums = new int[count + 1];
    }

    /// Counts the squares.
    public static RegionEuler of(RegionLabels labels, Connectivity connectivity) {
        RegionEuler euler = new RegionEuler(labels.count());
        int diagonal = connectivity == Connectivity.EIGHT ? -2 : 2;
        for (int y = 0; y <= labels.height(); y++) {
            for (int x = 0; x <= labels.width(); x++) {
                int a = at(labels, x - 1, y - 1);
                int b = at(labels, x, y - 1);
                int c = at(labels, x - 1, y);
                int d = at(labels, x, y);
                if (a == b && b == c && c == d) {
                    continue;
                }
                euler.add(a, a, b, c, d, diagonal);
                if (b != a) {
                    euler.add(b, a, b, c, d, diagonal);
                }
                if (c != a && c != b) {
                    euler.add(c, a, b, c, d, diagonal);
                }
                if (d != a && d != b && d != c) {
                    euler.add(d, a, b, c, d, diagonal);
                }
            }
        }
        return euler;
    }

    private static int at(RegionLabels labels, int x, int y) {
        return x < 0 || y < 0 || x >= labels.width() || y >= labels.height() ? 0 : labels.at(x, y);
    }

    private void add(int label, int a, int b, int c, int d, int diagonal) {
        int count = (a == label ? 1 : 0) + (b == label ? 1 : 0) + (c == label ? 1 : 0) + (d == label ? 1 : 0);
        boolean crossed = count == 2 && (a == label) == (d == label);
        sums[label] += count == 1 ? 1 : count == 3 ? -1 : crossed ? diagonal : 0;
    }

    /// The Euler number of a region.
    public int of(int label) {
        return sums[label] / 4;
    }
}
