package hadamask.table.write;

import java.io.IOException;
import java.util.List;

/// Takes pairs with several values each, in the order in which they are written. Use it as a [PairSink].
public interface PairTableSink {
    /// Before the first pair.
    ///
    /// @param frame labels of the rows and columns; positions from 1 stand for labels that are null
    /// @param values what the numbers of a pair are, such as `euclidean` and `cosine`
    /// @throws IOException if it cannot be written
    void begin(MatrixFrame frame, List<String> values) throws IOException;

    /// The next pairs.
    ///
    /// @param count how many
    /// @param rows the row of each, from 0
    /// @param columns the column of each, from 0
    /// @param values for each number of a pair an array with a place per pair; the arrays are not changed, and may be reused once
    ///        the call returns
    /// @throws IOException if they cannot be written
    void accept(int count, int[] rows, int[] columns, double[][] values) throws IOException;

    /// After the last pair.
    ///
    /// @throws IOException if it cannot be written
    void finish() throws IOException;
}
