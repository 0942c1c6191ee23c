package hadamask.matrix;

import java.util.Random;

/// Seeded normal data.
final class RandomData {
    private RandomData() {
    }

    /// Rows of correlated columns of which the scales grow by ten from one to the next, all at an offset.
    static Matrix correlated(long seed, int rows, int columns, double offset) {
        Random random = new Random(seed);
        double[] values = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            double common = random.nextGaussian();
            double scale = 1;
            for (int j = 0; j < columns; j++) {
                values[i * columns + j] = offset + scale * (common + random.nextGaussian());
                scale *= 10;
            }
        }
        return new Matrix(rows, columns, values);
    }

    static double euclidean(Matrix x, int a, int b) {
        double sum = 0;
        for (int k = 0; k < x.columns(); k++) {
            sum += Math.pow(x.get(a, k) - x.get(b, k), 2);
        }
        return Math.sqrt(sum);
    }
}
