package hadamask.cli.table.machines;

import hadamask.matrix.Matrix;
import hadamask.matrix.Whitening;
import hadamask.parallel.Workers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whitened rows.
///
/// @param names of their columns; null: none
public record WhiteLines(Whitening whitening, @Nullable List<String> names) implements RowsJob.Written {
    @Override
    public boolean areNumbered() {
        return false;
    }

    @Override
    public Matrix of(Matrix rows, Workers workers) {
        return whitening.apply(rows, workers);
    }
}
