package hadamask.distance;

import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;

/// Puts rows in order so that near ones stand together: they are cut at about a median of the column in which they spread most,
/// each part is cut again, and so on down to leaves (a k-d tree, of which only the order is kept).
///
/// A cut lies at a power of two of leaves, so that any 2^h leaves from a multiple of 2^h on are a part. Rows that are equal in the column
/// are cut by their index: equal rows stay in order.
final class MedianCuts {
    /// Parts of this many rows are left to one thread.
    private static final int PART = 1 << 13;

    private final Matrix rows;
    private final double[] scales;
    private final int[] order;
    private final int leafRows;
    private final double[] keys;

    /// @param order indices of rows; those that are cut are put into another order
    /// @param leafRows rows of a leaf
    MedianCuts(Matrix rows, double[] scales, int[] order, int leafRows) {
        this.rows = rows;
        this.scales = scales;
        this.order = order;
        this.leafRows = leafRows;
        keys = new double[order.length];
    }

    /// Cuts the first `count` rows of the order, without NaN among their numbers.
    void cut(int count, Workers workers) {
        int leaves = Math.ceilDiv(count, leafRows);
        if (leaves == 0) {
            return;
        }
        int side = Integer.highestOneBit(2 * leaves - 1); // the power of two from `leaves` on
        while (side > 1 && (long) side * leafRows > PART) {
            int step = side;
            workers.inAnyOrder(Math.ceilDiv(leaves, step), part -> {
                int to = Math.min(leaves, (part + 1) * step);
                if (to - part * step > step / 2) { // otherwise the next round cuts it
                    cutOnce(part * step, to, count);
                }
            });
            side /= 2;
        }
        int step = side;
        workers.inAnyOrder(Math.ceilDiv(leaves, step), part -> cutAll(part * step,
                Math.min(leaves, (part + 1) * step), count));
    }

    private void cutAll(int from, int to, int count) {
        if (to - from > 1) {
            int middle = cutOnce(from, to, count);
            cutAll(from, middle, count);
            cutAll(middle, to, count);
        }
    }

    /// Cuts the leaves `from` to `to - 1`, and tells where.
    private int cutOnce(int from, int to, int count) {
        int middle = from + Integer.highestOneBit(to - from - 1);
        int first = from * leafRows;
        int end = Math.min(count, to * leafRows);
        int column = widest(first, end);
        for (int place = first; place < end; place++) {
            keys[place] = rows.get(order[place], column);
        }
        select(first, end, middle * leafRows);
        return middle;
    }

    private int widest(int first, int end) {
        int widest = 0;
        double most = -1;
        for (int k = 0; k < rows.columns(); k++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int place = first; place < end; place++) {
                double value = rows.get(order[place], k);
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            double spread = scales[k] == 0 ? 0 : scales[k] * (high - low);
            if (spread > most) {
                most = spread;
                widest = k;
            }
        }
        return widest;
    }

    /// Hoare's selection: the keys before a place are not larger than those from it on.
    private void select(int first, int end, int wanted) {
        int low = first;
        int high = end - 1;
        int state = 1;
        while (low < high) {
            state = state * 1664525 + 1013904223; // so that no order of rows is a bad one
            int pivot = median(low, high, low + (state >>> 1) % (high - low + 1));
            double key = keys[pivot];
            int row = order[pivot];
            int i = low;
            int j = high;
            while (i <= j) {
                while (isBefore(i, key, row)) {
                    i++;
                }
                while (isBehind(j, key, row)) {
                    j--;
                }
                if (i <= j) {
                    swap(i++, j--);
                }
            }
            if (wanted <= j) {
                high = j;
            } else if (wanted >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private int median(int a, int c, int b) {
        if (isBefore(a, keys[b], order[b])) {
            return isBefore(b, keys[c], order[c]) ? b : isBefore(a, keys[c], order[c]) ? c : a;
        }
        return isBefore(a, keys[c], order[c]) ? a : isBefore(b, keys[c], order[c]) ? c : b;
    }

    private boolean isBefore(int place, double key, int row) {
        return keys[place] < key || (keys[place] == key && order[place] < row);
    }

    private boolean isBehind(int place, double key, int row) {
        return keys[place] > key || (keys[place] == key && order[place] > row);
    }

    private void swap(int a, int b) {
        double key = keys[a];
        keys[a] = keys[b];
        keys[b] = key;
        int row = order[a];
        order[a] = order[b];
        order[b] = row;
    }
}
