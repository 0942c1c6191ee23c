package hadamask.distance;

import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;

/// How many columns two rows have in common, by counting bits: 64 columns in a word.
///
/// Words of a tile stand column by column, as the numbers of [Tiles] do: `words[k][j]` is word k of the tile's row j.
final class BitCounts implements Comparison.RunningSum {
    /// Words that are counted at once: fewer sums are fetched and stored.
    private static final int STEP = 4;

    private final int words;
    private final long[] from;
    private final long[][][] tiles;

    private BitCounts(int words, long[] from, long[][][] tiles) {
        this.words = words;
        this.from = from;
        this.tiles = tiles;
    }

    /// @param rows a column is had where its number is not 0
    static BitCounts of(Operands rows, Workers workers) {
        int words = Math.ceilDiv(Math.ceilDiv(rows.columns(), Long.SIZE), STEP) * STEP;
        long[] from = packed(rows.from(), words, workers);
        long[] to = rows.isOneTable() ? from : packed(rows.to(), words, workers);
        int count = rows.to().rows();
        long[][][] tiles = new long[Math.ceilDiv(count, Tiles.WIDTH)][words][];
        workers.inAnyOrder(tiles.length, t -> {
            int first = t * Tiles.WIDTH;
            for (int k = 0; k < words; k++) {
                tiles[t][k] = new long[Math.min(Tiles.WIDTH, count - first)];
                for (int j = 0; j < tiles[t][k].length; j++) {
                    tiles[t][k][j] = to[(first + j) * words + k];
                }
            }
        });
        return new BitCounts(words, from, tiles);
    }

    private static long[] packed(Matrix rows, int words, Workers workers) {
        long[] packed = new long[Math.multiplyExact(rows.rows(), words)];
        double[] values = rows.values();
        int columns = rows.columns();
        workers.inRanges(rows.rows(), Tiles.WIDTH, (first, end) -> {
            for (int i = first; i < end; i++) {
                for (int k = 0; k < columns; k++) {
                    long bit = values[i * columns + k] == 0 ? 0 : 1;
                    packed[i * words + k / Long.SIZE] |= bit << k; // the shift is taken modulo 64
                }
            }
        });
        return packed;
    }

    /// How many columns each row has.
    static double[] sizes(Matrix rows) {
        double[] sizes = new double[rows.rows()];
        for (int i = 0; i < sizes.length; i++) {
            int size = 0;
            for (int k = i * rows.columns(); k < (i + 1) * rows.columns(); k++) {
                size += rows.values()[k] == 0 ? 0 : 1;
            }
            sizes[i] = size;
        }
        return sizes;
    }

    @Override
    public void add(int first, int count, int tile, double[][] sums, Workspace workspace) {
        long[][] columns = tiles[tile];
        Workspace.clear(sums, count, columns[0].length);
        for (int k = 0; k < words; k += STEP) {
            for (int r = 0; r < count; r++) {
                step(from, (first + r) * words + k, columns[k], columns[k + 1], columns[k + 2], columns[k + 3],
                        sums[r]);
            }
        }
    }

    private static void step(long[] x, int at, long[] t0, long[] t1, long[] t2, long[] t3, double[] sum) {
        long x0 = x[at];
        long x1 = x[at + 1];
        long x2 = x[at + 2];
        long x3 = x[at + 3];
        for (int j = 0; j < t0.length; j++) {
            sum[j] += (Long.bitCount(x0 & t0[j]) + Long.bitCount(x1 & t1[j]))
                    + (Long.bitCount(x2 & t2[j]) + Long.bitCount(x3 & t3[j]));
        }
    }
}
