package hadamask.distance;

import java.util.Arrays;

/// Running sums of one thread, reused for each tile: fresh memory would cost more than the sums.
final class Workspace {
    private double[][][] sums = new double[0][0][];
    private double[][] ofRow = new double[0][];

    /// Sums that start at 0: for each running sum and each row of a block `width` numbers, or more. The columns of [Tiles] are one longer.
    double[][][] sums(int count, int rows, int width) {
        if (count > 0 && (sums.length < count || sums[0].length < rows)) {
            sums = new double[count][rows][Tiles.WIDTH + 1];
        }
        for (int p = 0; p < count; p++) {
            for (int r = 0; r < rows; r++) {
                Arrays.fill(sums[p][r], 0, width, 0);
            }
        }
        return sums;
    }

    /// Those of one row, for each running sum; until the next call.
    double[][] ofRow(int count, int row) {
        if (ofRow.length != count) {
            ofRow = new double[count][];
        }
        for (int p = 0; p < count; p++) {
            ofRow[p] = sums[p][row];
        }
        return ofRow;
    }
}
