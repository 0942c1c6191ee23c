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

    void addAll(PairList other) {
        int total = Math.addExact(count, other.count);
        if (total > from.length) {
            grow(Math.max(total, Math.clamp(2L * from.length, 16, Integer.MAX_VALUE / 2)));
        }
        System.arraycopy(other.from, 0, from, count, other.count);
        System.arraycopy(other.to, 0, to, count, other.count);
        System.arraycopy(other.values, 0, values, count, other.count);
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
