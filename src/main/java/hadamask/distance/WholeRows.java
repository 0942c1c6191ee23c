package hadamask.distance;

import hadamask.parallel.ObjectPool;
import java.nio.DoubleBuffer;
import org.jspecify.annotations.Nullable;

/// Computes whole rows of a matrix, a few at a time; each pair only once where the matrix is symmetric and there is room
/// for its [Mirror]. Thread-safe.
final class WholeRows {
    /// From one row of a tile to the next. With a power of two the numbers of a column would evict each other from the cache.
    private static final int STRIDE = Tiles.WIDTH + 8;

    private final TileValues comparison;
    private final int rows;
    private final int columns;
    private final int height;
    private final @Nullable Mirror mirror;
    private final ObjectPool<Room> rooms;

    /// What one thread works with.
    private static final class Room {
        final Workspace workspace = new Workspace();
        final double[] values;

        Room(int height) {
            values = new double[height * STRIDE];
        }
    }

    /// @param numbers about how many are computed at a time
    /// @param squares kept in a mirror; 0 where the matrix is not symmetric
    WholeRows(TileValues comparison, int rows, int columns, long numbers, int squares) {
        this.comparison = comparison;
        this.rows = rows;
        this.columns = columns;
        height = Integer.highestOneBit(Math.clamp(numbers / Math.max(1, columns), 1, 64)); // a part of a tile row
        rooms = new ObjectPool<>(() -> new Room(height));
        mirror = squares == 0 ? null : new Mirror(rows, height, squares);
    }

    /// The number of parts that the rows are computed in.
    int parts() {
        return Math.ceilDiv(rows, height);
    }

    /// The most numbers of a part.
    int numbers() {
        return Math.multiplyExact(Math.min(height, rows), columns);
    }

    /// The first row of a part.
    int first(int part) {
        return part * height;
    }

    /// The number of rows of a part.
    int count(int part) {
        return Math.min(height, rows - first(part));
    }

    /// Computes the rows of a part.
    ///
    /// @param out where they go, row by row from place 0 on
    void make(int part, DoubleBuffer out) {
        Room room = rooms.take();
        for (int tile = 0; tile * Tiles.WIDTH < columns; tile++) {
            make(first(part), count(part), tile, out, room);
        }
        if (mirror != null) {
            mirror.done(first(part), count(part));
        }
        rooms.giveBack(room);
    }

    private void make(int first, int count, int tile, DoubleBuffer out, Room room) {
        int left = tile * Tiles.WIDTH;
        if (mirror != null && mirror.tell(first, count, tile, out, left, columns)) {
            return;
        }
        comparison.compute(first, count, tile, room.values, 0, STRIDE, room.workspace);
        if (mirror != null) {
            mirror.keep(first, tile, room.values, STRIDE);
        }
        put(room.values, 0, STRIDE, count, Math.min(Tiles.WIDTH, columns - left), out, left, columns);
    }

    /// Copies parts of rows, in a loop of its own that is compiled once.
    ///
    /// @param values row r from `from + r * stride` on
    /// @param out where row r goes, from `at + r * step` on
    static void put(double[] values, int from, int stride, int count, int width, DoubleBuffer out, int at, int step) {
        for (int r = 0; r < count; r++) {
            out.put(at + r * step, values, from + r * stride, width);
        }
    }
}
