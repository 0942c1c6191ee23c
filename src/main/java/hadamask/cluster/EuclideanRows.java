package hadamask.cluster;

import hadamask.distance.Measure;
import hadamask.distance.Metric;
import hadamask.distance.PairwiseOptions;
import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.matrix.Matrix;
import hadamask.table.Table;

/// Rows whose Euclidean distances are the distances of other rows by a metric: their columns divided by deviations, whitened, or weighted.
public final class EuclideanRows {
    private EuclideanRows() {
    }

    /// The rows.
    ///
    /// @param table without sparse rows
    /// @param measure Euclidean, standardized or Mahalanobis
    /// @throws InputException if a number is missing or infinite
    public static Matrix of(Table table, Measure measure, PairwiseOptions options) {
        requireFinite(table);
        Matrix rows = table.values();
        int columns = rows.columns();
        if (measure instanceof Metric.Mahalanobis mahalanobis) {
            return mahalanobis.whitening().apply(rows);
        }
        double[] factors = new double[columns];
        for (int j = 0; j < columns; j++) {
            double weight = options.weights().isEmpty() ? 1 : options.weights().get(j);
            factors[j] = measure instanceof Metric.StandardizedEuclidean scaled
                    ? Math.sqrt(weight / scaled.variances().get(j))
                    : Math.sqrt(weight);
        }
        Matrix inUnits = measure instanceof Metric.StandardizedEuclidean scaled ? scaled.units().divide(rows) : rows;
        double[] values = new double[inUnits.values().length];
        for (int at = 0; at < values.length; at++) {
            values[at] = inUnits.values()[at] * factors[at % columns];
        }
        return new Matrix(rows.rows(), columns, values);
    }

    private static void requireFinite(Table table) {
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < table.columns(); j++) {
                if (!(Math.abs(table.values().get(i, j)) <= Double.MAX_VALUE)) {
                    throw new InputException(
                            (Double.isNaN(table.values().get(i, j)) ? "is missing" : "is infinite")
                                    + ", expected a finite number for a mean",
                            Remedy.of(Remedy.Kind.DROP_MISSING))
                            .at(table.rowTitle(i) + ", column " + table.columnTitle(j)).at(table.name());
                }
            }
        }
    }
}
