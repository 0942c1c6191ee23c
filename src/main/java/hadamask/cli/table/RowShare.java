package hadamask.cli.table;

/// The rows of which one of several machines lists pairs.
///
/// @param part from 0
/// @param parts that there are together; 0: no row is listed, and what stands above the pairs is all that is written
public record RowShare(int part, int parts) {
    /// The first of so many rows.
    int first(int rows) {
        return parts == 0 ? 0 : (int) ((long) rows * part / parts);
    }

    /// Behind the last of so many rows.
    int end(int rows) {
        return parts == 0 ? 0 : (int) ((long) rows * (part + 1) / parts);
    }
}
