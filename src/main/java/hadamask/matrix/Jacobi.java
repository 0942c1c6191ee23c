package hadamask.matrix;

/// Rotates columns until all are orthogonal (one-sided Jacobi): in the end they are U times the singular values.
///
/// Unlike methods that first make the matrix bidiagonal it gives small singular values all their digits when only the
/// scale of the columns makes them small: Demmel and Veselic, "Jacobi's method is more accurate than QR" (1992).
final class Jacobi {
    private static final int SWEEPS = 60;

    private final double[][] columns;
    private final double[] squares;
    /// What is rotated with the columns; none when nobody wants to know it.
    private final double[][] vectors;

    /// @param columns of a matrix, each of the same length; overwritten
    private Jacobi(double[][] columns, double[][] vectors) {
        this.columns = columns;
        this.vectors = vectors;
        squares = new double[columns.length];
    }

    /// Makes the columns of A those of `U S`.
    static void rotate(double[][] columns) {
        rotate(columns, new double[0][]);
    }

    /// The same, with other columns that are rotated likewise: those of a unit matrix become V, `A V = U S`.
    ///
    /// @param vectors as many as there are columns
    static void rotate(double[][] columns, double[][] vectors) {
        new Jacobi(columns, vectors).sweeps();
    }

    private void sweeps() {
        for (int sweep = 0; sweep < SWEEPS && sweep(); sweep++) {
            // until a sweep rotates nothing
        }
    }

    /// @return whether anything was rotated
    private boolean sweep() {
        for (int j = 0; j < squares.length; j++) {
            squares[j] = Vectors.dot(columns[j], columns[j], 0);
        }
        double tolerance = Math.sqrt(squares.length) * Math.ulp(1.0);
        boolean rotated = false;
        for (int p = 0; p < squares.length - 1; p++) {
            for (int q = p + 1; q < squares.length; q++) {
                if (squares[p] < squares[q]) {
                    // The longer column first: the values come out in order, and fewer sweeps are needed.
                    exchange(p, q);
                }
                double product = Vectors.dot(columns[p], columns[q], 0);
                if (Math.abs(product) > tolerance * Math.sqrt(squares[p]) * Math.sqrt(squares[q])) {
                    rotate(p, q, (squares[q] - squares[p]) / (2 * product));
                    rotated = true;
                }
            }
        }
        return rotated;
    }

    private void rotate(int p, int q, double cotangent) {
        double t = Math.copySign(1, cotangent) / (Math.abs(cotangent) + Math.hypot(1, cotangent));
        double c = 1 / Math.sqrt(1 + t * t);
        Vectors.turn(columns[p], columns[q], c, c * t);
        squares[p] = Vectors.dot(columns[p], columns[p], 0);
        squares[q] = Vectors.dot(columns[q], columns[q], 0);
        if (vectors.length > 0) {
            Vectors.turn(vectors[p], vectors[q], c, c * t);
        }
    }

    private void exchange(int p, int q) {
        double square = squares[p];
        squares[p] = squares[q];
        squares[q] = square;
        exchange(columns, p, q);
        if (vectors.length > 0) {
            exchange(vectors, p, q);
        }
    }

    private static void exchange(double[][] of, int p, int q) {
        double[] held = of[p];
        of[p] = of[q];
        of[q] = held;
    }
}
