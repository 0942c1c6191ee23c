package hadamask.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Hierarchical clustering: each row is a cluster, and the nearest two clusters become one until one is left.
///
/// Time n^2, memory that of the distances, which are overwritten. Three ways, chosen by the linkage, as D. Müllner has them ("Modern
/// hierarchical, agglomerative clustering algorithms", arXiv:1109.2378, 2011), and SciPy:
///
/// - single: the minimum spanning tree, from the first row on (Prim);
/// - complete, average, weighted, ward: chains of nearest neighbours (Benzécri 1982, Murtagh 1983);
/// - centroid, median: the nearest neighbour of each cluster behind it, looked for again when it may have changed.
///
/// Of equally near clusters a chain goes back to the one it came from, otherwise to the first; equally high steps stay in the order in which they were
/// found. Then several trees are right, and this is one of them.
public final class Agglomeration {
    /// With fewer places nothing is gained by closing ranks.
    private static final int FEW = 256;
    private static final int[] STAYED = {};

    private final DistanceTriangle distances;
    private final Linkage linkage;
    private final int n;
    /// Places of clusters that are left, ascending. A cluster of two has the later of their places.
    private final int[] active;
    private int count;
    /// The first place that no cluster has.
    private int end;
    /// The last row of the cluster at each place.
    private final int[] lastRows;
    private final int[] sizes;
    private final int[] first;
    private final int[] second;
    private final double[] heights;
    private int steps;
    private final double[] toFirst;
    private final double[] toSecond;
    private final int[] sizesOfActive;

    private Agglomeration(DistanceTriangle distances, Linkage linkage) {
        this.distances = distances;
        this.linkage = linkage;
        n = distances.size();
        active = IntStream.range(0, n).toArray();
        count = n;
        end = n;
        lastRows = active.clone();
        sizes = new int[n];
        Arrays.fill(sizes, 1);
        first = new int[Math.max(0, n - 1)];
        second = first.clone();
        heights = new double[first.length];
        toFirst = new double[n];
        toSecond = new double[n];
        sizesOfActive = new int[n];
    }

    /// The bytes that merging so many rows takes besides their distances.
    public static long bytes(int rows) {
        return 80L * rows;
    }

    /// Merges rows until all are in one cluster.
    ///
    /// @param distances at least one row, no negative distance; overwritten
    public static MergeTree of(DistanceTriangle distances, Linkage linkage) {
        Agglomeration work = new Agglomeration(distances, linkage);
        // Powers of two, so that no digit is lost and no square is too large or too small.
        double unit = linkage.needsEuclidean() ? Math.scalb(1.0, Math.getExponent(distances.largest())) : 1;
        if (unit == 0 || unit < Double.MIN_NORMAL) {
            unit = Double.MIN_NORMAL;
        }
        if (linkage.needsEuclidean()) {
            distances.square(unit);
        }
        if (linkage == Linkage.SINGLE) {
            work.spanningTree();
        } else if (linkage.isReducible()) {
            work.chains();
        } else {
            work.nearestPairs();
        }
        if (linkage.needsEuclidean()) {
            for (int step = 0; step < work.heights.length; step++) {
                work.heights[step] = Math.sqrt(work.heights[step]) * unit;
            }
        }
        return work.tree();
    }

    private void spanningTree() {
        double[] nearest = new double[n];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int last = 0;
        leave(0);
        while (count > 0) {
            distances.gather(last, active, count, toFirst);
            double least = Double.POSITIVE_INFINITY;
            int next = 0;
            for (int k = 0; k < count; k++) {
                int i = active[k];
                nearest[i] = Math.min(nearest[i], toFirst[k]);
                if (nearest[i] < least) {
                    least = nearest[i];
                    next = i;
                }
            }
            step(last, next, least);
            leave(next);
            last = next;
        }
    }

    /// Gives the clusters that are left the first places, once half of the places are empty.
    ///
    /// @return the new place of each old one, -1 of those without a cluster; empty where nothing moved
    private int[] closeRanks() {
        if (count > end / 2 || end < FEW) {
            return STAYED;
        }
        int[] moved = new int[end];
        Arrays.fill(moved, -1);
        distances.keep(active, count);
        for (int k = 0; k < count; k++) {
            moved[active[k]] = k;
            sizes[k] = sizes[active[k]];
            lastRows[k] = lastRows[active[k]];
            active[k] = k;
        }
        end = count;
        return moved;
    }

