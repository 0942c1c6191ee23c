package hadamask.cluster;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.matrix.Matrix;
import hadamask.table.Table;
import hadamask.table.write.Precision;
import java.util.List;

/// A table that is a matrix of distances, as `distances` writes it: square, symmetric, zeros on the diagonal.
///
/// @param table of which the matrix is symmetric to the bit
/// @param rounded whether it was so only but for rounding: then the entries below the diagonal count
public record SquareDistances(Table table, boolean rounded) {
    /// Entries that differ by no more than this share of the largest one differ by rounding.
    private static final double ROUNDING = 1e-6;

    /// Looks at a table.
    ///
    /// @throws InputException if it is none of distances
    public static SquareDistances of(Table table) {
        try {
            return checked(table);
        } catch (InputException e) {
            throw e.at(table.name());
        }
    }

    private static SquareDistances checked(Table table) {
        Matrix matrix = table.values();
        int n = matrix.rows();
        if (n != matrix.columns()) {
            throw new InputException("has " + Table.count(n, "row") + " and " + Table.count(matrix.columns(), "column")
                    + ", expected a square matrix of distances", Remedy.of(Remedy.Kind.ROWS_OR_NAMES));
        }
        requireSameNames(table);
        double largest = 0;
        for (double value : matrix.values()) {
            largest = Math.max(largest, Math.abs(value));
        }
        double rounding = Math.min(ROUNDING * largest, Double.MAX_VALUE);
        boolean exact = true;
        for (int i = 0; i < n; i++) {
            requireDistances(table, i);
            if (Math.abs(matrix.get(i, i)) > rounding) {
                throw new InputException(
                        "is " + text(matrix.get(i, i)) + ", expected 0: a row has no distance to itself",
                        matrix.get(i, i) == largest
                                ? Remedy.advice("of similarities s write the distances, such as 1 - s")
                                : Remedy.of(Remedy.Kind.ROWS_OR_NAMES))
                        .at(table.rowTitle(i) + ", column " + table.columnTitle(i));
            }
            for (int j = 0; j < i; j++) {
                double difference = Math.abs(matrix.get(i, j) - matrix.get(j, i));
                exact &= difference == 0;
                if (difference > rounding) {
                    throw new InputException("is " + text(matrix.get(i, j)) + ", but the other way round "
                            + text(matrix.get(j, i)) + ", expected a symmetric matrix")
                            .at(table.rowTitle(i) + ", column " + table.columnTitle(j));
                }
            }
            exact &= matrix.get(i, i) == 0;
        }
        return new SquareDistances(exact ? table : table.withValues(mended(matrix)), !exact);
    }

    private static String text(double value) {
        return Precision.SHORTEST.text(value);
    }

    private static Matrix mended(Matrix matrix) {
        int n = matrix.rows();
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                values[i * n + j] = matrix.get(i, j);
                values[j * n + i] = matrix.get(i, j);
            }
        }
        return new Matrix(n, n, values);
    }

    private static void requireDistances(Table table, int i) {
        for (int j = 0; j < table.columns(); j++) {
            double value = table.values().get(i, j);
            if (!(value >= 0 && value <= Double.MAX_VALUE)) {
                throw new InputException("is " + text(value) + ", expected a distance, a finite number from 0")
                        .at(table.rowTitle(i) + ", column " + table.columnTitle(j));
            }
        }
    }

    private static void requireSameNames(Table table) {
        List<String> labels = table.labels();
        List<String> names = table.columnNames();
        for (int i = 0; labels != null && names != null && i < labels.size(); i++) {
            if (!labels.get(i).equals(names.get(i))) {
                throw new InputException("row " + (i + 1) + " is called \"" + labels.get(i) + "\", but column "
                        + (i + 1) + " \"" + names.get(i) + "\", expected the same names in the same order");
            }
        }
    }
}
