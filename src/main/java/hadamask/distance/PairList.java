package hadamask.distance;

import java.util.Arrays;

/// Collects pairs in arrays that are reused.
final class PairList {
    private int count;
    private int[] from;
    private int[] to;
    private double[] values;

    /// @param room initial capacity; it grows
    PairList(int room) {
        from = new int[room];
        to = new int[room];
        values = new double[room];
    }

    /// Empty lists.
    static PairList[] several(int count) {
        PairList[] lists = new PairList[count];
        Arrays.setAll(lists, k -> new PairList(16));
        return lists;
    }

    void clear() {
        count = 0;
    }

    void add(int i, int j, double value) {
        if (count == from.length) {
            grow(2 * count);
        }
        set(count++, i, j, value);
    }

    /// Sets the pair at a place within the capacity; the count does not change.
    void set(int place, int i, int j, double value) {
        from[place] = i;
        to[place] = j;
        values[place] = value;
    }

    /// Number of pairs.
    int count() {
        return count;
    }

    /// Adds pairs `start` to `end - 1` of another list, ordered by their second row.
    void addByRow(PairList other, int start, int end) {
        long[] places = new long[end - start];
        for (int k = start; k < end; k++) {
            places[k - start] = (long) other.to[k] << 32 | k;
        }
        Arrays.sort(places);
        for (long place : places) {
            int k = (int) place;
            add(other.from[k], other.to[k], other.values[k]);
        }
    }

    void addAll(PairList other) {
        addAll(other, 0, other.count);
    }

    /// Adds pairs `start` to `end - 1` of another list.
    void addAll(PairList other, int start, int end) {
        int added = end - start;
        int total = Math.addExact(count, added);
        if (total > from.length) {
            grow(Math.max(total, Math.clamp(2L * from.length, 16, Integer.MAX_VALUE / 2)));
        }
        System.arraycopy(other.from, start, from, count, added);
        System.arraycopy(other.to, start, to, count, added);
        System.arraycopy(other.values, start, values, count, added);
        count = total;
    }

    private void grow(int room) {
        from = Arrays.copyOf(from, room);
        to = Arrays.copyOf(to, room);
        values = Arrays.copyOf(values, room);
    }

    /// The pairs, not copied.
    Pairs pairs() {
        return pairs(count);
    }

    /// The first `total` pairs, not copied.
    Pairs pairs(int total) {
        return new Pairs(total, from, to, values);
    }
}
