package hadamask.matrix;

import hadamask.parallel.Workers;
import java.util.Arrays;

/// Turns rows into rows of which the covariance is the identity: `z = (x - mean) W` with `W W^T = S^-1`.
///
/// The Euclidean length of z is the Mahalanobis distance of x to the mean, and the Euclidean distance of two such rows is
/// the Mahalanobis distance of the two rows.
public final class Whitening {
    /// Rows of the transform that are added at once.
    private static final int STEP = 4;
    /// Rows that one of several workers takes.
    private static final int ROWS = 256;

    private final Centre centre;
    private final Matrix transform;

    /// How the whitened axes lie; distances do not depend on it.
    public enum Method {
        /// Along the principal axes, of variance 1 each: `W = Q L^(-1/2)`.
        PCA,
        /// As near to the original axes as can be: `W = Q L^(-1/2) Q^T`.
        ZCA,
        /// One column after the other, each cleared of those before it: `W = R^-1` with `R^T R = S`, R upper triangular.
        CHOLESKY
    }

    private Whitening(Centre centre, Matrix transform) {
        this.centre = centre;
        this.transform = transform;
    }

    /// Whitening by a covariance of full rank.
    ///
    /// @param centre what becomes zero
    /// @param factor of the covariance; see [Factor#requireFullRank]
    public static Whitening of(Centre centre, Factor factor, Method method) {
        Matrix transform = switch (method) {
            case CHOLESKY -> Triangle.inverse(factor.root());
            case PCA -> pca(factor);
            case ZCA -> zca(factor);
        };
        return new Whitening(centre, transform);
    }

    /// Whitening by the pseudo-inverse of a covariance: directions in which nothing varies are left out.
    ///
    /// @param centre what becomes zero
    /// @param factor of the covariance, of any rank
    /// @param method PCA gives as many columns as the rank; ZCA all, of which the covariance is a projection; the triangle
    ///        of CHOLESKY has no inverse then, so PCA stands for it when the rank is not full
    public static Whitening pseudo(Centre centre, Factor factor, Method method) {
        if (factor.rank() == factor.root().columns()) {
            return of(centre, factor, method);
        }
        return new Whitening(centre, method == Method.ZCA ? zca(factor) : pca(factor));
    }

    /// The whitened rows.
    ///
    /// @param x rows of as many columns as the covariance
    public Matrix apply(Matrix x) {
        double[] result = room(x);
        whiten(x, 0, x.rows(), steps(), result);
        return new Matrix(x.rows(), transform.columns(), result);
    }

    /// The same, shared by workers.
    public Matrix apply(Matrix x, Workers workers) {
        double[] result = room(x);
        double[][] steps = steps();
        workers.inRanges(x.rows(), ROWS, (from, to) -> whiten(x, from, to, steps, result));
        return new Matrix(x.rows(), transform.columns(), result);
    }

    private double[] room(Matrix x) {
        if (x.columns() != transform.rows()) {
            throw new IllegalArgumentException(x.columns() + " columns for a whitening of " + transform.rows());
        }
        return new double[Math.multiplyExact(x.rows(), transform.columns())];
    }

    /// The rows of the transform, filled up with zeros to a multiple of [#STEP].
    private double[][] steps() {
        int width = transform.columns();
        double[][] rows = new double[Math.ceilDiv(transform.rows(), STEP) * STEP][];
        for (int j = 0; j < rows.length; j++) {
            rows[j] = j < transform.rows()
                    ? Arrays.copyOfRange(transform.values(), j * width, (j + 1) * width)
                    : new double[width];
        }
        return rows;
    }

    private void whiten(Matrix x, int from, int to, double[][] steps, double[] result) {
        int width = transform.columns();
        double[] row = new double[x.columns()];
        double[] padded = new double[steps.length];
        double[] white = new double[width];
        for (int i = from; i < to; i++) {
            centre.centre(x, i, row);
            System.arraycopy(row, 0, padded, 0, row.length);
            Arrays.fill(white, 0);
            for (int j = 0; j < steps.length; j += STEP) {
                add(padded, j, steps[j], steps[j + 1], steps[j + 2], steps[j + 3], white);
            }
            System.arraycopy(white, 0, result, i * width, width);
        }
    }

    /// Flat, over arrays indexed by k alone: the compiler makes vector instructions of it.
    private static void add(double[] row, int at, double[] t0, double[] t1, double[] t2, double[] t3, double[] sum) {
        double x0 = row[at];
        double x1 = row[at + 1];
        double x2 = row[at + 2];
        double x3 = row[at + 3];
        for (int k = 0; k < t0.length; k++) {
            sum[k] = Math.fma(x3, t3[k], Math.fma(x2, t2[k], Math.fma(x1, t1[k], Math.fma(x0, t0[k], sum[k]))));
        }
    }

    /// The Mahalanobis distance of each row to the centre, at least 0; NaN for a row with a NaN.
    public double[] distances(Matrix x, Workers workers) {
        Matrix white = apply(x, workers);
        double[] distances = new double[x.rows()];
        for (int i = 0; i < distances.length; i++) {
            double sum = 0;
            for (int k = 0; k < white.columns(); k++) {
                sum += white.get(i, k) * white.get(i, k);
            }
            distances[i] = Math.sqrt(sum);
        }
        return distances;
    }

    private static Matrix pca(Factor factor) {
        PrincipalAxes axes = PrincipalAxes.of(factor);
        int d = axes.directions().rows();
        int rank = factor.rank();
        double[] transform = new double[d * rank];
        for (int k = 0; k < rank; k++) {
            for (int j = 0; j < d; j++) {
                transform[j * rank + k] = axes.directions().get(k, j) / axes.deviation(k);
            }
        }
        return new Matrix(d, rank, transform);
    }

    private static Matrix zca(Factor factor) {
        PrincipalAxes axes = PrincipalAxes.of(factor);
        int d = axes.directions().rows();
        double[] transform = new double[d * d];
        for (int k = 0; k < factor.rank(); k++) {
            for (int i = 0; i < d; i++) {
                double weight = axes.directions().get(k, i) / axes.deviation(k);
                for (int j = 0; j < d; j++) {
                    transform[i * d + j] += weight * axes.directions().get(k, j);
                }
            }
        }
        return new Matrix(d, d, transform);
    }
}
