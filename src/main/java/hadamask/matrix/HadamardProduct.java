package hadamask.matrix;

import hadamask.file.InputException;

/// The product of two matrices entry by entry: `C[i][j] = A[i][j] * B[i][j]`. With a mask of zeros and ones it keeps what
/// the mask marks.
public final class HadamardProduct {
    private HadamardProduct() {
    }

    /// @throws InputException if the shapes differ
    public static Matrix of(Matrix a, Matrix b) {
        if (a.rows() != b.rows() || a.columns() != b.columns()) {
            throw new InputException("has " + b + " numbers, expected " + a + ", the shape of the first");
        }
        double[] product = new double[a.values().length];
        for (int k = 0; k < product.length; k++) {
            product[k] = a.values()[k] * b.values()[k];
        }
        return new Matrix(a.rows(), a.columns(), product);
    }
}
