package hadamask.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the rows and columns of a table were in its source, and what was guessed when it was read.
final class Provenance {
    /// Rows and columns are numbered from 1; nothing was guessed.
    static final Provenance NONE = new Provenance(null, null, RowNumbers.CONSECUTIVE, List.of());

    private final int @Nullable [] lines;
    private final int @Nullable [] places;
    private final RowNumbers numbers;
    private final List<Note> notes;

    private Provenance(int @Nullable [] lines, int @Nullable [] places, RowNumbers numbers, List<Note> notes) {
        this.lines = lines;
        this.places = places;
        this.numbers = numbers;
        this.notes = notes;
    }

    /// @param rows the line of each row, from 1
    Provenance withLines(int[] rows) {
        return new Provenance(rows, places, numbers, notes);
    }

    /// @param columns the place of each column, from 0
    Provenance withPlaces(int[] columns) {
        return new Provenance(lines, columns, numbers, notes);
    }

    Provenance withNotes(List<Note> said) {
        return new Provenance(lines, places, numbers, List.copyOf(said));
    }

    /// That of some of the rows.
    ///
    /// @param kept from 0, ascending
    Provenance ofRows(int[] kept) {
        int[] rows = new int[kept.length];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = line(kept[k]);
        }
        return new Provenance(rows, places, numbers.of(kept), notes);
    }

    /// The line of a row, from 1.
    int line(int row) {
        return lines == null ? row + 1 : lines[row];
    }

    /// The place of a column, from 0.
    int place(int column) {
        return places == null ? column : places[column];
    }

    RowNumbers numbers() {
        return numbers;
    }

    List<Note> notes() {
        return notes;
    }
}
