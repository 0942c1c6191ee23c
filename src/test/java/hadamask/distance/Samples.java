package hadamask.distance;

import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Measures and seeded random rows for the tests.
final class Samples {
    /// One thread, the caller's own.
    static final Workers ALONE = new Workers(1);

    private Samples() {
    }

    static List<Measure> measures(Matrix rows) {
        List<Measure> measures = new ArrayList<>(List.of(new Metric.Euclidean(), new Metric.SquaredEuclidean(),
                new Metric.Manhattan(), new Metric.Chebyshev(), new Metric.Cosine(), new Metric.Correlation(),
                new Metric.Canberra(), new Metric.BrayCurtis(), Metric.StandardizedEuclidean.of(rows),
                new Metric.Hamming(), new Metric.Jaccard(), new Metric.NonzeroHamming(),
                new Metric.Mahalanobis(x -> x)));
        for (double p : new double[]{0.5, 1, 1.23, 1.5, 2, 2.5, 3, 3.8, 4, 4.6, 7, 40.5, 300}) {
            measures.add(new Metric.Minkowski(p));
        }
        measures.addAll(List.of(Similarity.values()));
        return measures;
    }

    /// Normal numbers; every third row of small whole numbers, in which zeros and equal entries occur.
    static Matrix rows(int rows, int columns, long seed) {
        Random random = new Random(seed);
        double[] values = new double[rows * columns];
        for (int k = 0; k < values.length; k++) {
            boolean whole = k / columns % 3 == 2;
            values[k] = whole ? random.nextInt(3) : random.nextGaussian();
        }
        return new Matrix(rows, columns, values);
    }

    static double[] row(Matrix rows, int i) {
        double[] row = new double[rows.columns()];
        System.arraycopy(rows.values(), i * row.length, row, 0, row.length);
        return row;
    }
}
