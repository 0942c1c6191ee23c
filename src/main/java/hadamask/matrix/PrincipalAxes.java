package hadamask.matrix;

import java.util.Arrays;

/// The directions in which data vary, from the most to the least: `S = Q L Q^T`.
///
/// Eigenvalues descend; each direction has length 1, and its component of largest magnitude is positive (the first of
/// those when several are equally large): the result is the same on every run. Data of no more rows than columns have only
/// the axes along which they vary, fewer than rows: see [Factor#isThin()].
public final class PrincipalAxes {
    private final double[] deviations;
    private final Matrix directions;
    private final double rest;

    private PrincipalAxes(double[] deviations, Matrix directions, double rest) {
        this.deviations = deviations;
        this.directions = directions;
        this.rest = rest;
    }

    /// The axes of a covariance, from its factor: small ones keep their digits when the columns differ in scale.
    public static PrincipalAxes of(Factor factor) {
        return factor.axes();
    }

    /// @param deviations along the axes, descending
    /// @param vectors row k is a direction of axis k, of length 1
    /// @param rest the variance along all other axes together
    static PrincipalAxes of(double[] deviations, Matrix vectors, double rest) {
        int d = vectors.columns();
        double[] directions = vectors.values().clone();
        for (int k = 0; k < deviations.length; k++) {
            if (largest(directions, k * d, d) < 0) {
                for (int j = k * d; j < (k + 1) * d; j++) {
                    directions[j] = 0 - directions[j]; // 0, never -0
                }
            }
        }
        return new PrincipalAxes(deviations, new Matrix(deviations.length, d, directions), rest);
    }

    /// All axes, as many as columns: those along which nothing varies, too.
    public PrincipalAxes complete() {
        int d = directions.columns();
        double[][] vectors = new double[d][d];
        for (int k = 0; k < count(); k++) {
            System.arraycopy(directions.values(), k * d, vectors[k], 0, d);
        }
        Completion.complete(vectors);
        double[] all = new double[Math.multiplyExact(d, d)];
        for (int k = 0; k < d; k++) {
            System.arraycopy(vectors[k], 0, all, k * d, d);
        }
        double[] more = Arrays.copyOf(deviations, d);
        if (d > count()) {
            Arrays.fill(more, count(), d, Math.sqrt(rest / (d - count())));
        }
        return of(more, new Matrix(d, d, all), 0);
    }

    /// How many axes there are: as many as columns, or those along which thin data vary.
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
        double unit = unit();
        double sum = rest / unit / unit;
        for (double deviation : deviations) {
            sum += deviation / unit * (deviation / unit);
        }
        return deviations[axis] / unit * (deviations[axis] / unit) / sum;
    }

    /// A power of two by which the data are scaled, so that no square overflows or underflows.
    private double unit() {
        double largest = deviations.length == 0 ? 0 : deviations[0];
        return largest == 0 ? 1 : Math.scalb(1.0, Math.max(Math.getExponent(largest), -1022));
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
