package hadamask.distance;

import java.util.Arrays;

/// The ranks of the numbers of a row, from 1; equal numbers share the mean of their ranks.
final class Ranks {
    private Ranks() {
    }

    /// @param weights per column; a column of weight 0 has no rank and counts for none: its entry is 0
    /// @return a rank per column, whole or half; all NaN where a number that counts is NaN
    static double[] of(double[] row, double[] weights) {
        double[] sorted = new double[row.length];
        int count = 0;
        for (int k = 0; k < row.length; k++) {
            if (weights[k] > 0) {
                sorted[count++] = row[k] + 0.0; // -0.0 becomes 0.0
            }
        }
        Arrays.sort(sorted, 0, count);
        double[] ranks = new double[row.length];
        if (count > 0 && Double.isNaN(sorted[count - 1])) {
            Arrays.fill(ranks, Double.NaN);
            return ranks;
        }
        for (int k = 0; k < row.length; k++) {
            ranks[k] = weights[k] > 0 ? rank(sorted, count, row[k] + 0.0) : 0;
        }
        return ranks;
    }

    private static double rank(double[] sorted, int count, double value) {
        int found = Arrays.binarySearch(sorted, 0, count, value);
        int below = found;
        while (below > 0 && sorted[below - 1] == value) {
            below--;
        }
        int end = found + 1;
        while (end < count && sorted[end] == value) {
            end++;
        }
        return (below + 1 + end) / 2.0;
    }
}
