package hadamask.matrix;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A dense matrix of `rows` x `columns` numbers, row by row: entry (i, j) stands at `i * columns + j`.
///
/// The array is not copied: it belongs to the matrix from then on, and must not be written to. Memory: 8 bytes per entry; at
/// most 2^31 - 9 entries.
public final class Matrix implements Serializable {
    private static final long serialVersionUID = 1;
    /// Rows and columns that are exchanged at a time: their lines stay in the level-1 cache.
    private static final int SQUARE = 32;

    private final int rows;
    private final int columns;
    private final double[] values;

    /// @param rows number of rows, at least 0
    /// @param columns number of columns, at least 0
    /// @param values `rows * columns` numbers, row by row, not copied
    public Matrix(int rows, int columns, double[] values) {
        if (rows < 0 || columns < 0 || (long) rows * columns != values.length) {
            throw new IllegalArgumentException(rows + " x " + columns + " does not have " + values.length + " entries");
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /// A matrix of rows that are as long as each other; the numbers are copied.
    ///
    /// @throws IllegalArgumentException if a row is longer or shorter than the first
    public static Matrix of(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] values = new double[Math.multiplyExact(rows.length, columns)];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + rows[i].length + " numbers, expected " + columns);
            }
            System.arraycopy(rows[i], 0, values, i * columns, columns);
        }
        return new Matrix(rows.length, columns, values);
    }

    /// Number of rows.
    public int rows() {
        return rows;
    }

    /// Number of columns.
    public int columns() {
        return columns;
    }

    /// The entries, row by row, not copied.
    public double[] values() {
        return values;
    }

    /// One entry.
    ///
    /// @param i row, from 0
    /// @param j column, from 0
    /// @throws IndexOutOfBoundsException if there is no such row or column
    public double get(int i, int j) {
        return values[Objects.checkIndex(i, rows) * columns + Objects.checkIndex(j, columns)];
    }

    /// Rows and columns exchanged, as a copy.
    public Matrix transposed() {
        double[] turned = new double[values.length];
        for (int top = 0; top < rows; top += SQUARE) {
            for (int left = 0; left < columns; left += SQUARE) {
                turn(top, left, turned);
            }
        }
        return new Matrix(columns, rows, turned);
    }

    private void turn(int top, int left, double[] turned) {
        int bottom = Math.min(rows, top + SQUARE);
        int right = Math.min(columns, left + SQUARE);
        for (int j = left; j < right; j++) {
            for (int i = top; i < bottom; i++) {
                turned[j * rows + i] = values[i * columns + j];
            }
        }
    }

    /// Whether no entry is NaN or infinite.
    public boolean isFinite() {
        boolean finite = true;
        for (double value : values) {
            finite &= Math.abs(value) <= Double.MAX_VALUE;
        }
        return finite;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Matrix that && rows == that.rows && columns == that.columns
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return rows + " x " + columns;
    }
}
