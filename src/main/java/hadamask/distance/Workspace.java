package hadamask.distance;

import java.util.Arrays;

/// Running sums of one thread, reused for each tile: fresh memory would cost more than the sums.
final class Workspace {
    private double[][][] sums = new double[0][0][];

    /// Sums that start at 0: for each running sum and each row of a block `width` numbers, or more.
    double[][][] sums(int count, int rows, int width) {
        if (count > 0 && (sums.length < count || sums[0].length < rows)) {
            sums = new double[count][rows][Tiles.WIDTH];
        }
        for (int p = 0; p < count; p++) {
            for (int r = 0; r < rows; r++) {
                Arrays.fill(sums[p][r], 0, width, 0);
            }
        }
        return sums;
    }
}
