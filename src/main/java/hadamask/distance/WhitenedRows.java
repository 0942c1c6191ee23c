package hadamask.distance;

import hadamask.matrix.Matrix;
import hadamask.matrix.Whitening;
import hadamask.parallel.Workers;
import java.io.Serializable;
import java.util.function.UnaryOperator;

/// Rows as the Mahalanobis distance compares them: those who run the current thread whiten them.
public record WhitenedRows(Whitening whitening) implements UnaryOperator<Matrix>, Serializable {
    @Override
    public Matrix apply(Matrix rows) {
        return whitening.apply(rows, Workers.current());
    }
}
