package hadamask.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the rows and columns of a table were in its source, and what was guessed when it was read.
///
/// @hidden public for other packages of Hadamask alone
public final class Provenance {
    /// Rows and columns are numbered from 1; nothing was guessed.
    public static final Provenance NONE = new Provenance(null, null, false, RowNumbers.CONSECUTIVE, List.of());

    private final int @Nullable [] lines;
    private final int @Nullable [] places;
    private final boolean turned;
    private final RowNumbers numbers;
    private final List<Note> notes;

    private Provenance(int @Nullable [] lines, int @Nullable [] places, boolean turned, RowNumbers numbers,
            List<Note> notes) {
        this.lines = lines;
        this.places = places;
        this.turned = turned;
        this.numbers = numbers;
        this.notes = notes;
    }

    /// @param rows the line of each row, from 1
    public Provenance withLines(int[] rows) {
        return new Provenance(rows, places, turned, numbers, notes);
    }

    /// @param columns the place of each column, from 0
    public Provenance withPlaces(int[] columns) {
        return new Provenance(lines, columns, turned, numbers, notes);
    }

    public Provenance withNotes(List<Note> said) {
        return new Provenance(lines, places, turned, numbers, List.copyOf(said));
    }

    /// That of some of the rows.
    ///
    /// @param kept from 0, ascending
    Provenance ofRows(int[] kept) {
        int[] rows = new int[kept.length];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = line(kept[k]);
        }
        return new Provenance(rows, places, turned, numbers.of(kept), notes);
    }

    /// That of a table whose columns become rows.
    ///
    /// @param columns how many there are
    Provenance transposed(int columns) {
        int[] rows = new int[columns];
        for (int j = 0; j < columns; j++) {
            rows[j] = place(j) + 1;
        }
        return new Provenance(rows, null, true, RowNumbers.CONSECUTIVE, notes);
    }

    /// Where a row stood: `row 7` is a line, from 1; `column 7` where columns became rows.
    String rowTitle(int row) {
        return (turned ? "column " : "row ") + line(row);
    }

    /// The line of a row, from 1.
    int line(int row) {
        return lines == null ? row + 1 : lines[row];
    }

    /// The place of a column, from 0.
    public int place(int column) {
        return places == null ? column : places[column];
    }

    RowNumbers numbers() {
        return numbers;
    }

    List<Note> notes() {
        return notes;
    }
}
