package hadamask.distance;

import java.util.Arrays;
import java.util.function.DoublePredicate;

/// The nearest rows of one row found so far, nearest first.
///
/// Rows are offered by ascending index, so that ties go to the smaller one.
final class NearestNeighbors {
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
            if (key < worst && first + j != self) {
                insert(key, first + j);
                worst = worst();
            } else if (key == Double.POSITIVE_INFINITY && count < limit && first + j != self) {
                insert(key, first + j);
            }
        }
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
        int place = placeOf(key);
        System.arraycopy(keys, place, keys, place + 1, count - 1 - place);
        System.arraycopy(rows, place, rows, place + 1, count - 1 - place);
        keys[place] = key;
        rows[place] = row;
    }

    /// The place after all keys that are not larger, among the first `count - 1`.
    private int placeOf(double key) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys[middle] <= key) {
                low = middle + 1;
            } else {
                high = middle;
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
