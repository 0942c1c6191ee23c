package hadamask.distance;

import hadamask.matrix.SparseMatrix;
import org.jspecify.annotations.Nullable;

/// The rows that are compared, of which only the entries other than 0 are kept.
///
/// @param from the rows compared from
/// @param other the rows compared to; null: the same
record SparseOperands(SparseMatrix from, @Nullable SparseMatrix other) {
    SparseOperands {
        int columns = other == null ? from.columns() : other.columns();
        if (from.columns() != columns || columns == 0) {
            throw new IllegalArgumentException("rows of " + from.columns() + " and of " + columns
                    + " columns, expected equally many, at least 1");
        }
    }

    /// The rows compared to.
    SparseMatrix to() {
        return other == null ? from : other;
    }

    /// Whether they are the rows of one table.
    boolean isOneTable() {
        return other == null;
    }

    /// Two rows in the columns where either has an entry, ascending; one column of zeros where there is none.
    ///
    /// @param u entries of the row compared from
    /// @param v entries of the row compared to
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Union(double[] u, double[] v) {}

    /// Row i of the first table and row j of the second.
    Union union(int i, int j) {
        return union(i, j, from.values(), to().values());
    }

    /// The same with other numbers in the places of the entries.
    Union union(int i, int j, double[] fromValues, double[] toValues) {
        SparseMatrix b = to();
        int k = from.start(i);
        int l = b.start(j);
        int endK = from.start(i + 1);
        int endL = b.start(j + 1);
        int count = 0;
        double[] u = new double[Math.max(1, endK - k + endL - l)];
        double[] v = new double[u.length];
        while (k < endK || l < endL) {
            int p = k < endK ? from.places()[k] : Integer.MAX_VALUE;
            int q = l < endL ? b.places()[l] : Integer.MAX_VALUE;
            u[count] = p <= q ? fromValues[k] : 0;
            v[count++] = q <= p ? toValues[l] : 0;
            k += p <= q ? 1 : 0;
            l += q <= p ? 1 : 0;
        }
        return new Union(u, v);
    }
}
