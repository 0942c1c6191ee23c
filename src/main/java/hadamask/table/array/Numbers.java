package hadamask.table.array;

import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
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

    /// Room for a matrix of cells.
    ///
    /// @param memory of the process
    /// @param besides further bytes in use: the content, and the index of its rows
    /// @throws InputException if there are too many
    static double[] room(int rows, int columns, MemoryLimit memory, long besides) {
        if ((long) rows * columns > Integer.MAX_VALUE - 8) {
            throw new InputException("has " + rows + " x " + columns + " cells, expected at most 2^31 - 9");
        }
        memory.require(rows + " x " + columns + " cells", (long) Double.BYTES * rows * columns + besides);
        return new double[rows * columns];
    }
}
