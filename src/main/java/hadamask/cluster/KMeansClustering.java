package hadamask.cluster;

import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smile.clustering.BBDTree;
import smile.clustering.Clustering;
import smile.clustering.KMeans;
import smile.math.MathEx;

/// K-Means: rows in k clusters, so that the sum of squared Euclidean distances of rows from the means of their clusters is small.
///
/// Smile starts several times from seeds that follow each other (K-Means++); Lloyd's iteration carries each fit on until no row changes its
/// cluster, and the least sum wins, of equals the first start. That is a local optimum: whether it is the smallest there is, nobody says. The
/// result depends on the seed, not on the threads.
///
/// @param partition the cluster of each row
/// @param centres the mean of each cluster, a row for each
/// @param distances of each row from its centre
/// @param sumOfSquares of these distances
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
public record KMeansClustering(Partition partition, Matrix centres, double[] distances, double sumOfSquares) {
    private static final int ITERATIONS = 300;

    /// The bytes that clustering takes besides the rows.
    public static long bytes(Matrix rows, int threads) {
        return (long) rows.values().length * Double.BYTES * 3 + (long) rows.rows() * (150 + 40L * threads);
    }

    /// How many rows differ, counted as far as a number.
    public static int different(Matrix rows, int most) {
        Set<Row> seen = new HashSet<>();
        for (int i = 0; i < rows.rows() && seen.size() < most; i++) {
            seen.add(new Row(Arrays.copyOfRange(rows.values(), i * rows.columns(), (i + 1) * rows.columns())));
        }
        return seen.size();
    }

    private record Row(double[] numbers) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Row that && Arrays.equals(numbers, that.numbers);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(numbers);
        }
    }

    /// Clusters rows.
    ///
    /// @param rows finite numbers
    /// @param k from 1 to the number of different rows
    /// @param starts at least 1
    public static KMeansClustering of(Matrix rows, int k, long seed, int starts, Workers workers) {
        LloydRows lloyd = LloydRows.of(rows);
        double[][] points = lloyd.points();
        BBDTree tree = new BBDTree(points);
        List<LloydRows.Fit> fits = new ArrayList<>();
        workers.<LloydRows.Fit, RuntimeException>inOrder(starts, start -> {
            MathEx.setSeed(seed + start);
            double[][] centres = KMeans.fit(tree, points, new Clustering.Options(k, ITERATIONS, 0.0, null)).centers();
            return lloyd.settle(centres);
        }, fits::add);
        LloydRows.Fit best = Collections.min(fits, Comparator.comparingDouble(LloydRows.Fit::sumOfSquares));
        return lloyd.result(best, rows);
    }
}
