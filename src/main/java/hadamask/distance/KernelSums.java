package hadamask.distance;

import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;

/// Running sums by a [Kernel].
///
/// @param rows the rows compared from, each of `stride` numbers
/// @param tiles the rows compared to
@SuppressWarnings("ArrayRecordComponent") // never compared
record KernelSums(Kernel kernel, double[] rows, int stride, Tiles tiles) implements Comparison.RunningSum {
    /// Columns added at a time, so that the part of a tile in use stays in the level-1 cache.
    private static final int CHUNK = 16;

    static KernelSums of(Kernel kernel, Operands rows, Workers workers) {
        Matrix from = rows.from();
        return new KernelSums(kernel, Tiles.padded(from), Tiles.padded(from.columns()),
                new Tiles(rows.to(), rows.width(), workers));
    }

    @Override
    public void add(int first, int count, int tile, double[][] sums, Workspace workspace) {
        double[][] columns = tiles.tile(tile);
        Workspace.clear(sums, count, columns[0].length);
        for (int k = 0; k < columns.length; k += CHUNK) {
            int end = Math.min(columns.length, k + CHUNK);
            int r = 0;
            for (; r + 1 < count; r += 2) {
                int at = (first + r) * stride;
                kernel.addTwo(rows, at, at + stride, columns, k, end, sums[r], sums[r + 1]);
            }
            if (r < count) {
                kernel.add(rows, (first + r) * stride, columns, k, end, sums[r]);
            }
        }
    }
}
