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

    /// `sum (x - y)^2` of row i and row j of others.
    double squares(int i, SparseRows others, int j) {
        int k = starts[i];
        int l = others.starts[j];
        int endK = starts[i + 1];
        int endL = others.starts[j + 1];
        double sum = 0;
        while (k < endK && l < endL) {
            int p = keys[k];
            int q = others.keys[l];
            double x = p <= q ? values[k] : 0;
            double y = q <= p ? others.values[l] : 0;
            sum = Math.fma(x - y, x - y, sum);
            k += p <= q ? 1 : 0;
            l += q <= p ? 1 : 0;
        }
        return addSquares(others.values, l, endL, addSquares(values, k, endK, sum));
    }

    private static double addSquares(double[] entries, int from, int to, double start) {
        double sum = start;
        for (int k = from; k < to; k++) {
            sum = Math.fma(entries[k], entries[k], sum);
        }
        return sum;
    }

    /// `sum abs(x - y)` of row i and row j of others: two sums for the halves of each group, as [Kernel.Absolutes] adds them.
    double absolutes(int i, SparseRows others, int j) {
        int k = starts[i];
        int l = others.starts[j];
        int endK = starts[i + 1];
        int endL = others.starts[j + 1];
        int group = -1;
        double sum = 0;
        double low = 0;
        double high = 0;
        while (k < endK || l < endL) {
            int p = k < endK ? keys[k] : Integer.MAX_VALUE;
            int q = l < endL ? others.keys[l] : Integer.MAX_VALUE;
            double x = p <= q ? values[k] : 0;
            double y = q <= p ? others.values[l] : 0;
            k += p <= q ? 1 : 0;
            l += q <= p ? 1 : 0;
            int key = Math.min(p, q);
            if (key / Tiles.STEP != group) {
                group = key / Tiles.STEP;
                sum += low + high;
                low = 0;
                high = 0;
            }
            double difference = Math.abs(x - y);
            low += (key & 2) == 0 ? 0 : difference;
            high += (key & 2) == 0 ? difference : 0;
        }
        return sum + (low + high);
    }
}
