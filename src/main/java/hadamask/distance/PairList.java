package hadamask.distance;

import java.util.Arrays;

/// Pairs that are collected.
final class PairList {
    private int count;
    private int[] from = new int[16];
    private int[] to = new int[16];
    private double[] values = new double[16];

    void add(int i, int j, double value) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        from[count] = i;
        to[count] = j;
        values[count++] = value;
    }

    /// All pairs, list by list.
    static Pairs joined(PairList... lists) {
        int total = 0;
        for (PairList list : lists) {
            total = Math.addExact(total, list.count);
        }
        Pairs pairs = new Pairs(total, new int[total], new int[total], new double[total]);
        int at = 0;
        for (PairList list : lists) {
            System.arraycopy(list.from, 0, pairs.from(), at, list.count);
            System.arraycopy(list.to, 0, pairs.to(), at, list.count);
            System.arraycopy(list.values, 0, pairs.values(), at, list.count);
            at += list.count;
        }
        return pairs;
    }
}
