package hadamask.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands around the numbers of a matrix: its size and its labels.
///
/// @param shape which entries are written; a triangle has as many rows as columns
/// @param rows number of rows
/// @param columns number of columns of the whole matrix
/// @param rowLabels a label per row, or null
/// @param columnLabels a label per column, or null
/// @param corner what stands above the row labels; empty for nothing
public record MatrixFrame(Shape shape, int rows, int columns, @Nullable List<String> rowLabels,
        @Nullable List<String> columnLabels, String corner) {
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

    /// A whole table.
    public static MatrixFrame of(Table table) {
        return new MatrixFrame(Shape.SQUARE, table.values().rows(), table.values().columns(), table.labels(),
                table.columnNames());
    }

    /// The labels of the rows, or their positions from 1 where they have none.
    String rowLabel(int row) {
        return rowLabels == null ? String.valueOf(row + 1) : rowLabels.get(row);
    }

    /// The labels of the columns, or their positions from 1 where they have none.
    String columnLabel(int column) {
        return columnLabels == null ? String.valueOf(column + 1) : columnLabels.get(column);
    }

}