    private void chains() {
        int[] chain = new int[n];
        int length = 0;
        while (count > 1) {
            if (length == 0) {
                chain[length++] = active[0];
            }
            int x = chain[length - 1];
            distances.gather(x, active, count, toFirst);
            int nearest = length > 1 ? chain[length - 2] : -1;
            double least = length > 1 ? distances.get(x, nearest) : Double.POSITIVE_INFINITY;
            for (int k = 0; k < count; k++) {
                if (toFirst[k] < least) {
                    least = toFirst[k];
                    nearest = active[k];
                }
            }
            if (length > 1 && nearest == chain[length - 2]) {
                length -= 2;
                merge(Math.min(x, nearest), Math.max(x, nearest), least, x);
                int[] moved = closeRanks();
                for (int k = 0; k < length && moved.length > 0; k++) {
                    chain[k] = moved[chain[k]];
                }
            } else {
                chain[length++] = nearest;
            }
        }
    }

    private void nearestPairs() {
        int[] nearest = new int[n];
        double[] least = new double[n];
        for (int k = 0; k < n; k++) {
            findBehind(k, nearest, least);
        }
        while (count > 1) {
            int x = closest(nearest, least);
            int y = nearest[x];
            distances.gather(x, active, count, toFirst);
            merge(x, y, least[x], x);
            // toFirst has the distances of the new cluster, at y, to all active ones
            for (int k = 0; k < count && active[k] < y; k++) {
                int i = active[k];
                if (nearest[i] == x) {
                    nearest[i] = y;
                }
                if (toFirst[k] < least[i]) {
                    least[i] = toFirst[k];
                    nearest[i] = y;
                }
            }
            findBehind(Arrays.binarySearch(active, 0, count, y), nearest, least);
            int[] moved = closeRanks();
            for (int old = 0; old < moved.length; old++) {
                if (moved[old] >= 0) {
                    least[moved[old]] = least[old];
                    nearest[moved[old]] = moved[nearest[old]];
                }
            }
        }
    }

    /// The cluster that is nearest to one behind it, of equals the first. What is known is no larger than what is so.
    private int closest(int[] nearest, double[] least) {
        while (true) {
            int best = 0;
            for (int k = 1; k < count - 1; k++) {
                if (least[active[k]] < least[active[best]]) {
                    best = k;
                }
            }
            int x = active[best];
            if (distances.get(x, nearest[x]) == least[x]) {
                return x;
            }
            findBehind(best, nearest, least);
        }
    }

    private void findBehind(int k, int[] nearest, double[] least) {
        int i = active[k];
        least[i] = Double.POSITIVE_INFINITY;
        nearest[i] = i;
        for (int other = k + 1; other < count; other++) {
            double distance = distances.get(active[other], i);
            if (distance < least[i]) {
                least[i] = distance;
                nearest[i] = active[other];
            }
        }
    }

    /// Two clusters become one in the place of the second.
    ///
    /// @param known the one of them whose distances stand in `toFirst`, where those of the new cluster will stand
    private void merge(int x, int y, double height, int known) {
        int other = known == x ? y : x;
        step(x, y, height);
        distances.gather(other, active, count, toSecond);
        for (int k = 0; k < count; k++) {
            sizesOfActive[k] = sizes[active[k]];
        }
        linkage.merge(toFirst, toSecond, sizesOfActive, count, new Linkage.Sizes(sizes[known], sizes[other]), height);
        distances.scatter(y, active, count, toFirst);
        sizes[y] += sizes[x];
        int at = leave(x);
        System.arraycopy(toFirst, at + 1, toFirst, at, count - at);
    }

    /// @return where it stood among the active ones
    private int leave(int place) {
        int at = Arrays.binarySearch(active, 0, count, place);
        System.arraycopy(active, at + 1, active, at, count - at - 1);
        count--;
        return at;
    }

    private void step(int x, int y, double height) {
        first[steps] = lastRows[x];
        second[steps] = lastRows[y];
        heights[steps++] = height;
    }

    /// The steps in the order of their heights, and clusters by their numbers.
    private MergeTree tree() {
        int[] order = IntStream.range(0, steps).toArray();
        if (linkage.isReducible()) {
            order = IntStream.of(order).boxed().sorted(Comparator.comparingDouble(step -> heights[step]))
                    .mapToInt(step -> step).toArray();
        }
        int[] parent = IntStream.range(0, 2 * n - 1).toArray();
        int[] left = new int[steps];
        int[] right = new int[steps];
        double[] sorted = new double[steps];
        int[] rows = new int[steps];
        for (int step = 0; step < steps; step++) {
            int a = root(parent, first[order[step]]);
            int b = root(parent, second[order[step]]);
            left[step] = Math.min(a, b);
            right[step] = Math.max(a, b);
            sorted[step] = heights[order[step]];
            rows[step] = (a < n ? 1 : rows[a - n]) + (b < n ? 1 : rows[b - n]);
            parent[a] = n + step;
            parent[b] = n + step;
        }
        return new MergeTree(left, right, sorted, rows);
    }

    private static int root(int[] parent, int cluster) {
        int root = cluster;
        while (parent[root] != root) {
            root = parent[root];
        }
        for (int at = cluster; parent[at] != root && at != root;) {
            int next = parent[at];
            parent[at] = root;
            at = next;
        }
        return root;
    }
}
