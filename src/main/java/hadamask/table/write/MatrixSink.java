package hadamask.table.write;

import hadamask.matrix.Matrix;
import java.io.IOException;

/// Takes the numbers of a matrix in blocks of rows, from the first row to the last, and writes them somewhere: no more
/// than a block is in memory.
///
/// Call `begin`, then `accept` for all rows in order, then `finish`, all from one thread. A row has the entries from
/// [Shape#from(int)] to [Shape#to(int, int)] of the frame's shape; the rows of a block follow each other without a gap.
/// [Format#matrix] gives the sinks of the file formats.
public interface MatrixSink {
    /// Before the first row.
    ///
    /// @throws IOException if it cannot be written
    void begin(MatrixFrame frame) throws IOException;

    /// The next rows.
    ///
    /// @param firstRow the first of them, from 0
    /// @param rowCount how many, at least 1
    /// @param block their entries; not changed, and may be reused once the call returns
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
