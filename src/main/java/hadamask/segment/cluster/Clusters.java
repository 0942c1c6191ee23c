package hadamask.segment.cluster;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The grey levels of an image, cut into clusters from dark to bright: each is a run of levels.
///
/// @param all the clusters, dark to bright, at least two
/// @param thresholds the grey at which a pixel changes from each cluster to the next, one less than there are clusters
/// @param maxLevel the level of white
/// @param wcss the within-cluster sum of squares, `sum (g - centroid)^2` over all pixels, g in [0, 1];
///        where alpha counts, each times its alpha in [0, 1]
/// @param certificate what the global optimum says of the clusters of K-Means; null where the thresholds were given
public record Clusters(List<Cluster> all, List<Double> thresholds, int maxLevel, double wcss,
        @Nullable Certificate certificate) {
    /// A run of grey levels.
    ///
    /// @param centroid mean grey of its pixels, in [0, 1]; NaN when it has none
    /// @param pixels how many pixels it has; where alpha counts, the sum of their alpha in [0, 1], rounded
    /// @param lastLevel its brightest level; the next cluster begins one level above
    public record Cluster(double centroid, long pixels, int lastLevel) {}

    public Clusters {
        all = List.copyOf(all);
        thresholds = List.copyOf(thresholds);
        if (all.size() < 2) {
            throw new IllegalArgumentException("one cluster parts nothing");
        }
    }

    /// The clusters that result from cutting the levels behind each of the given ones; the thresholds are midway between
    /// their centroids.
    ///
    /// @param lastLevels the last level of each cluster but the brightest, ascending
    static Clusters cut(GrayHistogram histogram, int[] lastLevels) {
        LevelSums sums = LevelSums.of(histogram);
        List<Cluster> clusters = new ArrayList<>();
        List<Double> thresholds = new ArrayList<>();
        double wcss = 0;
        int from = 0;
        for (int c = 0; c <= lastLevels.length; c++) {
            int last = c < lastLevels.length ? lastLevels[c] : histogram.maxLevel();
            int end = sums.indexAbove(last);
            clusters.add(
                    new Cluster(sums.mean(from, end) / histogram.maxLevel(), pixels(sums.pixels(from, end), histogram),
                            last));
            if (c > 0) {
                thresholds.add((clusters.get(c - 1).centroid() + clusters.get(c).centroid()) / 2);
            }
            wcss += sums.sumOfSquares(from, end);
            from = end;
        }
        double white = histogram.maxLevel();
        return new Clusters(clusters, thresholds, histogram.maxLevel(), wcss / (white * white) / histogram.unit(),
                null);
    }

    /// Whole pixels, rounded.
    private static long pixels(long parts, GrayHistogram histogram) {
        return (parts + histogram.unit() / 2) / histogram.unit();
    }

    /// The two clusters on both sides of a grey: darker or equal, and brighter.
    ///
    /// @param gray in [0, 1]
    public static Clusters cutAt(GrayHistogram histogram, double gray) {
        int last = 0;
        while (last < histogram.maxLevel() && histogram.gray(last + 1) <= gray) {
            last++;
        }
        Clusters cut = cut(histogram, new int[]{last});
        return new Clusters(cut.all, List.of(gray), cut.maxLevel, cut.wcss, null);
    }

    /// The same clusters with a certificate.
    Clusters with(Certificate other) {
        return new Clusters(all, thresholds, maxLevel, wcss, other);
    }

    /// Whether no other cut into as many clusters has a smaller sum of squares.
    public boolean globalOptimum() {
        return certificate != null;
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
}
