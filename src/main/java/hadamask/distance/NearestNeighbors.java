package hadamask.distance;

import java.util.Arrays;
import java.util.function.DoublePredicate;

/// The nearest rows of one row found so far, nearest first.
///
/// Ties go to the smaller index, whatever the order in which rows are offered.
final class NearestNeighbors {
    /// Among so few the place is found while they are moved.
    private static final int FEW = 16;

    private final int limit;
    private final double sign;
    private int count;
    private int[] rows = new int[0];
    /// Distances, or similarities times -1.
    private double[] keys = new double[0];

    /// @param limit how many are kept
    /// @param nearIsSmall whether a small value is near
    NearestNeighbors(int limit, boolean nearIsSmall) {
        this.limit = limit;
        sign = nearIsSmall ? 1 : -1;
    }

    /// Offers the rows `first` to `first + width - 1`, whose values stand from `at` on.
    ///
    /// @param self a row that is skipped, or -1
    void offer(double[] values, int at, int first, int width, int self) {
        double worst = worst();
        for (int j = 0; j < width; j++) {
            double key = sign * values[at + j];
            if (key <= worst && first + j != self && isWanted(key, first + j)) {
                insert(key, first + j);
                worst = worst();
            }
        }
    }

    /// Offers rows of any indices, whose values stand from 0 on.
    ///
    /// @param indices from `start` on
    /// @param self a row that is skipped, or -1
    void offer(double[] values, int[] indices, int start, int width, int self) {
        double worst = worst();
        for (int j = 0; j < width; j++) {
            double key = sign * values[j];
            if (key <= worst && indices[start + j] != self && isWanted(key, indices[start + j])) {
                insert(key, indices[start + j]);
                worst = worst();
            }
        }
    }

    /// Whether a key that is not above the worst one comes before the last row, or finds room behind it.
    private boolean isWanted(double key, int row) {
        return count < limit || key < keys[count - 1] || row < rows[count - 1];
    }

    /// Forgets all rows.
    void clear() {
        count = 0;
    }

    /// Whether there is no room without giving up a row.
    boolean isFull() {
        return count == limit;
    }

    /// The value of the last row.
    double worstValue() {
        return sign * keys[count - 1];
    }

    /// The index of the last row.
    int worstRow() {
        return rows[count - 1];
    }

    private double worst() {
        return count < limit ? Double.POSITIVE_INFINITY : keys[count - 1];
    }

    private void insert(double key, int row) {
        if (count < limit) {
            if (count == keys.length) {
                int room = Math.min(limit, Math.max(16, 2 * count));
                keys = Arrays.copyOf(keys, room);
                rows = Arrays.copyOf(rows, room);
            }
            count++;
        }
        if (count <= FEW) {
            int place = count - 1;
            for (; place > 0 && isBehind(place - 1, key, row); place--) {
                keys[place] = keys[place - 1];
                rows[place] = rows[place - 1];
            }
            keys[place] = key;
            rows[place] = row;
            return;
        }
        int place = placeOf(key, row);
        System.arraycopy(keys, place, keys, place + 1, count - 1 - place);
        System.arraycopy(rows, place, rows, place + 1, count - 1 - place);
        keys[place] = key;
        rows[place] = row;
    }

    /// The place after all that come before a row, among the first `count - 1`.
    private boolean isBehind(int place, double key, int row) {
        return keys[place] > key || (keys[place] == key && rows[place] > row);
    }

    private int placeOf(double key, int row) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBehind(middle, key, row)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// Adds the wanted ones to a list.
    void appendTo(PairList list, int from, DoublePredicate wanted) {
        for (int k = 0; k < count; k++) {
            if (wanted.test(sign * keys[k])) {
                list.add(from, rows[k], sign * keys[k]);
            }
        }
    }
}
