package hadamask.matrix;

import java.util.Arrays;
import java.util.Comparator;

/// Singular values of a matrix A of any shape, and its right singular vectors: as many as the smaller side is long.
///
/// A, or `A^T` where A has fewer rows than columns, becomes a triangle R with pivoting, whose rows descend, and the columns of
/// `R^T` are rotated by [Jacobi]. That needs few sweeps, keeps the digits of small values, and takes no more memory than A:
/// Drmac and Veselic, "New fast and accurate Jacobi SVD algorithm" (2008). Columns that are nothing but rounding stand apart in
/// the last rows of R; in A they would be rounding again after each rotation.
final class SingularVectors {
    /// All numbers are brought below this power of two, so that no square vanishes that counts, and none overflows.
    private static final int EXPONENT = 400;

    private final double[] values;
    private final Matrix vectors;

    private SingularVectors(double[] values, Matrix vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /// The values, descending, each the length of a column in the end.
    static double[] values(Matrix matrix) {
        Sorted sorted = new Sorted(matrix);
        double[][] columns = new PivotedTriangle(sorted.columns).rows();
        Jacobi.rotate(columns);
        return sorted.lengths(columns, order(columns));
    }

    /// @param rank how many of the values are more than rounding
    static SingularVectors of(Matrix matrix, int rank) {
        Sorted sorted = new Sorted(matrix);
        PivotedTriangle triangle = new PivotedTriangle(sorted.columns);
        double[][] vectors = sorted.turned ? thin(sorted, triangle) : tall(triangle);
        double[][] certain = Arrays.copyOf(vectors, rank);
        double[][] columns = sorted.products(matrix, certain);
        // The vectors are right in length, but a small component beside a large column may have lost its digits: in their own
        // products with the matrix they are orthogonal but for that, and a sweep or two give it back.
        Jacobi.rotate(columns, certain);
        int[] order = order(columns);
        double[] values = Arrays.copyOf(sorted.lengths(columns, order), vectors.length);
        int width = matrix.columns();
        double[] rows = new double[Math.multiplyExact(vectors.length, width)];
        for (int k = 0; k < vectors.length; k++) {
            System.arraycopy(k < rank ? certain[order[k]] : vectors[k], 0, rows, k * width, width);
        }
        return new SingularVectors(values, new Matrix(vectors.length, width, rows));
    }

    /// The values, descending; 0 beyond the rank.
    double[] values() {
        return values;
    }

    /// Row k is the vector of value k, of length 1.
    Matrix vectors() {
        return vectors;
    }

    /// `B P = Q R` and `R^T V = U S`: the right singular vectors of B are P U.
    private static double[][] tall(PivotedTriangle triangle) {
        double[][] columns = triangle.rows();
        Jacobi.rotate(columns);
        int[] order = order(columns);
        double[][] directions = new double[columns.length][];
        for (int k = 0; k < columns.length; k++) {
            directions[k] = columns[order[k]];
            normalize(directions[k]);
        }
        Completion.complete(directions);
        return placed(directions, triangle.places());
    }

    /// `A^T P = Q R` and `R^T V = U S`: the right singular vectors of A, left ones of its transpose, are Q V.
    private static double[][] thin(Sorted sorted, PivotedTriangle triangle) {
        double[][] columns = triangle.rows();
        double[][] rotations = new double[columns.length][columns.length];
        for (int j = 0; j < columns.length; j++) {
            rotations[j][j] = 1;
        }
        Jacobi.rotate(columns, rotations);
        int[] order = order(columns);
        double[][] vectors = new double[columns.length][];
        for (int k = 0; k < columns.length; k++) {
            vectors[k] = Arrays.copyOf(rotations[order[k]], sorted.places.length);
            triangle.turn(vectors[k]);
        }
        return placed(vectors, sorted.places);
    }

    /// The same vectors with component i at `places[i]`.
    private static double[][] placed(double[][] vectors, int[] places) {
        for (int k = 0; k < vectors.length; k++) {
            double[] vector = new double[places.length];
            for (int i = 0; i < places.length; i++) {
                vector[places[i]] = vectors[k][i];
            }
            vectors[k] = vector;
        }
        return vectors;
    }

    private static void normalize(double[] column) {
        double length = Math.sqrt(Vectors.dot(column, column, 0));
        for (int i = 0; i < column.length; i++) {
            column[i] = length == 0 ? 0 : column[i] / length;
        }
    }

    private static int[] order(double[][] columns) {
        double[] squares = new double[columns.length];
        Integer[] order = new Integer[columns.length];
        for (int j = 0; j < order.length; j++) {
            squares[j] = Vectors.dot(columns[j], columns[j], 0);
            order[j] = j;
        }
        Arrays.sort(order, (a, b) -> Double.compare(squares[b], squares[a]));
        return Arrays.stream(order).mapToInt(k -> k).toArray();
    }

    /// The columns of the matrix, or its rows where they are fewer; the places within them are sorted by their largest numbers,
    /// so that reflections mix no small number with a large one.
    private static final class Sorted {
        private final boolean turned;
        private final double[][] columns;
        private final int[] places;
        private final int exponent;

        Sorted(Matrix matrix) {
            turned = matrix.rows() < matrix.columns();
            int height = turned ? matrix.columns() : matrix.rows();
            int width = turned ? matrix.rows() : matrix.columns();
            double[] largest = new double[height];
            Integer[] order = new Integer[height];
            double all = 0;
            for (int i = 0; i < height; i++) {
                order[i] = i;
                for (int j = 0; j < width; j++) {
                    largest[i] = Math.max(largest[i], Math.abs(turned ? matrix.get(j, i) : matrix.get(i, j)));
                }
                all = Math.max(all, largest[i]);
            }
            Arrays.sort(order, Comparator.comparingDouble(i -> -largest[i]));
            places = Arrays.stream(order).mapToInt(i -> i).toArray();
            exponent = all == 0 ? 0 : EXPONENT - Math.getExponent(all);
            columns = new double[width][height];
            for (int i = 0; i < height; i++) {
                for (int j = 0; j < width; j++) {
                    double value = turned ? matrix.get(j, places[i]) : matrix.get(places[i], j);
                    columns[j][i] = Math.scalb(value, exponent);
                }
            }
        }

        /// Products of the matrix with vectors, in the unit of the columns.
        double[][] products(Matrix matrix, double[][] vectors) {
            double[][] products = new double[vectors.length][matrix.rows()];
            double[] row = new double[matrix.columns()];
            for (int i = 0; i < matrix.rows(); i++) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = Math.scalb(matrix.get(i, j), exponent);
                }
                for (int k = 0; k < vectors.length; k++) {
                    products[k][i] = Vectors.dot(row, vectors[k], 0);
                }
            }
            return products;
        }

        double[] lengths(double[][] rotated, int[] order) {
            return Arrays.stream(order)
                    .mapToDouble(k -> Math.scalb(Math.sqrt(Vectors.dot(rotated[k], rotated[k], 0)), -exponent))
                    .toArray();
        }
    }
}
