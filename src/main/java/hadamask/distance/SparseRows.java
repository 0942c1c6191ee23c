package hadamask.distance;

import hadamask.matrix.SparseMatrix;

/// Rows of entries in the order in which [Kernel] adds columns: groups of [Tiles#STEP] columns ascending, within a group
/// descending. So a sum over the entries alone has the bits of that over all columns, as zeros add nothing.
///
/// The key of column k is `k ^ 3`, and keys ascend.
///
/// @param starts where the entries of each row start, and the last end
/// @param keys of the entries' columns
/// @param values the entries
@SuppressWarnings("ArrayRecordComponent") // never compared
record SparseRows(int[] starts, int[] keys, double[] values) {
    private static final int LAST = Tiles.STEP - 1;

    /// @param rows has the places
    /// @param numbers what stands there
    static SparseRows of(SparseMatrix rows, double[] numbers) {
        int[] starts = new int[rows.rows() + 1];
        int[] keys = new int[rows.entries()];
        double[] values = new double[keys.length];
        int[] places = rows.places();
        for (int i = 0; i < rows.rows(); i++) {
            starts[i] = rows.start(i);
            for (int k = rows.start(i); k < rows.start(i + 1);) {
                int end = k;
                while (end < rows.start(i + 1) && places[end] / Tiles.STEP == places[k] / Tiles.STEP) {
                    end++;
                }
                for (int m = k; m < end; m++) {
                    keys[k + end - 1 - m] = places[m] ^ LAST;
                    values[k + end - 1 - m] = numbers[m];
                }
                k = end;
            }
        }
        starts[rows.rows()] = rows.entries();
        return new SparseRows(starts, keys, values);
    }
}
