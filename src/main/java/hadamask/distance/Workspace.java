package hadamask.distance;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What one thread keeps from tile to tile: fresh memory would cost more than the sums.
final class Workspace {
    private double[][][] sums = new double[0][0][];
    private double[][] ofRow = new double[0][];

    private CoarseMaxima.@Nullable Room levels;

    /// Room for the sums of a block: for each running sum and each row as many numbers as a column of [Tiles] has at most. What stood
    /// there stays.
    double[][][] sums(int count, int rows) {
        if (count > 0 && (sums.length < count || sums[0].length < rows)) {
            sums = new double[count][rows][Tiles.WIDTH + 1];
        }
        return sums;
    }

    /// Lets sums start at 0.
    ///
    /// @param width how many of each row
    static void clear(double[][] sums, int rows, int width) {
        for (int r = 0; r < rows; r++) {
            Arrays.fill(sums[r], 0, width, 0);
        }
    }

    /// For maxima of that many rows, which start at 0.
    CoarseMaxima.Room levels(int rows, int padded) {
        CoarseMaxima.Room room = levels;
        if (room == null || !room.fits(rows, padded)) {
            room = new CoarseMaxima.Room(rows, padded);
            levels = room;
        }
        room.clear(rows);
        return room;
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
