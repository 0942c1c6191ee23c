package hadamask.segment.cluster;

import java.util.Arrays;
import smile.clustering.CentroidClustering;
import smile.clustering.Clustering;
import smile.clustering.KMeans;
import smile.math.MathEx;

/// K-Means over the grey values: Smile fits a sample, Lloyd's iteration carries the result to the whole histogram.
///
/// The sample is stratified: the greys at equally spaced ranks, so that it has the histogram's shape whatever the size of
/// the picture. Smile runs with tolerance 0, as its default stops far too early for greys in [0, 1]. The result is a local
/// optimum, the usual one; [OptimalCut] then says what the global optimum is.
final class KMeansFit {
    /// The start for the whole histogram: more points take longer, and the iteration on the histogram moves them anyway.
    private static final int SAMPLE = 256;

    private KMeansFit() {
    }

    /// @param options whose number of clusters is at most the number of distinct levels
    /// @return the last level of each cluster but the brightest, ascending
    static int[] of(GrayHistogram histogram, Thresholding.KMeans options) {
        int k = options.k();
        MathEx.setSeed(options.seed());
        CentroidClustering<double[], double[]> model = KMeans.fit(sample(histogram, k),
                new Clustering.Options(k, options.iterations(), 0.0, null));
        double[] centroids = Arrays.stream(model.centers()).mapToDouble(center -> center[0]).sorted().toArray();
        return lloyd(histogram, centroids, options.iterations());
    }

    /// The greys at equally spaced ranks; where they hold fewer than k levels, equally spaced levels instead.
    private static double[][] sample(GrayHistogram histogram, int k) {
        long pixels = histogram.sum();
        int points = (int) Math.min(SAMPLE, pixels);
        double[][] sample = new double[points][1];
        int different = 0;
        int level = -1;
        long upTo = 0;
        for (int i = 0; i < points; i++) {
            long rank = (2L * i + 1) * pixels / (2L * points);
            int before = level;
            while (upTo <= rank) {
                upTo += histogram.counts()[++level];
            }
            different += level != before ? 1 : 0;
            sample[i][0] = histogram.gray(level);
        }
        return different >= k ? sample : spacedLevels(histogram);
    }

    private static double[][] spacedLevels(GrayHistogram histogram) {
        int[] levels = histogram.distinctLevels();
        int points = Math.min(SAMPLE, levels.length);
        double[][] sample = new double[points][1];
        for (int i = 0; i < points; i++) {
            sample[i][0] = histogram.gray(levels[(int) ((long) i * levels.length / points)]);
        }
        return sample;
    }

    /// Lloyd's iteration on the histogram, until no level changes its cluster.
    private static int[] lloyd(GrayHistogram histogram, double[] centroids, int iterations) {
        LevelSums sums = LevelSums.of(histogram);
        int[] lastLevels = lastLevels(histogram, centroids);
        for (int iteration = 0; iteration < iterations; iteration++) {
            int from = 0;
            for (int c = 0; c < centroids.length; c++) {
                int end = c < lastLevels.length ? sums.indexAbove(lastLevels[c]) : sums.size();
                if (end > from) { // an empty cluster keeps its centroid
                    centroids[c] = sums.mean(from, end) / histogram.maxLevel();
                }
                from = end;
            }
            int[] moved = lastLevels(histogram, centroids);
            if (Arrays.equals(moved, lastLevels)) {
                break;
            }
            lastLevels = moved;
        }
        return lastLevels;
    }

    private static int[] lastLevels(GrayHistogram histogram, double[] centroids) {
        int[] lastLevels = new int[centroids.length - 1];
        for (int c = 0; c < lastLevels.length; c++) {
            lastLevels[c] = (int) Math.floor((centroids[c] + centroids[c + 1]) / 2 * histogram.maxLevel());
        }
        return lastLevels;
    }
}
