package hadamask.matrix;

import java.util.Arrays;

/// Singular values and right singular vectors by rotating columns until all are orthogonal (one-sided Jacobi).
///
/// Unlike methods that first make the matrix bidiagonal it gives small singular values all their digits when only the
/// scale of the columns makes them small: Demmel and Veselic, "Jacobi's method is more accurate than QR" (1992).
final class Jacobi {
    private static final int SWEEPS = 60;

    private final int length;
    private final int count;
    /// Column j of the matrix at `j * length`; in the end U times the singular values.
    private final double[] columns;
    /// Column j of V at `j * count`.
    private final double[] vectors;

    private Jacobi(Matrix matrix) {
        length = matrix.rows();
        count = matrix.columns();
        columns = new double[length * count];
        vectors = new double[count * count];
        for (int j = 0; j < count; j++) {
            for (int i = 0; i < length; i++) {
                columns[j * length + i] = matrix.get(i, j);
            }
            vectors[j * count + j] = 1;
        }
    }

    /// Singular values, descending, and their right singular vectors.
    static final class Result {
        private final double[] values;
        private final Matrix vectors;

        private Result(double[] values, Matrix vectors) {
            this.values = values;
            this.vectors = vectors;
        }

        double[] values() {
            return values;
        }

        /// Row k is the vector of value k.
        Matrix vectors() {
            return vectors;
        }
    }

    static Result of(Matrix matrix) {
        Jacobi jacobi = new Jacobi(matrix);
        for (int sweep = 0; sweep < SWEEPS && jacobi.sweep(); sweep++) {
            // until a sweep rotates nothing
        }
        return jacobi.sorted();
    }

    /// @return whether anything was rotated
    private boolean sweep() {
        double tolerance = Math.sqrt(length) * Math.ulp(1.0);
        boolean rotated = false;
        for (int p = 0; p < count - 1; p++) {
            for (int q = p + 1; q < count; q++) {
                double pp = dot(p, p);
                double qq = dot(q, q);
                double pq = dot(p, q);
                if (pp < qq) {
                    // The longer column first: the values come out in order, and fewer sweeps are needed.
                    exchange(p, q);
                    double held = pp;
                    pp = qq;
                    qq = held;
                }
                if (Math.abs(pq) > tolerance * Math.sqrt(pp) * Math.sqrt(qq)) {
                    rotate(p, q, (qq - pp) / (2 * pq));
                    rotated = true;
                }
            }
        }
        return rotated;
    }

    private void rotate(int p, int q, double cotangent) {
        double t = Math.copySign(1, cotangent) / (Math.abs(cotangent) + Math.hypot(1, cotangent));
        double c = 1 / Math.sqrt(1 + t * t);
        turn(columns, p * length, q * length, length, c, c * t);
        turn(vectors, p * count, q * count, count, c, c * t);
    }

    private static void turn(double[] values, int p, int q, int length, double c, double s) {
        for (int i = 0; i < length; i++) {
            double a = values[p + i];
            double b = values[q + i];
            values[p + i] = c * a - s * b;
            values[q + i] = s * a + c * b;
        }
    }

    private double dot(int p, int q) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += columns[p * length + i] * columns[q * length + i];
        }
        return sum;
    }

    private void exchange(int p, int q) {
        swap(columns, p * length, q * length, length);
        swap(vectors, p * count, q * count, count);
    }

    private static void swap(double[] values, int p, int q, int length) {
        for (int i = 0; i < length; i++) {
            double held = values[p + i];
            values[p + i] = values[q + i];
            values[q + i] = held;
        }
    }

    private Result sorted() {
        Integer[] order = new Integer[count];
        double[] norms = new double[count];
        for (int j = 0; j < count; j++) {
            order[j] = j;
            norms[j] = Math.sqrt(dot(j, j));
        }
        Arrays.sort(order, (a, b) -> Double.compare(norms[b], norms[a]));
        double[] values = new double[count];
        double[] rows = new double[count * count];
        for (int k = 0; k < count; k++) {
            values[k] = norms[order[k]];
            System.arraycopy(vectors, order[k] * count, rows, k * count, count);
        }
        return new Result(values, new Matrix(count, count, rows));
    }
}
