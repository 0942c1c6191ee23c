package hadamask.cluster;

import hadamask.distance.Pairwise;
import hadamask.matrix.Matrix;
import hadamask.table.write.Shape;

/// The rows of a square matrix of distances, one after the other.
@FunctionalInterface
public interface DistanceRows {
    /// Hands on each row.
    void forEach(Taker taker);

    /// Takes a row.
    @FunctionalInterface
    interface Taker {
        /// @param row from 0
        /// @param values its distances to all rows, from `at` on; not to be kept
        void take(int row, double[] values, int at);
    }

    /// The distances that a metric gives, computed again each time.
    static DistanceRows of(Pairwise pairwise) {
        return taker -> pairwise.<RuntimeException>rows(Shape.SQUARE, block -> {
            for (int r = 0; r < block.rows(); r++) {
                taker.take(block.firstRow() + r, block.values(), r * pairwise.columns());
            }
        });
    }

    /// Those of a square matrix.
    static DistanceRows of(Matrix square) {
        return taker -> {
            for (int i = 0; i < square.rows(); i++) {
                taker.take(i, square.values(), i * square.columns());
            }
        };
    }
}
