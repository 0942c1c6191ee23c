package hadamask.segment.cluster;

/// The cut of the grey levels into k runs with the least within-cluster sum of squares: K-Means solved to the global
/// optimum.
///
/// In one dimension the best clusters are runs of neighbouring levels. For k = 2 every cut is tried. For more clusters
/// dynamic programming finds the best cut of the first i levels into c runs from the best cuts into c - 1 runs; as the best
/// place of the last cut never moves left when i grows, divide and conquer needs `O(k m log m)` steps for m distinct
/// levels (Wu, "Optimal quantization by matrix searching", Journal of Algorithms 12, 1991). Among equally good cuts the
/// darkest is taken: sums too close for rounded numbers are compared exactly. Memory: 4 k m bytes.
final class OptimalCut {
    /// Sums of squares that differ by less, relatively, are compared exactly: each is rounded a few times per run.
    private static final double ROUNDING = 1e-13;

    private final LevelSums sums;
    private double[] previous;
    private double[] current;
    private final int[][] starts;
    private int layer;

    private OptimalCut(LevelSums sums, int k) {
        this.sums = sums;
        previous = new double[sums.size() + 1];
        current = new double[sums.size() + 1];
        starts = new int[k][];
    }

    /// @param k number of runs, from 2 to the number of distinct levels
    /// @return the last level of each run but the brightest, ascending: k - 1 levels
    static int[] of(GrayHistogram histogram, int k) {
        LevelSums sums = LevelSums.of(histogram);
        int[] ends = k == 2 ? new int[]{bestOfAll(sums)} : new OptimalCut(sums, k).ends();
        int[] lastLevels = new int[k - 1];
        for (int c = 0; c < lastLevels.length; c++) {
            lastLevels[c] = sums.level(ends[c] - 1);
        }
        return lastLevels;
    }

    private static int bestOfAll(LevelSums sums) {
        int size = sums.size();
        int best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int cut = 1; cut < size; cut++) {
            double wcss = sums.sumOfSquares(0, cut) + sums.sumOfSquares(cut, size);
            if (wcss < least * (1 + ROUNDING) && (wcss < least * (1 - ROUNDING)
                    || sums.compareRuns(new int[]{0, cut, size}, new int[]{0, best, size}) < 0)) {
                best = cut;
                least = wcss;
            }
        }
        return best;
    }

    private int[] ends() {
        int k = starts.length;
        int size = sums.size();
        for (int i = 1; i <= size; i++) {
            previous[i] = sums.sumOfSquares(0, i);
        }
        for (int c = 1; c < k; c++) {
            layer = c;
            starts[c] = new int[size + 1];
            fill(c + 1, size, c, size - 1);
            double[] swap = previous;
            previous = current;
            current = swap;
        }
        int[] ends = new int[k - 1];
        int end = size;
        for (int c = k - 1; c >= 1; c--) {
            end = starts[c][end];
            ends[c - 1] = end;
        }
        return ends;
    }

    /// The best cuts of the first i levels into c + 1 runs, for i from `low` to `high`, where the last run starts between
    /// `from` and `to`.
    private void fill(int low, int high, int from, int to) {
        if (low > high) {
            return;
        }
        int i = (low + high) >>> 1;
        double least = Double.POSITIVE_INFINITY;
        int best = from;
        for (int start = from; start <= Math.min(to, i - 1); start++) {
            double wcss = previous[start] + sums.sumOfSquares(start, i);
            if (wcss < least * (1 + ROUNDING)
                    && (wcss < least * (1 - ROUNDING) || sums.compareRuns(runs(start, i), runs(best, i)) < 0)) {
                least = wcss;
                best = start;
            }
        }
        current[i] = least;
        starts[layer][i] = best;
        fill(low, i - 1, from, best);
        fill(i + 1, high, best, to);
    }

    /// The bounds of the runs when the last is `[start, end)` and the runs before it are the best ones.
    private int[] runs(int start, int end) {
        int[] bounds = new int[layer + 2];
        bounds[layer + 1] = end;
        bounds[layer] = start;
        for (int c = layer - 1; c >= 1; c--) {
            bounds[c] = starts[c][bounds[c + 1]];
        }
        return bounds;
    }
}
