package hadamask.table.text;

import java.util.ArrayList;
import java.util.List;

/// The first rows of a text, cell by cell: the evidence for guesses. Rows are read on demand.
final class FirstRows {
    private static final int MAX_ROWS = 101;
    private static final int MIN_ROWS = 3;
    /// Of a wide table fewer rows are looked at.
    private static final int MAX_CELLS = 20_000;

    private final byte[] text;
    private final Fields fields;
    private final Records records;
    private final CellSyntax syntax;
    private final List<List<String>> known = new ArrayList<>();
    private final int count;

    FirstRows(byte[] text, CellSyntax syntax, Records records) {
        this.text = text;
        this.fields = new Fields(text, syntax);
        this.records = records;
        this.syntax = syntax;
        int wide = records.count() == 0 ? 0 : row(0).size();
        this.count = Math.min(records.count(), Math.clamp(MAX_CELLS / Math.max(1, wide), MIN_ROWS, MAX_ROWS));
    }

    /// The same for another thread.
    FirstRows again() {
        return new FirstRows(text, syntax, records);
    }

    /// How many cells of a row are what.
    record Tally(int empty, int missing, int numbers, int texts) {}

    /// How many rows can be examined, the header included.
    int count() {
        return count;
    }

    /// The cells of a row, from 0, even those that are not valid UTF-8.
    List<String> row(int i) {
        while (known.size() <= i) {
            known.add(fields.texts(records, known.size()));
        }
        return known.get(i);
    }

    /// A cell; empty where the row is too short.
    String cell(int row, int column) {
        List<String> cells = row(row);
        return column < cells.size() ? cells.get(column) : "";
    }

    /// What a cell is.
    CellSyntax.Kind kind(int row, int column) {
        return syntax.kind(cell(row, column));
    }

    /// What the cells of a row are.
    Tally tally(int row) {
        int empty = 0;
        int missing = 0;
        int numbers = 0;
        int cells = row(row).size();
        for (int j = 0; j < cells; j++) {
            CellSyntax.Kind kind = kind(row, j);
            empty += kind == CellSyntax.Kind.EMPTY ? 1 : 0;
            missing += kind == CellSyntax.Kind.MISSING ? 1 : 0;
            numbers += kind == CellSyntax.Kind.NUMBER ? 1 : 0;
        }
        return new Tally(empty, missing, numbers, cells - empty - missing - numbers);
    }

    /// The number in a cell, or NaN.
    double number(int row, int column) {
        return syntax.number(cell(row, column));
    }

    /// The line of a row in the file, from 1.
    int line(int row) {
        return records.line(row);
    }

    /// Whether a column counts all rows of the text one by one, from 0 or from 1.
    ///
    /// @param firstRow the first after the header
    /// @param atLeast fewer rows are no evidence
    boolean counts(int firstRow, int column, int atLeast) {
        int rows = records.count() - firstRow;
        double start = rows < atLeast ? Double.NaN : number(firstRow, column);
        if (start != 0 && start != 1) {
            return false;
        }
        for (int i = 0; i < rows; i++) {
            fields.record(records, firstRow + i);
            for (int j = 0; j <= column; j++) {
                if (!fields.next()) {
                    return false;
                }
            }
            if (fields.number() != start + i) {
                return false;
            }
        }
        return true;
    }
}
