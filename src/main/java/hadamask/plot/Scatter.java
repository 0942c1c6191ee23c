package hadamask.plot;

import hadamask.matrix.Matrix;
import hadamask.table.Table;

/// Rows as a plot of two of their columns shows them.
///
/// @param title the heading of the picture
/// @param table the rows
/// @param x the column that goes to the right, from 0
/// @param y the column that goes upwards
/// @param centre a row with the mean of each column
/// @param distances a row with the Mahalanobis distance of each row to the centre, in all columns
/// @param limit the distance from which rows are outliers
public record Scatter(String title, Table table, int x, int y, Matrix centre, Matrix distances, double limit) {
    int rows() {
        return table.values().rows();
    }

    /// How many columns the distances are of.
    int columns() {
        return table.values().columns();
    }

    private int place(int column) {
        return column == 0 ? x : y;
    }

    double value(int row, int column) {
        return table.values().get(row, place(column));
    }

    double centre(int column) {
        return centre.get(0, place(column));
    }

    double distance(int row) {
        return distances.get(0, row);
    }

    boolean isOutlier(int row) {
        return distance(row) > limit;
    }

    String name(int column) {
        int place = place(column);
        return table.columnNames() == null ? "column " + (place + 1) : table.columnName(place);
    }

    String label(int row) {
        return table.labels() == null ? String.valueOf(table.rowNumbers().of(row)) : table.labels().get(row);
    }
}
