package hadamask.distance;

import hadamask.parallel.Workers;
import java.util.Arrays;

/// The rows compared to, cut into tiles, each by its columns: for every key of [SparseRows] that occurs in a tile, its rows and
/// what they have there.
///
/// Sums of all rows of a tile are formed key by key, ascending: so each has the terms of [Kernel] in their order. A key that
/// only the tile has is added to the rows that have it, one that the row compared from has to all; a product looks at keys that
/// both have.
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
            int[] rowOf = new int[count];
            for (int i = first; i < end; i++) {
                for (int k = all.starts()[i]; k < all.starts()[i + 1]; k++) {
                    order[k - from] = ((long) all.keys()[k] << Integer.SIZE) | (k - from);
                    rowOf[k - from] = i - first;
                }
            }
            Arrays.sort(order);
            int[] keys = new int[count];
            int[] starts = new int[count + 1];
            int[] rows = new int[count];
            double[] values = new double[count];
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

        /// The first of the keys from `at` on that is not below another.
        int find(int at, int key) {
            int found = Arrays.binarySearch(keys, at, keys.length, key);
            return found < 0 ? -found - 1 : found;
        }

        /// Adds the squares of entries.
        void addSquares(int from, int to, double[] sum) {
            for (int k = from; k < to; k++) {
                sum[rows[k]] = Math.fma(values[k], values[k], sum[rows[k]]);
            }
        }

        /// Adds the magnitudes of the entries of some keys, group by group: those of its halves, and then these.
        void addAbsolutes(int fromKey, int toKey, double[] sum, double[][] halves) {
            for (int k = fromKey; k < toKey;) {
                int group = keys[k] / Tiles.STEP;
                int begin = starts[k];
                for (; k < toKey && keys[k] / Tiles.STEP == group; k++) {
                    double[] half = halves[keys[k] & 2];
                    for (int e = starts[k]; e < starts[k + 1]; e++) {
                        half[rows[e]] += Math.abs(values[e]);
                    }
                }
                for (int e = begin; e < starts[k]; e++) {
                    int j = rows[e];
                    sum[j] += halves[0][j] + halves[2][j];
                    halves[0][j] = 0;
                    halves[2][j] = 0;
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
        Tile t = tiles[tile];
        int at = 0;
        for (int k = from.starts()[i]; k < from.starts()[i + 1]; k++) {
            at = t.find(at, from.keys()[k]);
            if (at < t.keys.length && t.keys[at] == from.keys()[k]) {
                double x = from.values()[k];
                for (int e = t.starts[at]; e < t.starts[at + 1]; e++) {
                    sum[t.rows[e]] = Math.fma(x, t.values[e], sum[t.rows[e]]);
                }
            }
        }
    }

    /// Adds `sum (x - y)^2` of a row and the rows of a tile.
    ///
    /// @param width rows of the tile
    /// @param sum a sum per row of the tile
    void addSquares(SparseRows from, int i, int tile, int width, double[] sum) {
        Tile t = tiles[tile];
        double[] before = new double[width];
        int at = 0;
        for (int k = from.starts()[i]; k < from.starts()[i + 1]; k++) {
            int found = t.find(at, from.keys()[k]);
            t.addSquares(t.starts[at], t.starts[found], sum);
            boolean shared = found < t.keys.length && t.keys[found] == from.keys()[k];
            double x = from.values()[k];
            System.arraycopy(sum, 0, before, 0, width);
            addToAll(x, width, sum);
            at = found;
            if (shared) {
                for (int e = t.starts[found]; e < t.starts[found + 1]; e++) {
                    double difference = x - t.values[e];
                    sum[t.rows[e]] = Math.fma(difference, difference, before[t.rows[e]]);
                }
                at++;
            }
        }
        t.addSquares(t.starts[at], t.values.length, sum);
    }

    private static void addToAll(double x, int width, double[] sum) {
        for (int j = 0; j < width; j++) {
            sum[j] = Math.fma(x, x, sum[j]);
        }
    }

    /// Adds `sum abs(x - y)` of a row and the rows of a tile: of each group of four columns the two halves, and then these, as
    /// [Kernel.Absolutes] adds them.
    ///
    /// @param width rows of the tile
    /// @param sum a sum per row of the tile
    void addAbsolutes(SparseRows from, int i, int tile, int width, double[] sum) {
        Tile t = tiles[tile];
        double[][] halves = {new double[width], new double[0], new double[width]};
        double[][] differences = new double[Tiles.STEP][width];
        int at = 0;
        int end = from.starts()[i + 1];
        for (int k = from.starts()[i]; k < end;) {
            int first = from.keys()[k] / Tiles.STEP * Tiles.STEP;
            int found = t.find(at, first);
            t.addAbsolutes(at, found, sum, halves);
            double[] x = new double[Tiles.STEP];
            for (; k < end && from.keys()[k] < first + Tiles.STEP; k++) {
                x[from.keys()[k] - first] = from.values()[k];
            }
            for (int c = 0; c < Tiles.STEP; c++) {
                Arrays.fill(differences[c], Math.abs(x[c]));
            }
            at = found;
            for (; at < t.keys.length && t.keys[at] < first + Tiles.STEP; at++) {
                int c = t.keys[at] - first;
                for (int e = t.starts[at]; e < t.starts[at + 1]; e++) {
                    differences[c][t.rows[e]] = Math.abs(x[c] - t.values[e]);
                }
            }
            addGroup(differences, width, sum);
        }
        t.addAbsolutes(at, t.keys.length, sum, halves);
    }

    private static void addGroup(double[][] differences, int width, double[] sum) {
        double[] a = differences[0];
        double[] b = differences[1];
        double[] c = differences[2];
        double[] d = differences[3];
        for (int j = 0; j < width; j++) {
            sum[j] += (a[j] + b[j]) + (c[j] + d[j]);
        }
    }
}
