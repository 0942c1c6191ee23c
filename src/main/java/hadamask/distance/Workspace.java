package hadamask.distance;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Running sums of a thread, used again for each tile: fresh memory costs more than the sums.
final class Workspace {
    private double[][][] sums = new double[0][0][];

    /// Sums of 0 for some planes and rows of a tile, each at least `width` long.
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

    /// Workspaces that nobody uses at the moment.
    static final class Pool {
        private final ConcurrentLinkedQueue<Workspace> idle = new ConcurrentLinkedQueue<>();

        Workspace take() {
            Workspace workspace = idle.poll();
            return workspace == null ? new Workspace() : workspace;
        }

        void giveBack(Workspace workspace) {
            idle.add(workspace);
        }
    }
}
