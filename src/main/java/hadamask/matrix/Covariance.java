package hadamask.matrix;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.parallel.Workers;
import java.util.Arrays;

/// How the columns of a table vary together: `S[i][j] = sum (x_i - mean_i) (x_j - mean_j) / (n - ddof)`.
///
/// Two passes over centred data: offsets do not cancel digits, a constant column has variance exactly 0, the matrix is
/// symmetric to the bit, and the order of the sums is always the same. NaN in a column makes its entries NaN.
public final class Covariance {
    /// Of so many columns the sums are formed in blocks of rows ([RowBlocks]); of more each block would take too much memory.
    public static final int MOST_COLUMNS = 1024;

    private Covariance() {
    }

    /// The covariance of the columns.
    ///
    /// @throws InputException if there are too few rows for the divisor, or too many columns for a matrix
    public static Matrix of(Matrix data, Divisor divisor) {
        requireRows(data.rows(), divisor);
        Centre centre = Centre.of(data);
        int rows = data.rows();
        if (data.columns() > MOST_COLUMNS || rows == 0) {
            return ProductSums.of(data, centre, 0, rows).covariance(rows, divisor);
        }
        RowBlocks blocks = new RowBlocks(rows, data.columns());
        FixedTree<ProductSums> tree = new FixedTree<>();
        Workers.current().<ProductSums, RuntimeException>inOrder(blocks.count(),
                block -> ProductSums.of(data, centre, (int) blocks.start(block), (int) blocks.start(block + 1)),
                tree::add);
        return tree.all().covariance(rows, divisor);
    }

    /// The covariance of each pair of columns over the rows in which both have a value; it need not be positive semidefinite.
    /// NaN where there are fewer such rows than the divisor needs.
    public static Matrix pairwise(Matrix data, Divisor divisor) {
        int d = data.columns();
        double[] result = square(d);
        for (int j = 0; j < d; j++) {
            for (int k = j; k < d; k++) {
                Matrix both = complete(data, j, k);
                int last = both.columns() - 1;
                boolean enough = divisor.of(both.rows()) > 0;
                double value = enough ? of(both, divisor).get(0, last) : Double.NaN;
                result[j * d + k] = value;
                result[k * d + j] = value;
            }
        }
        return new Matrix(d, d, result);
    }

    /// Data whose correlations are those of a table, and whose squares neither overflow nor vanish.
    public static Matrix withoutUnits(Matrix data) {
        return Units.of(data).divide(data);
    }

    /// The correlation `S[i][j] / sqrt(S[i][i] S[j][j])`, in [-1, 1]; 1 on the diagonal, NaN for a constant column.
    public static Matrix correlation(Matrix covariance) {
        int d = covariance.columns();
        double[] result = new double[d * d];
        for (int j = 0; j < d; j++) {
            for (int k = 0; k < d; k++) {
                double deviations = Math.sqrt(covariance.get(j, j)) * Math.sqrt(covariance.get(k, k));
                double value = Math.clamp(covariance.get(j, k) / deviations, -1.0, 1.0);
                result[j * d + k] = j == k && !Double.isNaN(value) ? 1 : value;
            }
        }
        return new Matrix(d, d, result);
    }

    static int requireRows(int rows, Divisor divisor) {
        int n = divisor.of(rows);
        if (n <= 0) {
            throw new InputException("has " + rows + (rows == 1 ? " row" : " rows")
                    + ", expected at least 2 for a sample covariance", Remedy.of(Remedy.Kind.POPULATION_COVARIANCE));
        }
        return n;
    }

    /// Room for a square matrix.
    static double[] square(int columns) {
        if ((long) columns * columns > Integer.MAX_VALUE - 8) {
            throw new InputException("has " + columns + " columns, expected at most 46340 for a covariance",
                    Remedy.of(Remedy.Kind.FEWER_COLUMNS));
        }
        return new double[columns * columns];
    }

    private static Matrix complete(Matrix data, int j, int k) {
        int width = j == k ? 1 : 2;
        double[] values = new double[data.rows() * width];
        int count = 0;
        for (int i = 0; i < data.rows(); i++) {
            double a = data.get(i, j);
            double b = data.get(i, k);
            if (!Double.isNaN(a) && !Double.isNaN(b)) {
                values[count * width] = a;
                values[count * width + width - 1] = b;
                count++;
            }
        }
        return new Matrix(count, width, Arrays.copyOf(values, count * width));
    }
}
