package hadamask.matrix;

import hadamask.parallel.Workers;
import java.io.Serializable;

/// Maps rows to rows whose covariance is the identity: `z = (x - mean) W` with `W W^T = S^-1`.
///
/// The Euclidean length of z is the Mahalanobis distance of x to the mean, and the Euclidean distance of two such rows is
/// the Mahalanobis distance of the two rows.
public final class Whitening implements Serializable {
    private static final long serialVersionUID = 1;

    private final Centre centre;
    private final RowTransform transform;

    /// How the whitened axes lie; distances do not depend on it.
    public enum Method {
        /// Along the principal axes, of variance 1 each: `W = Q L^(-1/2)`.
        PCA,
        /// As close to the original axes as possible: `W = Q L^(-1/2) Q^T`.
        ZCA,
        /// One column after the other, each cleared of those before it: `W = R^-1` with `R^T R = S`, R upper triangular.
        CHOLESKY
    }

    private Whitening(Centre centre, RowTransform transform) {
        this.centre = centre;
        this.transform = transform;
    }

    /// Whitening by the inverse of a covariance, or by its pseudo-inverse where it is singular: directions in which nothing
    /// varies are left out.
    ///
    /// @param centre what becomes zero
    /// @param factor of the covariance, of any rank
    /// @param method PCA gives as many columns as the rank, or, of thin data with a ridge, as there are axes along which those
    ///        rows vary: they are 0 along all others; ZCA gives all columns, of which the covariance is a projection where it
    ///        is singular; the triangle of CHOLESKY has no inverse then, so PCA stands for it
    public static Whitening of(Centre centre, Factor factor, Method method) {
        return new Whitening(centre, factor.whitening(method));
    }

    /// The same by the cheapest method, for distances, which do not depend on it.
    public static Whitening forDistances(Centre centre, Factor factor) {
        return new Whitening(centre, factor.anyWhitening());
    }

    /// How many numbers a whitened row has.
    public int width() {
        return transform.width();
    }

    /// The whitened rows.
    ///
    /// @param x rows of as many columns as the covariance
    public Matrix apply(Matrix x) {
        double[] result = room(x);
        transform.rows(centre, x, 0, x.rows(), result);
        return new Matrix(x.rows(), transform.width(), result);
    }

    /// The same, shared by workers.
    public Matrix apply(Matrix x, Workers workers) {
        double[] result = room(x);
        workers.inRanges(x.rows(), transform.rowsAtOnce(),
                (from, to) -> transform.rows(centre, x, from, to, result));
        return new Matrix(x.rows(), transform.width(), result);
    }

    private double[] room(Matrix x) {
        if (x.columns() != transform.columns()) {
            throw new IllegalArgumentException(x.columns() + " columns for a whitening of " + transform.columns());
        }
        return new double[Math.multiplyExact(x.rows(), transform.width())];
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
}
