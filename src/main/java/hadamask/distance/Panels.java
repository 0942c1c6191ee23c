package hadamask.distance;

import hadamask.parallel.Workers;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A whole matrix in panels, blocks of a few whole rows, that come in any order and from several threads at once.
///
/// In a symmetric matrix the square of tile row i and tile column j > i is kept, turned, until tile row j is made. That
/// takes a quarter of the matrix at most, and 128 MB in any case: what is not kept is computed again, which gives the same
/// bits. Long pieces of rows are worth that: to write the turned squares into their places at once takes the system
/// longer than their arithmetic.
final class Panels {
    private static final int SIDE = Tiles.WIDTH;
    /// Numbers of a panel: 1 MB, which stays in a level-2 cache.
    private static final int PANEL = 1 << 17;
    /// Squares that are kept, of 512 KB each.
    private static final int MOST_SQUARES = 256;

    private final Comparison comparison;
    private final int rows;
    private final int columns;
    private final boolean symmetric;
    private final Workers workers;
    private final AtomicReferenceArray<double @Nullable []> kept;
    private final Queue<double[]> idle = new ConcurrentLinkedQueue<>();
    private final Queue<double[]> idlePanels = new ConcurrentLinkedQueue<>();
    private final AtomicInteger squares = new AtomicInteger();

    Panels(Comparison comparison, int rows, int columns, boolean symmetric, Workers workers) {
        this.comparison = comparison;
        this.rows = rows;
        this.columns = columns;
        this.symmetric = symmetric;
        this.workers = workers;
        int across = Math.ceilDiv(columns, SIDE);
        kept = new AtomicReferenceArray<>(symmetric ? Math.multiplyExact(across, across) : 0);
    }

    /// @param sink called by several threads; the numbers of a block are free again when it returns
    void forEach(Consumer<Block> sink) {
        workers.inOrder(Math.ceilDiv(rows, SIDE), index -> {
            tileRow(index, sink);
            return index;
        }, index -> {});
    }

    private void tileRow(int index, Consumer<Block> sink) {
        int across = Math.ceilDiv(columns, SIDE);
        double[] @Nullable [] known = new double[across][];
        double[] @Nullable [] turned = new double[across][];
        for (int tile = 0; symmetric && tile < across; tile++) {
            if (tile < index) {
                known[tile] = kept.getAndSet(tile * across + index, null);
            } else if (tile >= index + workers.threads()) { // a nearer one is begun before this one is done
                turned[tile] = square();
            }
        }
        int height = Math.clamp(PANEL / columns, 4, 64);
        int end = Math.min(rows, (index + 1) * SIDE);
        Workspace workspace = new Workspace();
        double[] free = idlePanels.poll();
        double[] values = free == null ? new double[Math.multiplyExact(height, columns)] : free;
        for (int first = index * SIDE; first < end; first += height) {
            int count = Math.min(height, end - first);
            for (int tile = 0; tile < across; tile++) {
                int row = first - index * SIDE;
                if (known[tile] != null) {
                    copy(known[tile], row, count, values, tile * SIDE);
                } else {
                    comparison.compute(first, count, tile, values, tile * SIDE, columns, workspace);
                }
                if (turned[tile] != null) {
                    turn(values, tile * SIDE, count, turned[tile], row);
                }
            }
            sink.accept(new Block(first, count, 0, columns, values));
        }
        idlePanels.add(values);
        for (int tile = 0; tile < across; tile++) {
            if (known[tile] != null) {
                idle.add(known[tile]);
            }
            if (turned[tile] != null) {
                kept.set(index * across + tile, turned[tile]);
            }
        }
    }

    /// Room for a square, or null when enough are kept.
    private double @Nullable [] square() {
        double[] room = idle.poll();
        if (room != null) {
            return room;
        }
        return squares.getAndIncrement() < MOST_SQUARES ? new double[SIDE * SIDE] : null;
    }

    private void copy(double[] square, int row, int count, double[] values, int at) {
        for (int r = 0; r < count; r++) {
            System.arraycopy(square, (row + r) * SIDE, values, at + r * columns, SIDE);
        }
    }

    /// Some rows of a tile become columns of the square.
    private void turn(double[] values, int at, int count, double[] square, int row) {
        int width = Math.min(SIDE, columns - at);
        for (int c = 0; c < width; c++) {
            for (int r = 0; r < count; r++) {
                square[c * SIDE + row + r] = values[at + r * columns + c];
            }
        }
    }
}
