package hadamask.cli.table.machines;

import hadamask.matrix.ChiSquare;
import hadamask.matrix.Matrix;
import hadamask.matrix.Whitening;
import hadamask.parallel.Workers;
import java.util.List;

/// Lines with the Mahalanobis distance of each row and how seldom normal data lie farther out.
///
/// @param freedom degrees of freedom
/// @param tests by whose number p is multiplied (Bonferroni); 0: there is no such column
public record DistanceLines(Whitening whitening, int freedom, long tests) implements RowsJob.Written {
    @Override
    public List<String> names() {
        return tests == 0 ? List.of("distance", "p") : List.of("distance", "p", "p_adjusted");
    }

    @Override
    public boolean areNumbered() {
        return true;
    }

    @Override
    public Matrix of(Matrix rows, Workers workers) {
        double[] distances = whitening.distances(rows, workers);
        int width = names().size();
        double[] values = new double[distances.length * width];
        for (int i = 0; i < distances.length; i++) {
            double p = ChiSquare.tail(distances[i] * distances[i], freedom);
            values[i * width] = distances[i];
            values[i * width + 1] = p;
            if (tests > 0) {
                values[i * width + 2] = Double.isNaN(p) ? p : Math.min(1, tests * p);
            }
        }
        return new Matrix(distances.length, width, values);
    }
}
