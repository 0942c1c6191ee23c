package hadamask.distance;

/// Which entries of a square matrix are wanted; the others of a [Block] hold nothing of use.
public enum Part {
    /// All.
    ALL,
    /// Row i up to column i: the lower triangle with the diagonal.
    LOWER,
    /// Row i from column i + 1 on: the upper triangle without the diagonal, each pair once.
    UPPER;

    /// The first column of a row.
    public int from(int row) {
        return this == UPPER ? row + 1 : 0;
    }

    /// The column after the last of a row.
    ///
    /// @param columns of the whole matrix
    public int to(int row, int columns) {
        return this == LOWER ? row + 1 : columns;
    }
}
