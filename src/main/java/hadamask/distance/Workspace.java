package hadamask.distance;

import java.util.Arrays;

/// Running sums of one thread, reused for each tile: fresh memory would cost more than the sums.
final class Workspace {
    private double[][][] sums = new double[0][0][];

    /// Sums that start at 0, for each plane and each row of a block, at least `width` long.
    double[][][] sums(int planes, int rows, int width) {
        if (sums.length < planes || sums[0].length < rows) {
            sums = new double[planes][rows][Tiles.WIDTH];
        }
        for (int p = 0; p < planes; p++) {
            for (int r = 0; r < rows; r++) {
                Arrays.fill(sums[p][r], 0, width, 0);
            }
        }
        return sums;
    }
}
