package hadamask.table;

/// How a format writes a matrix as text, row by row.
sealed interface MatrixText permits DelimitedMatrix, JsonMatrix, PhylipMatrix {
    /// What stands before the first row.
    void begin(MatrixFrame frame, Text text);

    /// A row with the line's end; in any thread.
    ///
    /// @param block holds the row's entries at `from` to `to`, exclusive
    void row(MatrixFrame frame, int row, double[] block, int from, int to, Text text);

    /// What stands behind the last row.
    void end(MatrixFrame frame, Text text);
}
