package hadamask.table.write;

import hadamask.table.number.Text;

/// How a format writes a matrix as text, row by row.
sealed interface MatrixText permits DelimitedMatrix, JsonMatrix, PhylipMatrix {
    /// The text before the first row.
    void begin(MatrixFrame frame, Text text);

    /// A row with its line end; called from any thread.
    ///
    /// @param block holds the row's entries at `from` to `to`, exclusive
    void row(MatrixFrame frame, int row, double[] block, int from, int to, Text text);

    /// The text after the last row.
    void end(MatrixFrame frame, Text text);
}
