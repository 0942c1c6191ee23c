package hadamask.distance;

import hadamask.parallel.ObjectPool;
import hadamask.parallel.Workers;
import java.util.List;

/// Several measures of the same pairs side by side: all pairs, each once in one table, all of two tables.
public final class PairColumns {
    /// Pairs that are computed together: 2 MB for each measure.
    private static final int BLOCK = 1 << 18;
    private static final int MAX_HEIGHT = 16;

    private final List<Pairwise> measures;
    private final int rows;
    private final int columns;
    private final boolean symmetric;

    /// @param measures of the same rows, at least one, by the same workers
    /// @throws IllegalArgumentException if they are not of equally many rows
    public PairColumns(List<Pairwise> measures) {
        this.measures = List.copyOf(measures);
        rows = measures.getFirst().rows();
        columns = measures.getFirst().columns();
        symmetric = measures.getFirst().isSymmetric();
        for (Pairwise measure : measures) {
            if (measure.rows() != rows || measure.columns() != columns || measure.isSymmetric() != symmetric) {
                throw new IllegalArgumentException("measures of different rows");
            }
        }
    }

    /// What one thread works with.
    private final class Room {
        final double[] values = new double[MAX_HEIGHT * Tiles.WIDTH];
        final Workspace workspace = new Workspace();
        final PairValues pairs;

        Room(int height) {
            int room = Math.multiplyExact(height, columns);
            pairs = new PairValues(0, new int[room], new int[room], new double[measures.size()][room]);
        }
    }

    /// What was found for some rows, in whose room.
    private record Found(PairValues pairs, Room room) {}

    /// All pairs, by their first row, then their second.
    ///
    /// @param taker takes them in lists, in order, in the caller's thread; a list is reused once it returns
    public <E extends Exception> void all(Workers.Taker<PairValues, E> taker) throws E {
        int height = Math.clamp(BLOCK / Math.max(1, columns), 1, MAX_HEIGHT);
        ObjectPool<Room> rooms = new ObjectPool<>(() -> new Room(height));
        measures.getFirst().workers().<Found, E>inOrder(Math.ceilDiv(rows, height), part -> {
            Room room = rooms.take();
            int first = part * height;
            return new Found(fill(first, Math.min(height, rows - first), room), room);
        }, found -> {
            taker.take(found.pairs);
            rooms.giveBack(found.room);
        });
    }

    private PairValues fill(int first, int count, Room room) {
        PairValues pairs = room.pairs;
        int total = 0;
        for (int i = first; i < first + count; i++) {
            for (int j = start(i); j < columns; j++) {
                pairs.from()[total] = i;
                pairs.to()[total] = j;
                total++;
            }
        }
        for (int m = 0; m < measures.size(); m++) {
            fill(measures.get(m), first, count, room, pairs.values()[m]);
        }
        return new PairValues(total, pairs.from(), pairs.to(), pairs.values());
    }

    private void fill(Pairwise measure, int first, int count, Room room, double[] out) {
        for (int tile = start(first) / Tiles.WIDTH; tile * Tiles.WIDTH < columns; tile++) {
            int left = tile * Tiles.WIDTH;
            int width = Math.min(Tiles.WIDTH, columns - left);
            measure.compute(first, count, tile, room.values, width, room.workspace);
            int before = 0;
            for (int r = 0; r < count; r++) {
                int start = start(first + r);
                int from = Math.max(left, start);
                if (from < left + width) {
                    System.arraycopy(room.values, r * width + from - left, out, before + from - start,
                            left + width - from);
                }
                before += Math.max(0, columns - start);
            }
        }
    }

    private int start(int row) {
        return symmetric ? row + 1 : 0;
    }
}
