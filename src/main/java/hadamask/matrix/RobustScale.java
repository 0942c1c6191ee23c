package hadamask.matrix;

import hadamask.file.InputException;
import java.util.Arrays;
import java.util.function.IntFunction;

/// Columns around their medians, in units of their median deviations.
final class RobustScale {
    private RobustScale() {
    }

    /// The columns so scaled; in units of the largest deviation where most rows are equal.
    ///
    /// @param title how messages call a column
    /// @throws InputException if a value is infinite, or two differ by more than a double holds
    static Matrix even(Matrix data, IntFunction<String> title) {
        int n = data.rows();
        int d = data.columns();
        double[] even = new double[data.values().length];
        for (int j = 0; j < d; j++) {
            double[] column = new double[n];
            for (int i = 0; i < n; i++) {
                column[i] = data.get(i, j);
            }
            double middle = median(column.clone());
            double[] sizes = new double[n];
            double largest = 0;
            for (int i = 0; i < n; i++) {
                column[i] -= middle;
                sizes[i] = Math.abs(column[i]);
                largest = Math.max(largest, sizes[i]);
            }
            if (!(largest <= Double.MAX_VALUE)) {
                throw new InputException("column " + title.apply(j)
                        + " has values that are too far from each other, expected differences below 2e307");
            }
            double half = median(sizes);
            double unit = half > 0 ? half : largest > 0 ? largest : 1;
            for (int i = 0; i < n; i++) {
                even[i * d + j] = column[i] / unit;
            }
        }
        return new Matrix(n, d, even);
    }

    /// @param values sorted by this
    private static double median(double[] values) {
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : values[half - 1] / 2 + values[half] / 2;
    }
}
