package hadamask.table.write;

import org.jspecify.annotations.Nullable;

/// Sees to it that a sink gets the rows of its matrix in order, each once: in any other order numbers would stand under
/// the labels of others.
final class RowSequence {
    private @Nullable MatrixFrame frame;
    private int next;

    void begin(MatrixFrame around) {
        frame = around;
        next = 0;
    }

    /// What stands around the numbers.
    ///
    /// @throws IllegalStateException if nothing has begun
    MatrixFrame frame() {
        if (frame == null) {
            throw new IllegalStateException("rows come after the beginning");
        }
        return frame;
    }

    /// The next rows.
    ///
    /// @param block has their entries from place 0 on
    /// @throws IllegalStateException if they are not the next ones
    /// @throws IllegalArgumentException if the block has fewer entries
    void accept(int firstRow, int rowCount, double[] block) {
        MatrixFrame around = frame();
        if (firstRow != next || rowCount < 0 || rowCount > around.rows() - next) {
            throw new IllegalStateException(
                    rowCount + " rows from row " + firstRow + " on, expected row " + next + " of "
                            + around.rows());
        }
        Shape shape = around.shape();
        long entries = shape.before(firstRow + rowCount, around.columns()) - shape.before(firstRow, around.columns());
        if (entries > block.length) {
            throw new IllegalArgumentException(block.length + " entries, expected " + entries);
        }
        next += rowCount;
    }

    /// @throws IllegalStateException if rows are left
    void finish() {
        if (next != frame().rows()) {
            throw new IllegalStateException("ends before row " + next + " of " + frame().rows());
        }
    }
}
