package hadamask.distance;

import hadamask.table.write.Shape;

/// Consecutive rows of a matrix in packed storage: of each row the entries that its [Shape] has, one row after the other
/// without a gap.
///
/// ```text
/// rows 0 and 1 of 4 x 4   SQUARE           LOWER       CONDENSED
///                         0 1 2 3 4 5 6 7  0           . 0 1 2
///                                          1 2         . . 3 4
/// ```
///
/// @param shape which entries there are; not [Shape#LONG]
/// @param firstRow the first row, from 0
/// @param rows number of rows
/// @param columns of the whole matrix
/// @param values the entries, not copied; there may be more room than entries
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
public record PackedRows(Shape shape, int firstRow, int rows, int columns, double[] values) {
    /// The entry of row i and column j of the whole matrix.
    ///
    /// @throws IndexOutOfBoundsException if it is not among these rows, or not in the shape: (j, i) may be
    public double get(int i, int j) {
        if (i < firstRow || i - firstRow >= rows || j < shape.from(i) || j >= shape.to(i, columns)) {
            throw new IndexOutOfBoundsException("(" + i + ", " + j + ") is not in rows " + firstRow + " to "
                    + (firstRow + rows - 1) + " of a " + shape + " matrix of " + columns + " columns");
        }
        return values[(int) (shape.before(i, columns) - shape.before(firstRow, columns)) + j - shape.from(i)];
    }
}
