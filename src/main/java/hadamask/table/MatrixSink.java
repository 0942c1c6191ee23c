package hadamask.table;

import hadamask.matrix.Matrix;
import java.io.IOException;

/// Takes the numbers of a matrix in blocks of rows, from the first row to the last, and writes them somewhere: no more
/// than a block is in memory.
///
/// The calls are `begin`, then `accept` for rows 0 to the last without a gap, then `finish`, all from one thread. A row
/// has the entries from [Shape#from(int)] to [Shape#to(int, int)] of the frame's shape; those of a block follow each
/// other without a gap. Formats of text come from [Format#matrix].
public interface MatrixSink {
    /// Before the first row.
    ///
    /// @throws IOException if it cannot be written
    void begin(MatrixFrame frame) throws IOException;

    /// The next rows.
    ///
    /// @param firstRow the first of them, from 0
    /// @param rowCount how many, at least 1
    /// @param block their entries; not changed, and free again when the call returns
    /// @throws IOException if they cannot be written
    /// @throws IllegalStateException if they are not the next rows
    /// @throws IllegalArgumentException if the block has fewer entries
    void accept(int firstRow, int rowCount, double[] block) throws IOException;

    /// After the last row.
    ///
    /// @throws IOException if it cannot be written
    /// @throws IllegalStateException if rows are left
    void finish() throws IOException;

    /// A whole matrix at once, of shape [Shape#SQUARE].
    ///
    /// @throws IOException if it cannot be written
    default void write(MatrixFrame frame, Matrix values) throws IOException {
        begin(frame);
        if (values.rows() > 0) {
            accept(0, values.rows(), values.values());
        }
        finish();
    }
}
