package hadamask.cluster;

import hadamask.distance.Pairwise;
import hadamask.file.InputException;
import hadamask.matrix.Matrix;
import hadamask.table.write.Shape;
import java.util.Arrays;
import java.util.function.IntFunction;

/// The distances of all pairs of rows, each once. Memory: 4 bytes for each entry of the square matrix.
///
/// ```text
///     0 1 2
/// 1   .            entry (i, j), j < i, stands at j of row i
/// 2   . .
/// 3   . . .
/// ```
public final class DistanceTriangle {
    /// Bytes that a row takes besides its numbers.
    private static final int ROW = 24;

    private static final double[] NONE = {};

    private final double[][] rows;

    private DistanceTriangle(int size) {
        rows = new double[size][];
    }

    /// The bytes that the distances of so many rows take.
    public static long bytes(int rows) {
        long n = rows;
        return n * (n - 1) / 2 * Double.BYTES + n * ROW;
    }

    /// The distances that a metric gives.
    ///
    /// @param pairwise of one table, by a distance
    /// @param title how messages call a row
    /// @throws InputException if a distance is infinite or NaN
    public static DistanceTriangle of(Pairwise pairwise, IntFunction<String> title) {
        DistanceTriangle triangle = new DistanceTriangle(pairwise.rows());
        pairwise.<RuntimeException>rows(Shape.LOWER, block -> {
            int at = 0;
            for (int i = block.firstRow(); i < block.firstRow() + block.rows(); i++) {
                triangle.put(i, block.values(), at, title);
                at += i + 1;
            }
        });
        return triangle;
    }

    /// The distances of a square matrix: the entries below its diagonal.
    ///
    /// @throws InputException if one is infinite or NaN
    public static DistanceTriangle of(Matrix square, IntFunction<String> title) {
        DistanceTriangle triangle = new DistanceTriangle(square.rows());
        for (int i = 0; i < square.rows(); i++) {
            triangle.put(i, square.values(), i * square.columns(), title);
        }
        return triangle;
    }

    private void put(int row, double[] values, int at, IntFunction<String> title) {
        double[] kept = new double[row];
        System.arraycopy(values, at, kept, 0, row);
        for (int j = 0; j < row; j++) {
            if (!(Math.abs(kept[j]) <= Double.MAX_VALUE)) {
                throw new InputException("their distance is " + (Double.isNaN(kept[j]) ? "nan" : "inf")
                        + ", expected a number: no cluster has a distance to such rows", "leave one of them out")
                        .at(title.apply(j) + " and " + title.apply(row));
            }
        }
        rows[row] = kept;
    }

    /// Number of rows.
    public int size() {
        return rows.length;
    }

    /// The distance of two rows.
    ///
    /// @param i a row, from 0
    /// @param j another row
    public double get(int i, int j) {
        return i > j ? rows[i][j] : rows[j][i];
    }

    /// The largest of all distances; 0 of one row.
    double largest() {
        double largest = 0;
        for (double[] row : rows) {
            for (double distance : row) {
                largest = Math.max(largest, distance);
            }
        }
        return largest;
    }

    /// Puts each distance divided by a unit and squared in its place.
    void square(double unit) {
        for (double[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                double scaled = row[j] / unit;
                row[j] = scaled * scaled;
            }
        }
    }

    /// The distances of one row to some others.
    ///
    /// @param others ascending; that of a row to itself is infinite
    /// @param count how many others
    void gather(int row, int[] others, int count, double[] out) {
        double[] own = rows[row];
        int k = 0;
        for (; k < count && others[k] < row; k++) {
            out[k] = own[others[k]];
        }
        if (k < count && others[k] == row) {
            out[k++] = Double.POSITIVE_INFINITY;
        }
        for (; k < count; k++) {
            out[k] = rows[others[k]][row];
        }
    }

    /// Puts back what [#gather] gives; that of a row to itself is left out.
    void scatter(int row, int[] others, int count, double[] values) {
        double[] own = rows[row];
        int k = 0;
        for (; k < count && others[k] < row; k++) {
            own[others[k]] = values[k];
        }
        if (k < count && others[k] == row) {
            k++;
        }
        for (; k < count; k++) {
            rows[others[k]][row] = values[k];
        }
    }

    /// Leaves out all rows but some, which get the numbers from 0 on: what is looked at again and again stands closer together.
    ///
    /// @param kept ascending
    /// @param count how many are kept
    void keep(int[] kept, int count) {
        for (int k = 0; k < count; k++) {
            double[] whole = rows[kept[k]];
            double[] shorter = new double[k];
            for (int j = 0; j < k; j++) {
                shorter[j] = whole[kept[j]];
            }
            rows[k] = shorter;
        }
        Arrays.fill(rows, count, rows.length, NONE);
    }
}
