package hadamask.matrix;

import java.io.Serializable;

/// A linear map of centred rows.
interface RowTransform extends Serializable {
    /// How many numbers a row has.
    int columns();

    /// How many numbers it becomes.
    int width();

    /// Rows that one of several workers takes.
    int rowsAtOnce();

    /// Maps the rows `from` to `to - 1`.
    ///
    /// @param centre what is taken from each row first
    /// @param result rows of [#width()] numbers, all of them
    void rows(Centre centre, Matrix x, int from, int to, double[] result);
}
