package hadamask.region;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/// The neighbours of regions: how many others they touch, and how far it is to the nearest other one.
public final class RegionNeighbours {
    private final int[] touching;
    private final double[] nearest;

    private RegionNeighbours(int count) {
        touching = new int[count + 1];
        nearest = new double[count + 1];
    }

    /// Looks for the neighbours. Memory: about 50 bytes per pair of regions that touch.
    ///
    /// @param shapes of the same regions
    public static RegionNeighbours of(RegionLabels labels, RegionShapes shapes) {
        RegionNeighbours neighbours = new RegionNeighbours(labels.count());
        neighbours.countTouching(labels);
        neighbours.findNearest(labels.count(), shapes);
        return neighbours;
    }

    private void countTouching(RegionLabels labels) {
        Set<Long> pairs = new HashSet<>();
        for (int y = 0; y < labels.height(); y++) {
            for (int x = 0; x < labels.width(); x++) {
                int label = labels.at(x, y);
                if (label > 0) {
                    pair(pairs, label, x > 0 ? labels.at(x - 1, y) : 0);
                    if (y > 0) {
                        pair(pairs, label, x > 0 ? labels.at(x - 1, y - 1) : 0);
                        pair(pairs, label, labels.at(x, y - 1));
                        pair(pairs, label, x + 1 < labels.width() ? labels.at(x + 1, y - 1) : 0);
                    }
                }
            }
        }
        for (long pair : pairs) {
            touching[(int) (pair >>> Integer.SIZE)]++;
            touching[(int) pair]++;
        }
    }

    private static void pair(Set<Long> pairs, int a, int b) {
        if (b > 0 && a != b) {
            pairs.add((long) Math.min(a, b) << Integer.SIZE | Math.max(a, b));
        }
    }

    /// Along the centroids from left to right, until the next one is too far to the side.
    private void findNearest(int count, RegionShapes shapes) {
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int i = 0; i < count; i++) {
            RegionShape shape = shapes.of(i + 1);
            xs[i] = shape.x();
            ys[i] = shape.y();
        }
        Integer[] order = IntStream.range(0, count).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> xs[i]));
        for (int i = 0; i < count; i++) {
            int a = order[i];
            double best = Double.POSITIVE_INFINITY;
            for (int j = i + 1; j < count && xs[order[j]] - xs[a] < best; j++) {
                best = Math.min(best, Math.hypot(xs[order[j]] - xs[a], ys[order[j]] - ys[a]));
            }
            for (int j = i - 1; j >= 0 && xs[a] - xs[order[j]] < best; j--) {
                best = Math.min(best, Math.hypot(xs[order[j]] - xs[a], ys[order[j]] - ys[a]));
            }
            nearest[a + 1] = count == 1 ? Double.NaN : best;
        }
    }

    /// The number of other regions that a region touches, at a side or a corner.
    public int touching(int label) {
        return touching[label];
    }

    /// The distance in pixels from the centroid of a region to the nearest centroid of another; NaN where there is no other.
    public double nearest(int label) {
        return nearest[label];
    }
}
