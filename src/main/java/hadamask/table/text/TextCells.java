package hadamask.table.text;

import hadamask.table.TextColumns;
import java.util.HashSet;
import java.util.Set;

/// The texts of a table while it is read: several threads put them, each into its own place, and numbers are given to them in the end, so
/// that these do not depend on the threads.
final class TextCells {
    private final String[][] cells;
    private final TableLayout layout;

    /// @param rows of the table
    TextCells(TableLayout layout, int rows) {
        this.layout = layout;
        cells = new String[layout.selected().length][0];
        for (int column : layout.texts()) {
            cells[layout.target(column)] = new String[rows];
        }
    }

    /// The texts of the next rows, from a row on.
    void put(int row, TextCells next) {
        for (int target = 0; target < cells.length; target++) {
            System.arraycopy(next.cells[target], 0, cells[target], Math.min(row, cells[target].length),
                    next.cells[target].length);
        }
    }

    /// Room for as many rows, of the same columns.
    TextCells room(int rows) {
        return new TextCells(layout, rows);
    }

    /// @param target the place of a column among those that are read
    /// @param text empty where it is missing
    void put(int row, int target, String text) {
        cells[target][row] = text;
    }

    /// Puts the numbers of the texts among those of the other columns, row by row; NaN where one is missing.
    TextColumns numbered(double[] values) {
        TextColumns.Numbering numbering = new TextColumns.Numbering();
        Set<Integer> places = new HashSet<>();
        for (int target = 0; target < cells.length; target++) {
            for (int row = 0; row < cells[target].length; row++) {
                String text = cells[target][row];
                values[row * cells.length + target] = text.isEmpty() ? Double.NaN : numbering.number(text);
            }
            if (cells[target].length > 0) {
                places.add(layout.selected()[target] + 1);
            }
        }
        return new TextColumns(numbering.texts(), places);
    }
}
