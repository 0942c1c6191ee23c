package hadamask.matrix;

import java.util.Arrays;

/// A product with a matrix.
final class DenseTransform implements RowTransform {
    private static final long serialVersionUID = 1;
    /// Rows of the matrix that are added at once.
    private static final int STEP = 4;

    private final int columns;
    private final int width;
    /// The rows of the matrix, padded with zero rows to a multiple of [#STEP].
    private final double[][] steps;

    /// @param matrix columns x width
    DenseTransform(Matrix matrix) {
        columns = matrix.rows();
        width = matrix.columns();
        steps = new double[Math.ceilDiv(columns, STEP) * STEP][];
        for (int j = 0; j < steps.length; j++) {
            steps[j] = j < columns
                    ? Arrays.copyOfRange(matrix.values(), j * width, (j + 1) * width)
                    : new double[width];
        }
    }

    static DenseTransform pca(PrincipalAxes axes, int rank) {
        int d = axes.directions().columns();
        double[] transform = new double[d * rank];
        for (int k = 0; k < rank; k++) {
            for (int j = 0; j < d; j++) {
                transform[j * rank + k] = axes.directions().get(k, j) / axes.deviation(k);
            }
        }
        return new DenseTransform(new Matrix(d, rank, transform));
    }

    static DenseTransform zca(PrincipalAxes axes, int rank) {
        int d = axes.directions().columns();
        double[] transform = new double[d * d];
        for (int k = 0; k < rank; k++) {
            for (int i = 0; i < d; i++) {
                double weight = axes.directions().get(k, i) / axes.deviation(k);
                for (int j = 0; j < d; j++) {
                    transform[i * d + j] += weight * axes.directions().get(k, j);
                }
            }
        }
        return new DenseTransform(new Matrix(d, d, transform));
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int rowsAtOnce() {
        return 256;
    }

    @Override
    public void rows(Centre centre, Matrix x, int from, int to, double[] result) {
        double[] row = new double[columns];
        double[] padded = new double[steps.length];
        double[] white = new double[width];
        for (int i = from; i < to; i++) {
            centre.centre(x, i, row);
            System.arraycopy(row, 0, padded, 0, row.length);
            Arrays.fill(white, 0);
            for (int j = 0; j < steps.length; j += STEP) {
                add(padded, j, steps[j], steps[j + 1], steps[j + 2], steps[j + 3], white);
            }
            System.arraycopy(white, 0, result, i * width, width);
        }
    }

    /// A flat loop over arrays indexed by k alone, which the compiler vectorises.
    private static void add(double[] row, int at, double[] t0, double[] t1, double[] t2, double[] t3, double[] sum) {
        double x0 = row[at];
        double x1 = row[at + 1];
        double x2 = row[at + 2];
        double x3 = row[at + 3];
        for (int k = 0; k < t0.length; k++) {
            sum[k] = Math.fma(x3, t3[k], Math.fma(x2, t2[k], Math.fma(x1, t1[k], Math.fma(x0, t0[k], sum[k]))));
        }
    }
}
