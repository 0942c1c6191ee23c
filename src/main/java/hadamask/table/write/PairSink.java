package hadamask.table.write;

import java.io.IOException;

/// Takes listed entries of a matrix, such as the nearest neighbours: row, column and value of each, in the order in which
/// they are written.
///
/// Call `begin`, then `accept` any number of times, then `finish`, all from one thread.
public interface PairSink {
    /// Before the first pair.
    ///
    /// @param frame labels of the rows and columns; positions from 1 stand for labels that are null
    /// @param value what the numbers are, such as `distance`
    /// @throws IOException if it cannot be written
    void begin(MatrixFrame frame, String value) throws IOException;

    /// The next pairs.
    ///
    /// @param count how many
    /// @param rows the row of each, from 0
    /// @param columns the column of each, from 0
    /// @param values the value of each; the arrays are not changed, and may be reused once the call returns
    /// @throws IOException if they cannot be written
    void accept(int count, int[] rows, int[] columns, double[] values) throws IOException;

    /// After the last pair.
    ///
    /// @throws IOException if it cannot be written
    void finish() throws IOException;
}
