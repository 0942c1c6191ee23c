package hadamask.table.array;

import hadamask.matrix.Matrix;
import hadamask.matrix.SparseMatrix;

/// The numbers of a file that has no names: all of them, or those that are not 0.
public sealed interface Numbers {
    /// All numbers.
    record Dense(Matrix matrix) implements Numbers {}

    /// The numbers that are not 0.
    ///
    /// @param repeated how many entries stood at a place that another had before, and were added to it
    record Sparse(SparseMatrix matrix, int repeated) implements Numbers {}
}
