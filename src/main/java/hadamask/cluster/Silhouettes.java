package hadamask.cluster;

import java.util.Arrays;

/// How well rows lie in their clusters, from -1 to 1: `(b - a) / max(a, b)` of a row with the mean distance a to the others of its cluster, and b to
/// the rows of the nearest other one.
///
/// A row that is alone in its cluster has 0, one in none NaN, and all rows of a single cluster NaN. P. J. Rousseeuw, "Silhouettes", Journal
/// of Computational and Applied Mathematics 20, 1987.
public final class Silhouettes {
    /// Bytes that a row takes besides its sums.
    private static final int ROW = 24;

    private final Partition finest;
    /// Of each row the sums of its distances to the rows of each cluster.
    private final double[][] sums;

    private Silhouettes(Partition finest, double[][] sums) {
        this.finest = finest;
        this.sums = sums;
    }

    /// The bytes that sums of so many rows and clusters take.
    public static long bytes(int rows, int clusters) {
        return (long) rows * (clusters * (long) Double.BYTES + ROW);
    }

    /// Looks at all distances once.
    ///
    /// @param finest the clusters, or ones of which others will be made
    public static Silhouettes of(DistanceRows distances, Partition finest) {
        int k = finest.count();
        double[][] sums = new double[finest.clusters().length][];
        int[] clusters = finest.clusters();
        distances.forEach((row, values, at) -> {
            double[] own = new double[k + 1];
            for (int j = 0; j < clusters.length; j++) {
                own[clusters[j]] += values[at + j];
            }
            sums[row] = Arrays.copyOfRange(own, 1, k + 1);
        });
        return new Silhouettes(finest, sums);
    }

    /// The silhouette of each row.
    public double[] of() {
        return of(finest);
    }

    /// The silhouette of each row in larger clusters.
    ///
    /// @param coarser each of its clusters has whole clusters of the finest ones
    public double[] of(Partition coarser) {
        int[] into = new int[finest.count()];
        for (int i = 0; i < finest.clusters().length; i++) {
            if (finest.clusters()[i] > 0) {
                into[finest.clusters()[i] - 1] = coarser.clusters()[i];
            }
        }
        int[] sizes = coarser.sizes();
        double[] silhouettes = new double[finest.clusters().length];
        double[] joined = new double[coarser.count() + 1];
        for (int i = 0; i < silhouettes.length; i++) {
            Arrays.fill(joined, 0);
            for (int c = 0; c < into.length; c++) {
                joined[into[c]] += sums[i][c];
            }
            silhouettes[i] = silhouette(coarser.clusters()[i], joined, sizes);
        }
        return silhouettes;
    }

    private static double silhouette(int own, double[] sums, int[] sizes) {
        if (own == 0 || sizes.length < 3) {
            return Double.NaN;
        }
        if (sizes[own] == 1) {
            return 0;
        }
        double within = sums[own] / (sizes[own] - 1);
        double next = Double.POSITIVE_INFINITY;
        for (int c = 1; c < sizes.length; c++) {
            if (c != own) {
                next = Math.min(next, sums[c] / sizes[c]);
            }
        }
        double larger = Math.max(within, next);
        return larger > 0 ? (next - within) / larger : 0;
    }

    /// The mean of all that are numbers; NaN where none is.
    public static double mean(double[] silhouettes) {
        return Arrays.stream(silhouettes).filter(s -> !Double.isNaN(s)).average().orElse(Double.NaN);
    }

    /// The number of clusters whose mean silhouette is the largest; of equals the smallest.
    ///
    /// @param count the number
    /// @param silhouette its mean; NaN where there was no choice
    public record Choice(int count, double silhouette) {}

    /// Chooses a number of clusters, from 2 on; 1 where no number has a silhouette above 0.
    ///
    /// @param most clusters at most
    public static Choice choose(MergeTree tree, DistanceRows distances, int most) {
        int largest = Math.min(most, tree.leaves() - 1);
        Choice best = new Choice(1, Double.NaN);
        if (largest < 2) {
            return best;
        }
        Silhouettes all = of(distances, tree.cut(largest));
        double highest = 0;
        for (int k = 2; k <= largest; k++) {
            double mean = mean(all.of(tree.cut(k)));
            if (mean > highest) {
                highest = mean;
                best = new Choice(k, mean);
            }
        }
        return best;
    }
}
