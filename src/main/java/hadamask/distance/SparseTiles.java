package hadamask.distance;

import hadamask.parallel.Workers;
import java.util.Arrays;

/// The rows compared to, cut into tiles, each by its columns: for every key of [SparseRows] that occurs in a tile, its rows and
/// what they have there. A dot product then looks at what two rows share, and at nothing else.
final class SparseTiles {
    private final Tile[] tiles;

    /// @param keys those that occur, ascending
    /// @param starts where the entries of each key start, and the last end
    /// @param rows of the entries, counted in the tile
    /// @param values the entries
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Tile(int[] keys, int[] starts, int[] rows, double[] values) {
        static Tile of(SparseRows all, int first, int end) {
            int from = all.starts()[first];
            int count = all.starts()[end] - from;
            long[] order = new long[count];
            for (int i = first; i < end; i++) {
                for (int k = all.starts()[i]; k < all.starts()[i + 1]; k++) {
                    order[k - from] = ((long) all.keys()[k] << Integer.SIZE) | (k - from);
                }
            }
            Arrays.sort(order);
            int[] keys = new int[count];
            int[] starts = new int[count + 1];
            int[] rows = new int[count];
            double[] values = new double[count];
            int[] rowOf = new int[count];
            for (int i = first; i < end; i++) {
                Arrays.fill(rowOf, all.starts()[i] - from, all.starts()[i + 1] - from, i - first);
            }
            int different = 0;
            for (int k = 0; k < count; k++) {
                int key = (int) (order[k] >> Integer.SIZE);
                if (different == 0 || keys[different - 1] != key) {
                    starts[different] = k;
                    keys[different++] = key;
                }
                rows[k] = rowOf[(int) order[k]];
                values[k] = all.values()[from + (int) order[k]];
            }
            starts[different] = count;
            return new Tile(Arrays.copyOf(keys, different), Arrays.copyOf(starts, different + 1), rows, values);
        }

        void add(int key, double x, double[] sum, int at) {
            int found = Arrays.binarySearch(keys, at, keys.length, key);
            if (found >= 0) {
                for (int k = starts[found]; k < starts[found + 1]; k++) {
                    sum[rows[k]] = Math.fma(x, values[k], sum[rows[k]]);
                }
            }
        }
    }

    SparseTiles(SparseRows rows, Workers workers) {
        int count = rows.starts().length - 1;
        tiles = new Tile[Math.ceilDiv(count, Tiles.WIDTH)];
        workers.inAnyOrder(tiles.length, t -> tiles[t] = Tile.of(rows, t * Tiles.WIDTH,
                Math.min(count, (t + 1) * Tiles.WIDTH)));
    }

    /// Adds `sum x y` of a row and the rows of a tile.
    ///
    /// @param sum a sum per row of the tile
    void addProducts(SparseRows from, int i, int tile, double[] sum) {
        for (int k = from.starts()[i]; k < from.starts()[i + 1]; k++) {
            tiles[tile].add(from.keys()[k], from.values()[k], sum, 0);
        }
    }
}
