package hadamask.table.array;

import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.matrix.Matrix;
import hadamask.matrix.SparseEntries;
import hadamask.matrix.SparseMatrix;

/// What a file of a sparse matrix may claim: a few bytes can promise billions of rows, which then would be compared.
public final class SparseClaims {
    /// What an entry takes while the matrix is made.
    public static final long BYTES = 28;
    /// Numbers that a sparse matrix may be filled up to, and for each of its entries: a few bytes can promise billions.
    private static final long FEW_CELLS = 1 << 18;
    private static final long CELLS_PER_ENTRY = 20_000;
    private static final long FEW = 1024;
    private static final long PER_ENTRY = 16;

    private SparseClaims() {
    }

    /// A number of rows or columns.
    ///
    /// @throws InputException if it is none, or 2^31 or more
    public static int dimension(double claimed) {
        if (!(claimed >= 0 && claimed <= Integer.MAX_VALUE - 8) || claimed != Math.rint(claimed)) {
            throw new InputException("has " + Double.toString(claimed).replaceFirst("\\.0$", "")
                    + " rows or columns, expected a number below 2^31 - 8");
        }
        return (int) claimed;
    }

    /// Refuses rows that are next to all empty.
    ///
    /// @param backing entries, or whatever else shows that there are so many rows
    public static void requireRows(long rows, long backing) {
        require(rows, backing, "rows");
    }

    /// Refuses columns that are next to all empty, where each would be filled up.
    public static void requireColumns(long columns, long entries) {
        require(columns, entries, "columns");
    }

    private static void require(long claimed, long backing, String what) {
        if (claimed > FEW + PER_ENTRY * backing) {
            throw new InputException("has " + claimed + " " + what + " and " + backing + " entries, expected at most "
                    + FEW + " " + what + " and " + PER_ENTRY + " more for each entry");
        }
    }

    /// All numbers of a sparse matrix.
    ///
    /// @throws InputException if they do not fit, or its few entries make them unlikely
    public static Matrix filled(SparseMatrix matrix, MemoryLimit memory) {
        long cells = (long) matrix.rows() * matrix.columns();
        requireColumns(matrix.columns(), matrix.entries());
        if (cells > FEW_CELLS + CELLS_PER_ENTRY * matrix.entries()) {
            throw new InputException("has " + matrix + " numbers, of which " + matrix.entries()
                    + " are not 0: too few to fill the others up");
        }
        if (cells > Integer.MAX_VALUE - 8) {
            throw new InputException("has " + matrix + " cells with its zeros, expected at most 2^31 - 9");
        }
        memory.require(matrix + " cells, filled up with zeros,", Double.BYTES * cells);
        return matrix.filled();
    }

    /// The matrix of all entries.
    public static Numbers numbers(SparseEntries entries) {
        var matrix = entries.matrix();
        return new Numbers.Sparse(matrix, entries.repeated());
    }
}
