package hadamask.distance;

import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;

/// Rows cut into tiles of equally many rows, [#WIDTH] as a rule, each tile column by column: `tile[k][j]` is column k of the tile's row j.
///
/// A loop over j then runs over consecutive numbers, which the compiler vectorises; a sum over the columns of one row it may
/// not reorder, and would leave scalar. Columns are padded with zeros to a multiple of [#STEP]. Each has a zero more at its end, whose
/// sum nobody reads: the compiler runs the first round of a loop by itself, and the others are whole vectors then.
final class Tiles {
    /// Rows of a tile: a tile of 128 columns stays in a level-2 cache.
    static final int WIDTH = 256;
    /// How many columns a [Kernel] takes at once.
    static final int STEP = 4;

    private final double[][][] tiles;
    private final int width;

    /// @param width rows of a tile
    Tiles(Matrix rows, int width, Workers workers) {
        this.width = width;
        tiles = new double[Math.ceilDiv(rows.rows(), width)][][];
        int piece = Math.ceilDiv(WIDTH, width);
        workers.inRanges(tiles.length, piece, (from, to) -> {
            for (int t = from; t < to; t++) {
                tiles[t] = tile(rows, t * width, Math.min(width, rows.rows() - t * width));
            }
        });
    }

    private static double[][] tile(Matrix rows, int first, int width) {
        double[][] tile = new double[padded(rows.columns())][];
        for (int k = 0; k < tile.length; k++) {
            tile[k] = k < rows.columns() ? column(rows, first, width, k) : new double[width + 1];
        }
        return tile;
    }

    private static double[] column(Matrix rows, int first, int width, int k) {
        double[] values = rows.values();
        double[] column = new double[width + 1];
        for (int j = 0; j < width; j++) {
            column[j] = values[(first + j) * rows.columns() + k];
        }
        return column;
    }

    /// A number of columns, rounded up to a multiple of [#STEP].
    static int padded(int columns) {
        return Math.ceilDiv(columns, STEP) * STEP;
    }

    /// The same rows, each padded with zeros.
    static double[] padded(Matrix rows) {
        int columns = rows.columns();
        int stride = padded(columns);
        if (stride == columns) {
            return rows.values();
        }
        double[] padded = new double[Math.multiplyExact(rows.rows(), stride)];
        for (int i = 0; i < rows.rows(); i++) {
            System.arraycopy(rows.values(), i * columns, padded, i * stride, columns);
        }
        return padded;
    }

    /// Rows of a tile; the last one may have fewer.
    int width() {
        return width;
    }

    /// One tile, `[column][row]`.
    double[][] tile(int index) {
        return tiles[index];
    }
}
