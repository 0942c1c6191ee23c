package hadamask.batch;

import java.util.List;

/// What was measured in an image.
///
/// @param columns the names of the numbers of a row
/// @param values row by row
/// @param notes what was guessed, a line each
@SuppressWarnings("ArrayRecordComponent") // on its way to the table, never compared
public record Measured(List<String> columns, double[] values, List<String> notes) {
    public Measured {
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }
}
