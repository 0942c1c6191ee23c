package hadamask.distance;

import hadamask.table.write.Shape;
import java.util.Objects;

/// A rectangle of a distance matrix: entry (firstRow + r, firstColumn + c) stands at `r * columns + c`.
///
/// @param firstRow the first row, from 0
/// @param rows number of rows
/// @param firstColumn the first column, from 0
/// @param columns number of columns
/// @param values the entries, not copied; there may be more room than entries
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
record Block(int firstRow, int rows, int firstColumn, int columns, double[] values) {
    /// The entry of row i and column j of the whole matrix.
    double get(int i, int j) {
        return values[Objects.checkIndex(i - firstRow, rows) * columns + Objects.checkIndex(j - firstColumn, columns)];
    }

    /// The entries of a shape.
    ///
    /// @param all columns of the whole matrix
    /// @param packed room for them
    PackedRows packed(Shape shape, int all, double[] packed) {
        int at = 0;
        for (int i = firstRow; i < firstRow + rows; i++) {
            int length = shape.to(i, all) - shape.from(i);
            int start = (i - firstRow) * columns + shape.from(i) - firstColumn;
            System.arraycopy(values, start, packed, at, length);
            at += length;
        }
        return new PackedRows(shape, firstRow, rows, all, packed);
    }
}
