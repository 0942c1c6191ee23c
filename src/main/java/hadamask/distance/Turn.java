package hadamask.distance;

import java.util.Arrays;

/// The angle between two rows, right to a few units of the last place also where they are nearly parallel or opposite.
///
/// `v = c u + r` with r at right angles to u: the tangent of the angle is `norm(r) / (c norm(u))`. What c lacks of the exact
/// quotient is found in r, and taken off it once more; each entry of r is rounded once (a fused product).
final class Turn {
    /// What rounding leaves of parallel rows, by their length.
    private static final double NOTHING = 0x1p-100;

    private Turn() {
    }

    /// In radians, from 0 to pi; exactly 0 for equal rows, NaN for a zero vector.
    static double between(double[] first, double[] second, double[] weights) {
        Norm.requireSameLength(first, second, weights);
        double[] u = Angle.scaled(first, weights);
        double[] v = Angle.scaled(second, weights);
        return Arrays.compare(u, v) <= 0 ? ordered(u, v, weights) : ordered(v, u, weights); // the same bits either way
    }

    private static double ordered(double[] u, double[] v, double[] weights) {
        double square = product(u, u, weights);
        if (!(square > 0)) {
            return Double.NaN;
        }
        double along = product(u, v, weights) / square;
        double[] rest = new double[u.length];
        for (int k = 0; k < rest.length; k++) {
            rest[k] = Math.fma(-along, u[k], v[k]);
        }
        double more = product(u, rest, weights) / square;
        for (int k = 0; k < rest.length; k++) {
            rest[k] = Math.fma(-more, u[k], rest[k]);
        }
        double across = Math.sqrt(product(rest, rest, weights));
        double ahead = (along + more) * Math.sqrt(square);
        if (across <= NOTHING * Math.abs(ahead)) {
            return ahead > 0 ? 0 : ahead < 0 ? Math.PI : Double.NaN;
        }
        return Double.isNaN(across) ? Double.NaN : Math.atan2(across, ahead);
    }

    private static double product(double[] u, double[] v, double[] weights) {
        double sum = 0;
        for (int k = 0; k < u.length; k++) {
            sum += weights[k] > 0 ? weights[k] * (u[k] * v[k]) : 0;
        }
        return sum;
    }
}
