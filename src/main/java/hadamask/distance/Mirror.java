package hadamask.distance;

import java.nio.DoubleBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Reuses the upper half of a symmetric matrix for the lower one: entry (i, j) is entry (j, i), to the bit.
///
/// The matrix is cut into squares. When the rows of tile row c are computed, the square of each tile t > c is kept,
/// transposed, until the rows of tile row t need it; they take a whole square or none. At most a quarter of the matrix is
/// kept, and never more than `max` squares: what is not kept is computed again, which gives the same bits.
///
/// Parts may be computed in any order by several threads; the mirror pays where the order is roughly ascending.
final class Mirror {
    private static final int SIDE = Tiles.WIDTH;
    /// From one row of a square to the next. With a power of two the numbers of a column would evict each other from the cache.
    private static final int STRIDE = SIDE + 8;
    private static final int ROOM = SIDE * STRIDE;
    /// Bytes of a square.
    static final int BYTES = ROOM * Double.BYTES;
    /// Rows that are transposed at once: as many as a cache line has numbers.
    private static final int TURNED = 8;
    private static final double[] NOT_KEPT = new double[0];

    private final int rows;
    private final int height;
    private final int across;
    private final AtomicReferenceArray<double @Nullable []> squares;
    private final AtomicIntegerArray rowsDone;
    private final Queue<double[]> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger left;

    /// @param rows of the whole matrix
    /// @param height rows of a part: a tile row is a number of parts
    /// @param max squares that are kept at the same time
    Mirror(int rows, int height, int max) {
        this.rows = rows;
        this.height = height;
        across = Math.ceilDiv(rows, SIDE);
        squares = new AtomicReferenceArray<>(Math.multiplyExact(across, across));
        rowsDone = new AtomicIntegerArray(across);
        left = new AtomicInteger(max);
    }

    /// Copies entries below the diagonal, if they are known.
    ///
    /// @param first the first row of a part
    /// @param count how many rows
    /// @param tile which columns
    /// @param out where they go: row r, column j of the tile at `at + r * stride + j`
    boolean tell(int first, int count, int tile, DoubleBuffer out, int at, int stride) {
        int tileRow = first / SIDE;
        if (tile >= tileRow || !isDone(tile)) {
            return false;
        }
        double[] square = square(tile, tileRow, false);
        if (square.length == 0) {
            return false;
        }
        WholeRows.put(square, (first - tileRow * SIDE) * STRIDE, STRIDE, count, SIDE, out, at, stride);
        return true;
    }

    /// Keeps entries above the diagonal.
    ///
    /// @param first the first row of a part
    /// @param tile which columns
    /// @param values row r, column j of the tile at `r * stride + j`
    void keep(int first, int tile, double[] values, int stride) {
        int tileRow = first / SIDE;
        if (tile <= tileRow) {
            return;
        }
        double[] square = square(tileRow, tile, true);
        if (square.length == 0) {
            return;
        }
        int width = Math.min(SIDE, rows - tile * SIDE);
        int left = first - tileRow * SIDE;
        int r = 0;
        for (; r + TURNED <= height; r += TURNED) {
            turn(values, r * stride, stride, width, square, left + r);
        }
        for (; r < height; r++) {
            for (int j = 0; j < width; j++) {
                square[j * STRIDE + left + r] = values[r * stride + j];
            }
        }
    }

    private static void turn(double[] values, int at, int stride, int width, double[] square, int left) {
        for (int j = 0; j < width; j++) {
            int from = at + j;
            int to = j * STRIDE + left;
            square[to] = values[from];
            square[to + 1] = values[from + stride];
            square[to + 2] = values[from + 2 * stride];
            square[to + 3] = values[from + 3 * stride];
            square[to + 4] = values[from + 4 * stride];
            square[to + 5] = values[from + 5 * stride];
            square[to + 6] = values[from + 6 * stride];
            square[to + 7] = values[from + 7 * stride];
        }
    }

    /// Says that some rows are finished: squares that only they needed can be reused.
    void done(int first, int count) {
        int tileRow = first / SIDE;
        if (rowsDone.addAndGet(tileRow, count) == rowsOf(tileRow)) {
            free(tileRow);
        }
    }

    private boolean isDone(int tileRow) {
        return rowsDone.get(tileRow) == rowsOf(tileRow);
    }

    private int rowsOf(int tileRow) {
        return Math.min(SIDE, rows - tileRow * SIDE);
    }

    /// The array of a square; the first caller decides whether there is one.
    private double[] square(int tileRow, int tile, boolean make) {
        int at = tileRow * across + tile;
        double[] square = squares.get(at);
        if (square != null) {
            return square;
        }
        double[] room = make ? room() : NOT_KEPT;
        double[] earlier = squares.compareAndExchange(at, null, room);
        if (earlier == null) {
            return room;
        }
        recycle(room);
        return earlier;
    }

    private double[] room() {
        double[] room = idle.poll();
        if (room != null) {
            return room;
        }
        if (left.getAndDecrement() > 0) {
            return new double[ROOM];
        }
        left.incrementAndGet();
        return NOT_KEPT;
    }

    private void recycle(double[] room) {
        if (room.length > 0) {
            idle.add(room);
        }
    }

    private void free(int tileRow) {
        for (int tile = 0; tile < tileRow; tile++) {
            double[] square = squares.getAndSet(tile * across + tileRow, NOT_KEPT);
            if (square != null && isDone(tile)) {
                recycle(square);
            } else if (square != null && square.length > 0) { // a late row may still write to it
                left.incrementAndGet();
            }
        }
    }
}
