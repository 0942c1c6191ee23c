package hadamask.table.write;

/// Which entries of a matrix are written, row by row.
public enum Shape {
    /// All of them.
    SQUARE,
    /// Those with column <= row: the lower triangle with the diagonal (PHYLIP leaves the diagonal out).
    LOWER,
    /// Those with column > row, in the order of SciPy's condensed distance matrix.
    CONDENSED,
    /// A list in which each entry has its two labels; see [PairSink].
    LONG;

    /// The first column of a row's entries.
    ///
    /// @param row from 0
    public int from(int row) {
        return this == CONDENSED ? row + 1 : 0;
    }

    /// The end of a row's entries, exclusive.
    ///
    /// @param row from 0
    /// @param columns of the whole matrix
    public int to(int row, int columns) {
        return this == LOWER ? Math.min(row + 1, columns) : columns;
    }

    /// How many entries stand before those of a row.
    ///
    /// @param row from 0
    /// @param columns of the whole matrix
    public long before(int row, int columns) {
        long n = row;
        return switch (this) {
            case SQUARE, LONG -> n * columns;
            case LOWER -> n * (n + 1) / 2;
            case CONDENSED -> n * columns - n * (n + 1) / 2;
        };
    }

    /// How many entries all rows have.
    ///
    /// @param rows of the matrix; those of a triangle are as many as its columns
    public long size(int rows, int columns) {
        long n = rows;
        return switch (this) {
            case SQUARE, LONG -> n * columns;
            case LOWER -> n * (n + 1) / 2;
            case CONDENSED -> n * (n - 1) / 2;
        };
    }
}
