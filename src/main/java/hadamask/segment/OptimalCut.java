package hadamask.segment;

/// The cut of the grey levels into k runs with the least within-cluster sum of squares: K-Means solved to the global
/// optimum.
///
/// In one dimension the best clusters are runs of neighbouring levels. For k = 2 every cut is tried. For more clusters
/// dynamic programming finds the best cut of the first i levels into c runs from the best cuts into c - 1 runs; as the best
/// place of the last cut never moves left when i grows, divide and conquer needs `O(k m log m)` steps for m distinct
/// levels (Wu, "Optimal quantization by matrix searching", Journal of Algorithms 12, 1991). Among equally good cuts the
/// darkest is taken. Memory: 4 k m bytes.
final class OptimalCut {
    private final LevelSums sums;
    private double[] previous;
    private double[] current;
    private int[] lastStart;

    private OptimalCut(LevelSums sums) {
        this.sums = sums;
        previous = new double[sums.size() + 1];
        current = new double[sums.size() + 1];
        lastStart = new int[0];
    }

    /// @param k number of runs, from 2 to the number of distinct levels
    /// @return the last level of each run but the brightest, ascending: k - 1 levels
    static int[] of(GrayHistogram histogram, int k) {
        LevelSums sums = LevelSums.of(histogram);
        int[] ends = k == 2 ? new int[]{bestOfAll(sums)} : new OptimalCut(sums).ends(k);
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
            if (wcss < least * (1 + 1e-13)) { // too close for rounded numbers: compare exactly
                if (wcss < least * (1 - 1e-13) || sums.compareCuts(cut, best) < 0) {
                    best = cut;
                    least = wcss;
                }
            }
        }
        return best;
    }

    private int[] ends(int k) {
        int size = sums.size();
        for (int i = 1; i <= size; i++) {
            previous[i] = sums.sumOfSquares(0, i);
        }
        int[][] starts = new int[k][];
        for (int c = 1; c < k; c++) {
            lastStart = new int[size + 1];
            fill(c + 1, size, c, size - 1);
            starts[c] = lastStart;
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
            if (wcss < least) {
                least = wcss;
                best = start;
            }
        }
        current[i] = least;
        lastStart[i] = best;
        fill(low, i - 1, from, best);
        fill(i + 1, high, best, to);
    }
}
