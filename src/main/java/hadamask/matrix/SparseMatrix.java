package hadamask.matrix;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/// A matrix of which only the entries other than 0 are kept, row by row, their columns ascending (compressed sparse rows).
///
/// ```text
/// 0 5 0     starts   0 1 1 3
/// 0 0 0     places   1 0 2
/// 7 0 8     values   5 7 8
/// ```
///
/// The arrays are not copied, and must not be written to. Memory: 12 bytes per entry, 4 per row.
public final class SparseMatrix implements Serializable {
    private static final long serialVersionUID = 1;
    private final int rows;
    private final int columns;
    private final int[] starts;
    private final int[] places;
    private final double[] values;

    /// @param rows number of rows, at least 0
    /// @param columns number of columns, at least 0
    /// @param starts where the entries of each row start, and behind the last where they end: `rows + 1` numbers
    /// @param places the column of each entry, ascending within a row
    /// @param values the entries, none of them 0
    SparseMatrix(int rows, int columns, int[] starts, int[] places, double[] values) {
        if (starts.length != rows + 1 || starts[rows] > values.length || places.length != values.length) {
            throw new IllegalArgumentException(rows + " rows with " + starts.length + " starts, " + places.length
                    + " places and " + values.length + " values");
        }
        this.rows = rows;
        this.columns = columns;
        this.starts = starts;
        this.places = places;
        this.values = values;
    }

    /// The entries of a matrix that are not 0.
    public static SparseMatrix of(Matrix matrix) {
        int count = 0;
        for (double value : matrix.values()) {
            count += value == 0 ? 0 : 1;
        }
        SparseEntries entries = new SparseEntries(matrix.rows(), matrix.columns(), count);
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                entries.add(i, j, matrix.get(i, j));
            }
        }
        return entries.matrix();
    }

    /// Number of rows.
    public int rows() {
        return rows;
    }

    /// Number of columns.
    public int columns() {
        return columns;
    }

    /// Number of entries that are not 0.
    public int entries() {
        return starts[rows];
    }

    /// Where the entries of a row start; of the row behind the last, where all end.
    public int start(int row) {
        return starts[row];
    }

    /// The columns of all entries, not copied.
    public int[] places() {
        return places;
    }

    /// The entries, not copied.
    public double[] values() {
        return values;
    }

    /// One entry; 0 where there is none.
    ///
    /// @param i row, from 0
    /// @param j column, from 0
    /// @throws IndexOutOfBoundsException if there is no such row or column
    public double get(int i, int j) {
        Objects.checkIndex(i, rows);
        int found = Arrays.binarySearch(places, starts[i], starts[i + 1], Objects.checkIndex(j, columns));
        return found < 0 ? 0 : values[found];
    }

    /// Rows and columns exchanged.
    public SparseMatrix transposed() {
        int[] next = new int[columns + 1];
        for (int k = 0; k < entries(); k++) {
            next[places[k] + 1]++;
        }
        for (int j = 0; j < columns; j++) {
            next[j + 1] += next[j];
        }
        int[] begins = next.clone();
        int[] rowOf = new int[entries()];
        double[] turned = new double[entries()];
        for (int i = 0; i < rows; i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                int at = next[places[k]]++;
                rowOf[at] = i;
                turned[at] = values[k];
            }
        }
        return new SparseMatrix(columns, rows, begins, rowOf, turned);
    }

    /// Some of the columns, in an order of their own.
    ///
    /// @param chosen from 0, none twice
    public SparseMatrix select(int[] chosen) {
        int[] target = new int[columns];
        Arrays.fill(target, -1);
        for (int k = 0; k < chosen.length; k++) {
            target[chosen[k]] = k;
        }
        SparseEntries selected = new SparseEntries(rows, chosen.length, entries());
        for (int i = 0; i < rows; i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                if (target[places[k]] >= 0) {
                    selected.add(i, target[places[k]], values[k]);
                }
            }
        }
        return selected.matrix();
    }

    /// Some of the rows.
    ///
    /// @param kept from 0
    public SparseMatrix rows(int[] kept) {
        SparseEntries some = new SparseEntries(kept.length, columns, entries());
        for (int r = 0; r < kept.length; r++) {
            for (int k = starts[kept[r]]; k < starts[kept[r] + 1]; k++) {
                some.add(r, places[k], values[k]);
            }
        }
        return some.matrix();
    }

    /// All entries, zeros too.
    ///
    /// @throws ArithmeticException if these are 2^31 or more
    public Matrix filled() {
        double[] all = new double[Math.multiplyExact(rows, columns)];
        for (int i = 0; i < rows; i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                all[i * columns + places[k]] = values[k];
            }
        }
        return new Matrix(rows, columns, all);
    }

    @Override
    public String toString() {
        return rows + " x " + columns;
    }
}
