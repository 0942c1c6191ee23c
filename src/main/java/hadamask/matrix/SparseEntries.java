package hadamask.matrix;

import java.util.Arrays;
import java.util.Objects;

/// Entries of a [SparseMatrix] in any order, as they are read. Those of one place are added up, in their order.
///
/// Memory: 16 bytes per entry, and while the matrix is made 12 more.
public final class SparseEntries {
    private static final int MAX = Integer.MAX_VALUE - 8;

    private final int rows;
    private final int columns;
    private int[] rowOf;
    private int[] places;
    private double[] values;
    private int count;
    private int repeated;

    /// @param rows of the matrix
    /// @param columns of the matrix
    /// @param room for so many entries; it grows
    public SparseEntries(int rows, int columns, int room) {
        this.rows = rows;
        this.columns = columns;
        rowOf = new int[room];
        places = new int[room];
        values = new double[room];
    }

    /// Adds an entry; a 0 is left out.
    ///
    /// @throws IndexOutOfBoundsException if there is no such row or column
    /// @throws OutOfMemoryError if there are 2^31 or more
    public void add(int row, int column, double value) {
        if (value == 0) {
            return;
        }
        if (count == rowOf.length) {
            if (count == MAX) {
                throw new OutOfMemoryError("Required length exceeds implementation limit");
            }
            int room = Math.clamp((long) count + (count >> 1), 1024, MAX);
            rowOf = Arrays.copyOf(rowOf, room);
            places = Arrays.copyOf(places, room);
            values = Arrays.copyOf(values, room);
        }
        rowOf[count] = Objects.checkIndex(row, rows);
        places[count] = Objects.checkIndex(column, columns);
        values[count++] = value;
    }

    /// How many entries there are, before those of one place are added up.
    public int count() {
        return count;
    }

    /// How many entries were added to an earlier one of their place; known once the matrix is made.
    public int repeated() {
        return repeated;
    }

    /// The matrix.
    public SparseMatrix matrix() {
        int[] starts = new int[rows + 1];
        for (int k = 0; k < count; k++) {
            starts[rowOf[k] + 1]++;
        }
        for (int i = 0; i < rows; i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = starts.clone();
        int[] sortedPlaces = new int[count];
        double[] sortedValues = new double[count];
        for (int k = 0; k < count; k++) {
            int at = next[rowOf[k]]++;
            sortedPlaces[at] = places[k];
            sortedValues[at] = values[k];
        }
        int end = 0;
        for (int i = 0; i < rows; i++) {
            int from = starts[i];
            starts[i] = end;
            end = tidy(sortedPlaces, sortedValues, from, next[i], end);
        }
        starts[rows] = end;
        if (end < count) {
            sortedPlaces = Arrays.copyOf(sortedPlaces, end);
            sortedValues = Arrays.copyOf(sortedValues, end);
        }
        return new SparseMatrix(rows, columns, starts, sortedPlaces, sortedValues);
    }

    /// Sorts the entries of a row, adds up those of one place, and moves them to where the row begins.
    ///
    /// @return where they end
    private int tidy(int[] at, double[] entries, int from, int to, int target) {
        if (!isAscending(at, from, to)) {
            sort(at, entries, from, to);
        }
        int end = target;
        for (int k = from; k < to;) {
            int place = at[k];
            double sum = entries[k];
            for (k++; k < to && at[k] == place; k++) {
                sum += entries[k];
                repeated++;
            }
            if (sum != 0) {
                at[end] = place;
                entries[end++] = sum;
            }
        }
        return end;
    }

    private static boolean isAscending(int[] at, int from, int to) {
        boolean ascending = true;
        for (int k = from + 1; k < to; k++) {
            ascending &= at[k - 1] < at[k];
        }
        return ascending;
    }

    /// Sorts by the place; entries of one place stay in their order.
    private static void sort(int[] at, double[] entries, int from, int to) {
        long[] order = new long[to - from];
        for (int k = 0; k < order.length; k++) {
            order[k] = ((long) at[from + k] << Integer.SIZE) | k;
        }
        Arrays.sort(order);
        double[] before = Arrays.copyOfRange(entries, from, to);
        for (int k = 0; k < order.length; k++) {
            at[from + k] = (int) (order[k] >> Integer.SIZE);
            entries[from + k] = before[(int) order[k]];
        }
    }
}
