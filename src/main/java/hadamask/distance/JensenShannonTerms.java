package hadamask.distance;

import hadamask.matrix.Matrix;

/// `sum x ln(x / m) + t ln(t / m)` with `m = (x + t) / 2`, of numbers from 0 whose logarithms are known.
///
/// With the sum s of x and t and their distance d = abs(x - t) a term is `s ln(1 + d / s) - min(x, t) abs(ln x - ln t)`. The logarithm in it is
/// that of a number from 1 to 2, for which `ln(1 + r) = 2 artanh(v)`, v = r / (2 + r) at most 1/3, has a short series: so the loop has no call, and is
/// vectorised. What is lost where x and t are close is some 1e-16 of x, not of the term.
final class JensenShannonTerms implements Kernel {
    @Override
    public void add(double[] x, int at, double[][] tile, int from, int to, double[] sum) {
        for (int k = from; k < to; k += 2) {
            step(x[at + k], x[at + k + 1], tile[k], tile[k + 1], sum);
        }
    }

    private static void step(double x, double logX, double[] t, double[] logT, double[] sum) {
        for (int j = 0; j < t.length; j++) {
            double distance = Math.abs(x - t[j]);
            double both = x + t[j];
            // 0 / MIN_VALUE is 0, and every other sum is at least MIN_VALUE.
            double v = distance / Math.max(2 * both + distance, Double.MIN_VALUE);
            double y = v * v;
            double series = Math.fma(y, 1.0 / 31, 1.0 / 29);
            series = Math.fma(y, series, 1.0 / 27);
            series = Math.fma(y, series, 1.0 / 25);
            series = Math.fma(y, series, 1.0 / 23);
            series = Math.fma(y, series, 1.0 / 21);
            series = Math.fma(y, series, 1.0 / 19);
            series = Math.fma(y, series, 1.0 / 17);
            series = Math.fma(y, series, 1.0 / 15);
            series = Math.fma(y, series, 1.0 / 13);
            series = Math.fma(y, series, 1.0 / 11);
            series = Math.fma(y, series, 1.0 / 9);
            series = Math.fma(y, series, 1.0 / 7);
            series = Math.fma(y, series, 1.0 / 5);
            series = Math.fma(y, series, 1.0 / 3);
            series = Math.fma(y, series, 1.0);
            sum[j] += 2 * both * (v * series) - Math.min(x, t[j]) * Math.abs(logX - logT[j]);
        }
    }

    /// Behind each number its logarithm; 0 for that of 0, which is only multiplied by 0.
    static Matrix withLogarithms(Matrix numbers) {
        double[] values = new double[Math.multiplyExact(2, numbers.values().length)];
        for (int at = 0; at < numbers.values().length; at++) {
            double x = numbers.values()[at];
            values[2 * at] = x;
            values[2 * at + 1] = x > 0 ? Math.log(x) : 0;
        }
        return new Matrix(numbers.rows(), 2 * numbers.columns(), values);
    }
}
