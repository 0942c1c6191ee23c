package hadamask.cluster;

import java.util.Arrays;

/// The tree that merging clusters makes of n rows, in n - 1 steps: SciPy's linkage matrix.
///
/// Clusters 0 to n - 1 are the rows; step s makes cluster n + s of two clusters. Steps are in the order of their heights, but for linkages
/// that are not [reducible][Linkage#isReducible()], where they are in the order in which clusters were merged.
///
/// @param first of each step the cluster with the smaller number
/// @param second the other one
/// @param heights of each step the distance of the two clusters
/// @param sizes rows of the cluster that a step makes
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
public record MergeTree(int[] first, int[] second, double[] heights, int[] sizes) {
    /// Number of rows.
    public int leaves() {
        return heights.length + 1;
    }

    /// How high a cluster is: 0 for a row.
    ///
    /// @param cluster from 0
    public double height(int cluster) {
        return cluster < leaves() ? 0 : heights[cluster - leaves()];
    }

    /// Whether no cluster is lower than one that it is made of.
    public boolean isMonotone() {
        for (int step = 0; step < heights.length; step++) {
            if (heights[step] < Math.max(height(first[step]), height(second[step]))) {
                return false;
            }
        }
        return true;
    }

    /// The clusters that are left when the last k - 1 steps are not done.
    ///
    /// @param k from 1 to the number of rows
    /// @throws IllegalArgumentException if it is any other number
    public Partition cut(int k) {
        if (k < 1 || k > leaves()) {
            throw new IllegalArgumentException(k + " clusters of " + leaves() + " rows");
        }
        boolean[] done = new boolean[heights.length];
        Arrays.fill(done, 0, leaves() - k, true);
        return joined(done);
    }

    /// A height between those of the steps that [#cut(int)] does and does not do; NaN where all or none are, or heights are in no order.
    public double cutHeight(int k) {
        int done = leaves() - k;
        return k < 2 || done < 1 || !isMonotone() ? Double.NaN : (heights[done - 1] + heights[done]) / 2;
    }

    /// The largest clusters of which no step is higher than a bound.
    public Partition cutAt(double height) {
        boolean[] done = new boolean[heights.length];
        double[] highest = heights.clone();
        for (int step = 0; step < heights.length; step++) {
            for (int part : new int[]{first[step], second[step]}) {
                if (part >= leaves()) {
                    highest[step] = Math.max(highest[step], highest[part - leaves()]);
                }
            }
            done[step] = highest[step] <= height;
        }
        return joined(done);
    }

    /// A step is done only after those of which it joins the clusters.
    private Partition joined(boolean[] done) {
        int n = leaves();
        int[] root = new int[n + heights.length];
        for (int cluster = root.length - 1; cluster >= 0; cluster--) {
            if (root[cluster] == 0) {
                root[cluster] = cluster;
            }
            if (cluster >= n && done[cluster - n]) {
                root[first[cluster - n]] = root[cluster];
                root[second[cluster - n]] = root[cluster];
            }
        }
        return Partition.of(Arrays.copyOf(root, n));
    }

    /// The rows from left to right, so that each cluster stands together: of two the one with the smaller number first.
    public int[] order() {
        int n = leaves();
        int[] order = new int[n];
        int[] open = new int[n + 1];
        int count = 0;
        open[count++] = n + heights.length - 1;
        int placed = 0;
        while (count > 0) {
            int cluster = open[--count];
            if (cluster < n) {
                order[placed++] = cluster;
            } else {
                open[count++] = second[cluster - n];
                open[count++] = first[cluster - n];
            }
        }
        return order;
    }
}
