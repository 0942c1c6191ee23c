package hadamask.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// A column that the columns before it determine.
///
/// @param column from 0
/// @param on the columns it is a combination of; empty when it is constant but for rounding
/// @param varies whether its numbers are not all equal
record Dependence(int column, List<Integer> on, boolean varies) {
    private static final int NAMED = 5;
    private static final double NEGLIGIBLE = 1e-6;

    /// The first column that depends on those before it.
    ///
    /// @param root the triangle of a QR decomposition
    /// @param scales the length of each column
    /// @param tolerance what counts as nothing, in units of a column's length
    static Dependence of(Matrix root, double[] scales, double tolerance) {
        int d = root.columns();
        int column = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < d && least > tolerance; j++) {
            double rest = scales[j] == 0 ? 0 : root.get(j, j) / scales[j];
            if (rest < least) {
                least = rest;
                column = j;
            }
        }
        return new Dependence(column, combination(root, scales, column), scales[column] > 0);
    }

    /// Solves the triangle above the column for its coefficients, in units of the columns' lengths.
    private static List<Integer> combination(Matrix root, double[] scales, int column) {
        double[] coefficients = new double[column];
        double largest = 0;
        for (int i = column - 1; i >= 0; i--) {
            double sum = root.get(i, column);
            for (int k = i + 1; k < column; k++) {
                sum -= root.get(i, k) * coefficients[k];
            }
            coefficients[i] = sum / root.get(i, i);
            largest = Math.max(largest, Math.abs(coefficients[i] * scales[i]));
        }
        List<Integer> on = new ArrayList<>();
        for (int i = 0; i < column && scales[column] > 0; i++) {
            if (Math.abs(coefficients[i] * scales[i]) > NEGLIGIBLE * largest) {
                on.add(i);
            }
        }
        return on;
    }

    /// In words: `column "d" depends on a, b, c`.
    String describe(IntFunction<String> name) {
        String which = "column \"" + name.apply(column) + "\" ";
        if (on.isEmpty()) {
            return which + (varies ? "varies no more than its numbers are rounded" : "is constant");
        }
        List<String> names = on.stream().limit(NAMED).map(name::apply).toList();
        String more = on.size() > NAMED ? " and " + (on.size() - NAMED) + " more" : "";
        return which + "depends on " + String.join(", ", names) + more;
    }
}
