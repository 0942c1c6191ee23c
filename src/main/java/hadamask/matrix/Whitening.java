package hadamask.matrix;

import java.util.Arrays;

/// Turns rows into rows of which the covariance is the identity: `z = (x - mean) W` with `W W^T = S^-1`.
///
/// The Euclidean length of z is the Mahalanobis distance of x to the mean, and the Euclidean distance of two such rows is
/// the Mahalanobis distance of the two rows.
public final class Whitening {
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
        int d = transform.rows();
        int width = transform.columns();
        if (x.columns() != d) {
            throw new IllegalArgumentException(x.columns() + " columns for a whitening of " + d);
        }
        double[] result = new double[x.rows() * width];
        double[] row = new double[d];
        double[] white = new double[width];
        for (int i = 0; i < x.rows(); i++) {
            centre.centre(x, i, row);
            Arrays.fill(white, 0);
            for (int j = 0; j < d; j++) {
                double factor = row[j];
                for (int k = 0, at = j * width; k < width; k++, at++) {
                    white[k] += factor * transform.values()[at];
                }
            }
            System.arraycopy(white, 0, result, i * width, width);
        }
        return new Matrix(x.rows(), width, result);
    }

    /// The Mahalanobis distance of each row to the centre, at least 0; NaN for a row with a NaN.
    public double[] distances(Matrix x) {
        Matrix white = apply(x);
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
