package hadamask.matrix;

import java.io.Serializable;

/// Sums of products of the columns of centred rows, from which a covariance comes.
public final class ProductSums implements FixedTree.Part<ProductSums>, Serializable {
    private static final long serialVersionUID = 1;

    private final int columns;
    /// The upper triangle of a square matrix.
    private final double[] sums;

    private ProductSums(int columns) {
        this.columns = columns;
        sums = Covariance.square(columns);
    }

    /// Of the rows `from` to `to - 1`.
    public static ProductSums of(Matrix data, Centre centre, int from, int to) {
        int d = data.columns();
        ProductSums products = new ProductSums(d);
        double[] sums = products.sums;
        double[] row = new double[d];
        for (int i = from; i < to; i++) {
            centre.centre(data, i, row);
            for (int j = 0; j < d; j++) {
                double factor = row[j];
                for (int k = j, at = j * d + j; k < d; k++, at++) {
                    sums[at] += factor * row[k];
                }
            }
        }
        return products;
    }

    @Override
    public void append(ProductSums below) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += below.sums[k];
        }
    }

    /// The covariance of as many rows.
    ///
    /// @throws hadamask.file.InputException if there are too few rows for the divisor
    public Matrix covariance(int rows, Divisor divisor) {
        int n = Covariance.requireRows(rows, divisor);
        for (int j = 0; j < columns; j++) {
            for (int k = j; k < columns; k++) {
                double value = sums[j * columns + k] / n;
                sums[j * columns + k] = value;
                sums[k * columns + j] = value;
            }
        }
        return new Matrix(columns, columns, sums);
    }
}
