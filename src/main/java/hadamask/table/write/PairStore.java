package hadamask.table.write;

import java.util.Arrays;

/// Pairs that are kept until all are known, because what is written first depends on them: 16 bytes each.
final class PairStore {
    private static final int MAX = Integer.MAX_VALUE - 8;

    private int count;
    private int[] rows = new int[1024];
    private int[] columns = new int[1024];
    private double[] values = new double[1024];

    void add(int more, int[] moreRows, int[] moreColumns, double[] moreValues) {
        if (count > MAX - more) {
            throw new OutOfMemoryError("Required length exceeds implementation limit");
        }
        if (count + more > rows.length) {
            int room = Math.clamp(Math.max((long) count + more, count + (count >> 1)), 0, MAX);
            rows = Arrays.copyOf(rows, room);
            columns = Arrays.copyOf(columns, room);
            values = Arrays.copyOf(values, room);
        }
        System.arraycopy(moreRows, 0, rows, count, more);
        System.arraycopy(moreColumns, 0, columns, count, more);
        System.arraycopy(moreValues, 0, values, count, more);
        count += more;
    }

    int count() {
        return count;
    }

    int row(int k) {
        return rows[k];
    }

    int column(int k) {
        return columns[k];
    }

    double value(int k) {
        return values[k];
    }
}
