package hadamask.segment;

import java.util.List;

/// The grey levels of an image, cut into clusters from dark to bright: each is a run of levels.
///
/// @param all the clusters, dark to bright, at least two
/// @param maxLevel the level of white
/// @param wcss the within-cluster sum of squares, `sum (g - centroid)^2` over all pixels, g in [0, 1]
/// @param globalOptimum whether no other cut into as many clusters has a smaller sum
/// @param localWcss the sum that Smile's K-Means ended with before the optimum was sought, NaN when it did not run
public record Clusters(List<Cluster> all, int maxLevel, double wcss, boolean globalOptimum, double localWcss) {
    /// A run of grey levels.
    ///
    /// @param centroid mean grey of its pixels, in [0, 1]; NaN when it has none
    /// @param pixels how many pixels it has
    /// @param lastLevel its brightest level; the next cluster begins one level above
    public record Cluster(double centroid, long pixels, int lastLevel) {}

    public Clusters {
        all = List.copyOf(all);
        if (all.size() < 2) {
            throw new IllegalArgumentException("one cluster parts nothing");
        }
    }

    /// The clusters that result from cutting the levels behind each of the given ones.
    ///
    /// @param lastLevels the last level of each cluster but the brightest, ascending
    static Clusters cut(GrayHistogram histogram, int[] lastLevels, boolean globalOptimum, double localWcss) {
        LevelSums sums = LevelSums.of(histogram);
        Cluster[] clusters = new Cluster[lastLevels.length + 1];
        double wcss = 0;
        int from = 0;
        for (int c = 0; c < clusters.length; c++) {
            int last = c < lastLevels.length ? lastLevels[c] : histogram.maxLevel();
            int end = sums.indexAbove(last);
            clusters[c] = new Cluster(sums.mean(from, end) / histogram.maxLevel(), sums.pixels(from, end), last);
            wcss += sums.sumOfSquares(from, end);
            from = end;
        }
        double white = histogram.maxLevel();
        return new Clusters(List.of(clusters), histogram.maxLevel(), wcss / (white * white), globalOptimum, localWcss);
    }

    /// The number of clusters.
    public int size() {
        return all.size();
    }

    /// The cluster of a level: its place in [#all()].
    public int of(int level) {
        int c = 0;
        while (c < all.size() - 1 && level > all.get(c).lastLevel()) {
            c++;
        }
        return c;
    }

    /// The grey midway between the centroids of a cluster and the next: where a pixel changes sides.
    ///
    /// @param c place of the darker cluster, from 0 to `size() - 2`
    public double threshold(int c) {
        return (all.get(c).centroid() + all.get(c + 1).centroid()) / 2;
    }
}
