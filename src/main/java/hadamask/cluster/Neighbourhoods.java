package hadamask.cluster;

import hadamask.distance.PairSearch;
import hadamask.matrix.Matrix;
import java.util.Arrays;

/// The rows within a radius of each row, itself left out. Memory: 16 bytes for each pair while they are collected, 8 afterwards.
public final class Neighbourhoods {
    private final int[] starts;
    private final int[] others;

    private Neighbourhoods(int[] starts, int[] others) {
        this.starts = starts;
        this.others = others;
    }

    /// Says that pairs have become too many.
    @FunctionalInterface
    public interface Room {
        /// @param bytes that so many pairs take
        void require(long pairs, long bytes);
    }

    /// @param search among the rows of one table
    /// @param rows how many these are
    /// @param radius the largest distance
    /// @param room is asked before more memory is taken
    public static Neighbourhoods of(PairSearch search, int rows, double radius, Room room) {
        Collected pairs = new Collected(room);
        search.<RuntimeException>within(radius, found -> {
            for (int k = 0; k < found.count(); k++) {
                pairs.add(found.from()[k], found.to()[k]);
            }
        });
        return pairs.of(rows);
    }

    /// @param square a matrix of distances
    public static Neighbourhoods of(Matrix square, double radius, Room room) {
        Collected pairs = new Collected(room);
        for (int i = 0; i < square.rows(); i++) {
            for (int j = i + 1; j < square.columns(); j++) {
                if (square.get(i, j) <= radius) {
                    pairs.add(i, j);
                }
            }
        }
        return pairs.of(square.rows());
    }

    int rows() {
        return starts.length - 1;
    }

    /// How many rows are near a row, itself left out.
    int count(int row) {
        return starts[row + 1] - starts[row];
    }

    int neighbour(int row, int k) {
        return others[starts[row] + k];
    }

    private static final class Collected {
        private static final int BYTES = 16;
        private final Room room;
        private int[] from = new int[1 << 10];
        private int[] to = new int[1 << 10];
        private int count;

        Collected(Room room) {
            this.room = room;
        }

        void add(int i, int j) {
            if (count == from.length) {
                long more = 2L * count;
                room.require(more, more * BYTES);
                requireIndex(more);
                from = Arrays.copyOf(from, (int) more);
                to = Arrays.copyOf(to, from.length);
            }
            from[count] = i;
            to[count++] = j;
        }

        private static void requireIndex(long length) {
            if (length > Integer.MAX_VALUE - 8) {
                throw new OutOfMemoryError("Required length exceeds implementation limit");
            }
        }

        Neighbourhoods of(int rows) {
            room.require(count, (long) count * BYTES);
            requireIndex(2L * count);
            int[] starts = new int[rows + 1];
            for (int k = 0; k < count; k++) {
                starts[from[k] + 1]++;
                starts[to[k] + 1]++;
            }
            for (int i = 0; i < rows; i++) {
                starts[i + 1] += starts[i];
            }
            int[] others = new int[starts[rows]];
            int[] next = starts.clone();
            for (int k = 0; k < count; k++) {
                others[next[from[k]]++] = to[k];
                others[next[to[k]]++] = from[k];
            }
            return new Neighbourhoods(starts, others);
        }
    }
}
