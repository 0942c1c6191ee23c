package hadamask.segment.saliency;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;

/// Linear equations whose matrix is symmetric and positive definite, solved by EJML's Cholesky decomposition.
final class PositiveSystem {
    private final int size;
    private final double[] triangle;

    /// @param matrix `size * size` numbers, row by row; overwritten
    PositiveSystem(double[] matrix, int size) {
        this.size = size;
        CholeskyDecompositionInner_DDRM cholesky = new CholeskyDecompositionInner_DDRM(true);
        if (!cholesky.decompose(DMatrixRMaj.wrap(size, size, matrix))) {
            throw new ArithmeticException("a matrix that should be positive definite is not");
        }
        triangle = cholesky.getT().data;
    }

    /// Solves for one right side.
    ///
    /// @param right overwritten by the solution
    void solve(double[] right) {
        TriangularSolver_DDRM.solveL(triangle, right, size);
        TriangularSolver_DDRM.solveTranL(triangle, right, size);
    }

    /// The diagonal of the inverse matrix: with `matrix = L L^T` it holds the squared lengths of the columns of `L^-1`.
    double[] inverseDiagonal() {
        double[] inverse = new double[size * size];
        TriangularSolver_DDRM.invertLower(triangle, inverse, size);
        double[] diagonal = new double[size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double value = inverse[row * size + column];
                diagonal[column] += value * value;
            }
        }
        return diagonal;
    }
}
