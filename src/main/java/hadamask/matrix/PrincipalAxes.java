package hadamask.matrix;

import java.util.Arrays;

/// The directions in which data vary, from the most to the least: `S = Q L Q^T`.
///
/// Eigenvalues descend; each direction has length 1, and its component of largest magnitude is positive (the first of
/// those when several are equally large): the result is the same on every run.
public final class PrincipalAxes {
    private final double[] deviations;
    private final Matrix directions;

    private PrincipalAxes(double[] deviations, Matrix directions) {
        this.deviations = deviations;
        this.directions = directions;
    }

    /// The axes of a covariance, from its factor: small ones keep their digits when the columns differ in scale.
    public static PrincipalAxes of(Factor factor) {
        Jacobi.Result singular = Jacobi.of(factor.root());
        int d = singular.values().length;
        double[] deviations = singular.values().clone();
        Arrays.fill(deviations, factor.rank(), d, 0);
        double[] directions = singular.vectors().values().clone();
        for (int k = 0; k < d; k++) {
            if (largest(directions, k * d, d) < 0) {
                for (int j = k * d; j < (k + 1) * d; j++) {
                    directions[j] = 0 - directions[j]; // 0, never -0
                }
            }
        }
        return new PrincipalAxes(deviations, new Matrix(d, d, directions));
    }

    /// How many axes there are: as many as columns.
    public int count() {
        return deviations.length;
    }

    /// The standard deviation along an axis, the root of its eigenvalue; 0 beyond the rank.
    public double deviation(int axis) {
        return deviations[axis];
    }

    /// The directions: row k is that of axis k.
    public Matrix directions() {
        return directions;
    }

    /// The eigenvalue of an axis: the variance along it.
    public double eigenvalue(int axis) {
        return deviations[axis] * deviations[axis];
    }

    /// The share of the whole variance along an axis, in [0, 1]; NaN when nothing varies.
    public double share(int axis) {
        double sum = 0;
        for (int k = 0; k < deviations.length; k++) {
            sum += eigenvalue(k);
        }
        return eigenvalue(axis) / sum;
    }

    private static double largest(double[] values, int from, int length) {
        double largest = 0;
        for (int j = from; j < from + length; j++) {
            // Equal but for rounding: the first one decides, on every machine.
            if (Math.abs(values[j]) > Math.abs(largest) * (1 + 1e-9)) {
                largest = values[j];
            }
        }
        return largest;
    }
}
