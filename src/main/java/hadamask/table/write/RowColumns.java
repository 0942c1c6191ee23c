package hadamask.table.write;

import hadamask.matrix.Matrix;
import hadamask.table.Table;
import java.util.ArrayList;
import java.util.List;

/// A line for each row of a table: its label, or where it has none its number in a column `row`; then what was found of it.
///
/// @param frame names and labels
/// @param values the numbers
public record RowColumns(MatrixFrame frame, Matrix values) {
    /// Puts columns side by side.
    ///
    /// @param names of the columns
    /// @param columns a number of each row
    public static RowColumns of(Table table, List<String> names, List<double[]> columns) {
        List<String> allNames = new ArrayList<>(names);
        List<double[]> all = new ArrayList<>(columns);
        if (table.labels() == null) {
            allNames.addFirst("row");
            all.addFirst(numbers(table));
        }
        return new RowColumns(
                new MatrixFrame(Shape.SQUARE, table.rows(), allNames.size(), table.labels(), allNames, "id"),
                beside(table.rows(), all));
    }

    private static double[] numbers(Table table) {
        double[] numbers = new double[table.rows()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = table.rowNumbers().of(i);
        }
        return numbers;
    }

    private static Matrix beside(int rows, List<double[]> columns) {
        int width = columns.size();
        double[] values = new double[rows * width];
        for (int at = 0; at < values.length; at++) {
            values[at] = columns.get(at % width)[at / width];
        }
        return new Matrix(rows, width, values);
    }
}
