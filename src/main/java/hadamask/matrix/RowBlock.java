package hadamask.matrix;

import hadamask.file.InputException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.function.IntFunction;

/// A summary of some centred rows: the triangle of their QR decomposition, and sums per column.
public final class RowBlock implements FixedTree.Part<RowBlock>, Serializable {
    private static final long serialVersionUID = 1;

    private final int columns;
    /// Upper triangular, row by row, with `R^T R` the sum of products of the rows; or the rows.
    private double[] triangle;
    /// A sum of squares per column.
    final double[] squares;
    /// The largest magnitude per column, before centring.
    final double[] largest;

    /// No rows.
    RowBlock(int columns) {
        this.columns = columns;
        triangle = new double[0];
        squares = new double[columns];
        largest = new double[columns];
    }

    /// The rows `from` to `to - 1` of a table, reflected.
    ///
    /// @param title how messages call a column
    /// @throws InputException if a value is not finite
    public static RowBlock reflected(Matrix data, Centre centre, IntFunction<String> title, int from, int to) {
        int d = data.columns();
        RowBlock block = new RowBlock(d);
        int height = Math.max(to - from, d); // rows of zeros where there are fewer than columns
        Covariance.square(d);
        double[] rows = block.centred(data, centre, from, to, new double[Math.multiplyExact(height, d)]);
        block.requireFinite(title);
        block.triangle = Triangle.reflect(rows, height, d);
        return block;
    }

    /// All rows of a table as they are; for [#scaledRows].
    ///
    /// @param title how messages call a column
    /// @throws InputException if a value is not finite
    static RowBlock centred(Matrix data, Centre centre, IntFunction<String> title) {
        RowBlock block = new RowBlock(data.columns());
        block.triangle = block.centred(data, centre, 0, data.rows(), new double[data.values().length]);
        block.requireFinite(title);
        return block;
    }

    private double[] centred(Matrix data, Centre centre, int from, int to, double[] rows) {
        double[] row = new double[columns];
        for (int i = from; i < to; i++) {
            centre.centre(data, i, row);
            add(row, data, i);
            System.arraycopy(row, 0, rows, (i - from) * columns, columns);
        }
        return rows;
    }

    private void add(double[] row, Matrix data, int i) {
        int at = i * columns;
        for (int j = 0; j < row.length; j++) {
            squares[j] += row[j] * row[j];
            largest[j] = Math.max(largest[j], Math.abs(data.values()[at + j]));
        }
    }

    /// Puts other rows below these.
    @Override
    public void append(RowBlock below) {
        for (int j = 0; j < columns; j++) {
            squares[j] += below.squares[j];
            largest[j] = Math.max(largest[j], below.largest[j]);
        }
        double[] both = Arrays.copyOf(triangle, 2 * triangle.length);
        System.arraycopy(below.triangle, 0, both, triangle.length, triangle.length);
        triangle = Triangle.reflect(both, 2 * columns, columns);
    }

    /// @throws InputException if a sum of squares is not finite
    void requireFinite(IntFunction<String> title) {
        for (int j = 0; j < columns; j++) {
            if (!(squares[j] <= Double.MAX_VALUE)) {
                throw new InputException("column " + title.apply(j) + " has values that are not finite");
            }
        }
    }

    /// The length of each column.
    double[] lengths() {
        return Arrays.stream(squares).map(Math::sqrt).toArray();
    }

    /// The rows of [#centred] with their columns divided.
    ///
    /// @param lengths per column; one of length 0 becomes 0
    Matrix scaledRows(double[] lengths) {
        double[] scaled = new double[triangle.length];
        for (int at = 0; at < scaled.length; at++) {
            double length = lengths[at % columns];
            scaled[at] = length == 0 ? 0 : triangle[at] / length;
        }
        return new Matrix(triangle.length / columns, columns, scaled);
    }

    /// The triangle with its columns divided.
    ///
    /// @param lengths per column; one of length 0 becomes 0
    Matrix scaledTriangle(double[] lengths) {
        double[] scaled = new double[triangle.length];
        for (int i = 0; i < columns; i++) {
            for (int j = i; j < columns; j++) {
                int at = i * columns + j;
                scaled[at] = lengths[j] == 0 ? 0 : triangle[at] / lengths[j];
            }
        }
        return new Matrix(columns, columns, scaled);
    }
}
