package hadamask.distance;

import hadamask.matrix.Matrix;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The rows that are compared: those of one table among each other, or those of one with those of another.
///
/// @param from the rows compared from
/// @param other the rows compared to; null: the same
/// @param width how many of the rows compared to make a tile
record Operands(Matrix from, @Nullable Matrix other, int width) {
    /// With tiles of the usual width.
    Operands(Matrix from, @Nullable Matrix other) {
        this(from, other, Tiles.WIDTH);
    }

    Operands {
        int columns = other == null ? from.columns() : other.columns();
        if (from.columns() != columns || columns == 0) {
            throw new IllegalArgumentException("rows of " + from.columns() + " and of " + columns
                    + " columns, expected equally many, at least 1");
        }
    }

    /// The rows compared to.
    Matrix to() {
        return other == null ? from : other;
    }

    /// Whether they are the rows of one table, so that the matrix is square and symmetric.
    boolean isOneTable() {
        return other == null;
    }

    int columns() {
        return from.columns();
    }

    /// Others, with tiles of the same width.
    Operands with(Matrix rows, @Nullable Matrix others) {
        return new Operands(rows, others, width);
    }

    /// The same with other numbers.
    Operands map(UnaryOperator<Matrix> change) {
        return with(change.apply(from), other == null ? null : change.apply(other));
    }
}
