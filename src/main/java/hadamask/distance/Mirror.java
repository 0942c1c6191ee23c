package hadamask.distance;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// The lower half of a symmetric matrix, known from the upper one: entry (i, j) is entry (j, i), to the bit.
///
/// The matrix is cut into squares. While the rows of tile row c are made, the square of tile t > c is kept, turned, until
/// the rows of tile row t are made; those take it as a whole or not at all. That is a quarter of the matrix at most, and
/// no more than `most` squares in any case: what is not kept is computed again, which gives the same bits.
///
/// Rows are made in any order by several threads; it pays where they are made about in order.
final class Mirror {
    /// Bytes of a square.
    static final int BYTES = Tiles.WIDTH * Tiles.WIDTH * Double.BYTES;
    private static final int SIDE = Tiles.WIDTH;
    /// Rows that are turned at once: the numbers of a line of the cache.
    private static final int TURNED = 8;
    private static final double[] NOT_KEPT = new double[0];

    private final int rows;
    private final int across;
    private final AtomicReferenceArray<double @Nullable []> squares;
    private final AtomicIntegerArray rowsDone;
    private final Queue<double[]> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger left;

    /// @param rows of the whole matrix
    /// @param most squares that are kept at the same time
    Mirror(int rows, int most) {
        this.rows = rows;
        across = Math.ceilDiv(rows, SIDE);
        squares = new AtomicReferenceArray<>(Math.multiplyExact(across, across));
        rowsDone = new AtomicIntegerArray(across);
        left = new AtomicInteger(most);
    }

    /// The entries of a tile in the rows of a tile row, row by row, or null when they are not known.
    double @Nullable [] known(int tileRow, int tile) {
        if (tile >= tileRow || !isDone(tile)) {
            return null;
        }
        double[] square = square(tile, tileRow, false);
        return square.length == 0 ? null : square;
    }

    /// Keeps entries above the diagonal.
    ///
    /// @param first their first row
    /// @param count how many rows, all of one tile row
    /// @param tile which columns
    /// @param values row r, column j of the tile at `r * stride + j`
    void keep(int first, int count, int tile, double[] values, int stride) {
        int tileRow = first / SIDE;
        if (tile <= tileRow) {
            return;
        }
        double[] square = square(tileRow, tile, true);
        if (square.length == 0) {
            return;
        }
        int width = Math.min(SIDE, rows - tile * SIDE);
        int column = first - tileRow * SIDE;
        int r = 0;
        for (; r + TURNED <= count; r += TURNED) {
            turn(values, r * stride, stride, width, square, column + r);
        }
        for (; r < count; r++) {
            for (int j = 0; j < width; j++) {
                square[j * SIDE + column + r] = values[r * stride + j];
            }
        }
    }

    private static void turn(double[] values, int at, int stride, int width, double[] square, int column) {
        for (int j = 0; j < width; j++) {
            int from = at + j;
            int to = j * SIDE + column;
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

    /// After some rows are made: what only they needed is free again.
    void done(int first, int count) {
        int tileRow = first / SIDE;
        if (rowsDone.addAndGet(tileRow, count) == height(tileRow)) {
            free(tileRow);
        }
    }

    private boolean isDone(int tileRow) {
        return rowsDone.get(tileRow) == height(tileRow);
    }

    private int height(int tileRow) {
        return Math.min(SIDE, rows - tileRow * SIDE);
    }

    /// The place of a square; the first that asks decides whether there is one.
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
            return new double[SIDE * SIDE];
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
            } else if (square != null && square.length > 0) { // a late row may still be writing to it
                left.incrementAndGet();
            }
        }
    }
}
