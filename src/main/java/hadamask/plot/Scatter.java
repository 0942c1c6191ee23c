package hadamask.plot;

import hadamask.matrix.Matrix;
import hadamask.table.Table;

/// Rows of two columns as a plot shows them.
///
/// @param title the heading of the picture
/// @param table two columns
/// @param centre a row with the mean of both
/// @param distances a row with the Mahalanobis distance of each row to the centre
public record Scatter(String title, Table table, Matrix centre, Matrix distances) {
    int rows() {
        return table.values().rows();
    }

    double value(int row, int column) {
        return table.values().get(row, column);
    }

    double centre(int column) {
        return centre.get(0, column);
    }

    double distance(int row) {
        return distances.get(0, row);
    }

    String name(int column) {
        return table.columnNames() == null ? "column " + (column + 1) : table.columnName(column);
    }

    String label(int row) {
        return table.labels() == null ? String.valueOf(table.rowNumbers().of(row)) : table.labels().get(row);
    }
}
