package hadamask.distance;

import hadamask.distance.Comparison.Epilogue;

/// How running sums become values: by roots and quotients, and by the definition where a sum is not accurate enough.
final class Epilogues {
    /// Below, squares of differences may have vanished from a sum.
    static final double TINY = 0x1p-900;

    private Epilogues() {
    }

    /// `sum^(1/p)`.
    static Epilogue root(double p) {
        if (p == 1) {
            return Epilogues::unchanged;
        }
        if (p == 2) {
            return Epilogues::squareRoots;
        }
        if (p == 3) {
            return function(TINY, Double.MAX_VALUE, Math::cbrt);
        }
        if (p == 0.5) {
            return function(0, Double.MAX_VALUE, sum -> sum * sum);
        }
        // The root of a sum far from 1 would be less exact: its logarithm is large.
        return function(0x1p-100, 0x1p100, sum -> Norm.root(sum, p));
    }

    /// The largest number as it is: where rows with what is missing or too large are left to the definition, it is exact.
    static Epilogue maximum() {
        return (comparison, i, first, width, sums, out, at) -> System.arraycopy(sums[0], 0, out, at, width);
    }

    /// A sum of squares.
    static Epilogue square() {
        return function(TINY, Double.MAX_VALUE, sum -> sum);
    }

    /// `sum / total`.
    static Epilogue quotient(double total) {
        return function(0, Double.MAX_VALUE, sum -> sum / total);
    }

    /// The same, at most 1.
    static Epilogue share(double total) {
        return function(0, Double.MAX_VALUE, sum -> Math.min(1, sum / total));
    }

    /// The first sum divided by the second; 0 for equal rows.
    static Epilogue ratio() {
        return Epilogues::ratios;
    }

    /// The definition for every pair; the sums are ignored.
    static Epilogue definition() {
        return Epilogues::definitions;
    }

    private static void definitions(Comparison comparison, int i, int first, int width, double[][] sums, double[] out,
            int at) {
        for (int j = 0; j < width; j++) {
            out[at + j] = comparison.careful(i, first + j);
        }
    }

    private static void ratios(Comparison comparison, int i, int first, int width, double[][] sums, double[] out,
            int at) {
        for (int j = 0; j < width; j++) {
            out[at + j] = sums[0][j] == 0 ? 0 : sums[0][j] / sums[1][j];
        }
    }

    // The common ones have loops of their own, which the compiler vectorises.

    private static void unchanged(Comparison comparison, int i, int first, int width, double[][] sums, double[] out,
            int at) {
        System.arraycopy(sums[0], 0, out, at, width);
        correct(comparison, i, first, width, sums[0], Double.NEGATIVE_INFINITY, Double.MAX_VALUE, out, at);
    }

    private static void squareRoots(Comparison comparison, int i, int first, int width, double[][] sums, double[] out,
            int at) {
        double[] sum = sums[0];
        if (haveMagnitudes(sum, width, TINY, Double.MAX_VALUE)) {
            squareRoots(sum, width);
            System.arraycopy(sum, 0, out, at, width);
            return;
        }
        for (int j = 0; j < width; j++) {
            out[at + j] = Math.sqrt(sum[j]);
        }
        correct(comparison, i, first, width, sum, TINY, Double.MAX_VALUE, out, at);
    }

    /// In place: from one array into a part of another the compiler takes one root at a time, as they might overlap.
    private static void squareRoots(double[] sum, int width) {
        for (int j = 0; j < width; j++) {
            sum[j] = Math.sqrt(sum[j]);
        }
    }

    /// A function of a single running sum.
    @FunctionalInterface
    private interface Function {
        double of(double sum);
    }

    private static Epilogue function(double min, double max, Function function) {
        return (comparison, i, first, width, sums, out, at) -> {
            double[] sum = sums[0];
            for (int j = 0; j < width; j++) {
                out[at + j] = function.of(sum[j]);
            }
            correct(comparison, i, first, width, sum, min, max, out, at);
        };
    }

    /// Replaces values by the definition where a sum is not accurate enough.
    private static void correct(Comparison comparison, int i, int first, int width, double[] sum, double min,
            double max,
            double[] out, int at) {
        if (haveMagnitudes(sum, width, Math.max(min, 0), max)) {
            return;
        }
        for (int j = 0; j < width; j++) {
            if (!(sum[j] >= min && sum[j] <= max)) {
                boolean zero = sum[j] == 0 && comparison.isSame(i, first + j);
                out[at + j] = zero ? 0 : comparison.careful(i, first + j);
            }
        }
    }

    /// Whether the magnitudes of all sums are within bounds. Non-negative doubles are ordered like their bits, and
    /// NaN is above all of them. A branch for each sum would take four times as long.
    static boolean haveMagnitudes(double[] sum, int width, double min, double max) {
        long from = Double.doubleToRawLongBits(min);
        long to = Double.doubleToRawLongBits(max);
        long outside = 0; // below 0 when a difference was
        for (int j = 0; j < width; j++) {
            long magnitude = Double.doubleToRawLongBits(sum[j]) & Long.MAX_VALUE;
            outside |= (magnitude - from) | (to - magnitude);
        }
        return outside >= 0;
    }
}
