package hadamask.matrix;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/// Upper triangular matrices.
final class Triangle {
    private Triangle() {
    }

    /// The triangle R of the decomposition A = Q R, with a diagonal that is not negative, so that it is unique.
    ///
    /// @param values of A, row by row; overwritten
    /// @param height rows of A, at least d
    /// @param d columns of A
    static double[] reflect(double[] values, int height, int d) {
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(height, d);
        qr.decompose(DMatrixRMaj.wrap(height, d, values));
        double[] triangle = qr.getR(null, true).data;
        for (int i = 0; i < d; i++) {
            if (triangle[i * d + i] < 0) {
                for (int j = i; j < d; j++) {
                    triangle[i * d + j] = -triangle[i * d + j];
                }
            }
        }
        return triangle;
    }

    /// The inverse, row by row from the last; not finite when there is none.
    static Matrix inverse(Matrix triangle) {
        int d = triangle.columns();
        double[] inverse = new double[d * d];
        for (int i = d - 1; i >= 0; i--) {
            inverse[i * d + i] = 1;
            for (int k = i + 1; k < d; k++) {
                double factor = triangle.get(i, k);
                for (int j = k; j < d; j++) {
                    inverse[i * d + j] -= factor * inverse[k * d + j];
                }
            }
            for (int j = i; j < d; j++) {
                inverse[i * d + j] /= triangle.get(i, i);
            }
        }
        return new Matrix(d, d, inverse);
    }
}
