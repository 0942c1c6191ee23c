package hadamask.table.array;

import hadamask.file.InputException;
import hadamask.matrix.SparseEntries;

/// What a file of a sparse matrix may claim: a few bytes can promise billions of rows, which then would be compared.
public final class SparseClaims {
    /// What an entry takes while the matrix is made.
    public static final long BYTES = 28;
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

    /// The matrix of all entries.
    public static Numbers numbers(SparseEntries entries) {
        var matrix = entries.matrix();
        return new Numbers.Sparse(matrix, entries.repeated());
    }
}
