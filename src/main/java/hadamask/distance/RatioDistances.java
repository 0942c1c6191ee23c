package hadamask.distance;

/// Distances of two rows that are sums of ratios, ratios of sums, or proportions of columns.
final class RatioDistances {
    private RatioDistances() {
    }

    /// `sum w_i abs(u_i - v_i) / (abs(u_i) + abs(v_i))`, 0 / 0 counts 0.
    static double canberra(double[] u, double[] v, double[] weights) {
        Norm.requireSameLength(u, v, weights);
        double sum = 0;
        for (int k = 0; k < u.length; k++) {
            sum += weights[k] > 0 ? weights[k] * canberraTerm(u[k], v[k]) : 0;
        }
        return total(weights) > 0 ? sum : Double.NaN;
    }

    private static double canberraTerm(double u, double v) {
        if (u == v) {
            return 0;
        }
        if (Double.isInfinite(u) != Double.isInfinite(v)) {
            return Double.isNaN(u + v) ? Double.NaN : 1;
        }
        // Halved, so that the sum of two large numbers stays finite. Halving rounds only numbers below 1e-307.
        double half = Math.abs(u) > 1 || Math.abs(v) > 1 ? 0.5 : 1;
        return Math.abs(half * u - half * v) / (Math.abs(half * u) + Math.abs(half * v));
    }

    /// `sum w_i abs(u_i - v_i) / sum w_i abs(u_i + v_i)`; 0 for equal rows.
    static double brayCurtis(double[] u, double[] v, double[] weights) {
        Norm.requireSameLength(u, v, weights);
        double max = 0;
        for (int k = 0; k < u.length; k++) {
            max = Math.max(max, weights[k] > 0 ? Math.max(Math.abs(u[k]), Math.abs(v[k])) : 0);
        }
        // A power of two keeps the sums finite, and rounds nothing that matters.
        double unit = max > 1 ? 0x1p-64 : 1;
        double apart = 0;
        double together = 0;
        for (int k = 0; k < u.length; k++) {
            if (weights[k] > 0) {
                apart += weights[k] * Norm.difference(u[k] * unit, v[k] * unit);
                together += weights[k] * Math.abs(u[k] * unit + v[k] * unit);
            }
        }
        return apart == 0 && total(weights) > 0 ? 0 : apart / together;
    }

    /// The weight of the columns that differ, divided by that of all.
    static double hamming(double[] u, double[] v, double[] weights) {
        Norm.requireSameLength(u, v, weights);
        double unequal = 0;
        for (int k = 0; k < u.length; k++) {
            if (weights[k] > 0 && (Double.isNaN(u[k]) || Double.isNaN(v[k]))) {
                return Double.NaN;
            }
            unequal += u[k] == v[k] ? 0 : weights[k];
        }
        return unequal / total(weights);
    }

    /// The weight of the columns that differ, divided by that of the columns where a row is not 0; 0 / 0 is 0.
    static double nonzeroHamming(double[] u, double[] v, double[] weights) {
        Norm.requireSameLength(u, v, weights);
        double unequal = 0;
        double present = 0;
        for (int k = 0; k < u.length; k++) {
            if (weights[k] > 0 && (Double.isNaN(u[k]) || Double.isNaN(v[k]))) {
                return Double.NaN;
            }
            unequal += u[k] == v[k] ? 0 : weights[k];
            present += u[k] == 0 && v[k] == 0 ? 0 : weights[k];
        }
        if (present == 0) {
            return total(weights) > 0 ? 0 : Double.NaN;
        }
        return unequal / present;
    }

    /// `sum w_i (u_i - v_i)^2 / (u_i + v_i)`, 0 / 0 counts 0.
    static double chiSquare(double[] u, double[] v, double[] weights) {
        Norm.requireSameLength(u, v, weights);
        double sum = 0;
        for (int k = 0; k < u.length; k++) {
            if (weights[k] > 0 && u[k] != v[k]) {
                // Halved, so that the sum of two large numbers stays finite.
                double half = Math.abs(u[k] / 2 - v[k] / 2);
                sum += weights[k] * (2 * half * (half / (u[k] / 2 + v[k] / 2)));
            }
        }
        return total(weights) > 0 ? sum : Double.NaN;
    }

    private static double total(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }
}
