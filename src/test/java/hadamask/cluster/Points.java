package hadamask.cluster;

import hadamask.distance.Metric;
import hadamask.distance.Pairwise;
import hadamask.distance.PairwiseOptions;
import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import java.util.Random;

/// Rows for tests, and their distances.
final class Points {
    /// Nine points of which SciPy's and scikit-learn's results are known.
    static final Matrix NINE = Matrix.of(new double[][]{{0.1, 0.3}, {1.2, 0}, {0.4, 1.9}, {4.3, 4.7}, {5.9, 4.2},
        {4.1, 6.6}, {9.2, 0.4}, {9.9, 1.5}, {2.5, 7.1}});

    /// Nine points with many equal distances.
    static final Matrix TIED = Matrix.of(new double[][]{{0, 0}, {1, 0}, {0, 1}, {4, 4}, {5, 4}, {4, 6}, {9, 0}, {9, 1},
        {2, 7}});

    private Points() {
    }

    /// Normal numbers.
    static Matrix random(int rows, int columns, long seed) {
        Random random = new Random(seed);
        return new Matrix(rows, columns,
                random.doubles((long) rows * columns).map(u -> random.nextGaussian()).toArray());
    }

    /// Whole numbers from 0 to 5: most distances occur often.
    static Matrix grid(int rows, int columns, long seed) {
        Random random = new Random(seed);
        return new Matrix(rows, columns, random.ints((long) rows * columns, 0, 6).asDoubleStream().toArray());
    }

    static Pairwise euclidean(Matrix rows) {
        return Pairwise.of(new Metric.Euclidean(), rows, PairwiseOptions.DEFAULT, Workers.current());
    }

    static DistanceTriangle triangle(Matrix rows) {
        return DistanceTriangle.of(euclidean(rows), i -> "row " + (i + 1));
    }

    static MergeTree tree(Matrix rows, Linkage linkage) {
        return Agglomeration.of(triangle(rows), linkage);
    }
}
