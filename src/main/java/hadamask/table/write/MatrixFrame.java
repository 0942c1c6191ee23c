package hadamask.table.write;

import hadamask.table.RowNumbers;
import hadamask.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What surrounds the numbers of a matrix: its size and its labels.
///
/// @param shape which entries are written; a triangle has as many rows as columns
/// @param rows number of rows
/// @param columns number of columns of the whole matrix
/// @param rowLabels a label per row, or null
/// @param columnLabels a label per column, or null
/// @param corner the text above the row labels, or empty
/// @param rowNumbers the numbers by which rows without labels are called
/// @param columnNumbers the same for columns that are rows of a table
/// @param isOneTable whether rows and columns are the rows of one table
public record MatrixFrame(Shape shape, int rows, int columns, @Nullable List<String> rowLabels,
        @Nullable List<String> columnLabels, String corner, RowNumbers rowNumbers,
        RowNumbers columnNumbers, boolean isOneTable) {
    /// @throws IllegalArgumentException if the labels are not as many as the rows and columns, or a triangle is not square
    public MatrixFrame {
        if (rowLabels != null && rowLabels.size() != rows) {
            throw new IllegalArgumentException(rowLabels.size() + " labels for " + rows + " rows");
        }
        if (columnLabels != null && columnLabels.size() != columns) {
            throw new IllegalArgumentException(columnLabels.size() + " labels for " + columns + " columns");
        }
        if ((shape == Shape.LOWER || shape == Shape.CONDENSED) && rows != columns) {
            throw new IllegalArgumentException(shape + " of " + rows + " x " + columns);
        }
    }

    /// With nothing above the row labels.
    public MatrixFrame(Shape shape, int rows, int columns, @Nullable List<String> rowLabels,
            @Nullable List<String> columnLabels) {
        this(shape, rows, columns, rowLabels, columnLabels, "");
    }

    /// With rows and columns that are called by their positions.
    public MatrixFrame(Shape shape, int rows, int columns, @Nullable List<String> rowLabels,
            @Nullable List<String> columnLabels, String corner) {
        this(shape, rows, columns, rowLabels, columnLabels, corner, RowNumbers.CONSECUTIVE, RowNumbers.CONSECUTIVE,
                false);
    }

    /// The matrix of the rows of one table (its rows) and of another, or the same (its columns).
    public static MatrixFrame pairs(Shape shape, Table from, Table to) {
        return new MatrixFrame(shape, from.rows(), to.rows(), from.labels(), to.labels(), "",
                from.rowNumbers(), to.rowNumbers(), from == to);
    }

    /// A whole table.
    public static MatrixFrame of(Table table) {
        return new MatrixFrame(Shape.SQUARE, table.values().rows(), table.values().columns(), table.labels(),
                table.columnNames());
    }

    /// The label of a row, or its number where it has none.
    String rowLabel(int row) {
        return rowLabels == null ? String.valueOf(rowNumbers.of(row)) : rowLabels.get(row);
    }

    /// The label of a column, or its number where it has none.
    String columnLabel(int column) {
        return columnLabels == null ? String.valueOf(columnNumbers.of(column)) : columnLabels.get(column);
    }
}
