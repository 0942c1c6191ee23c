package hadamask.matrix;

/// The decomposition `B P = Q R` of a matrix with at least as many rows as columns, by Householder reflections; P puts the
/// column of which most is left next, so that the rows of R descend (Businger and Golub, "Linear least squares solutions by
/// Householder transformations", 1965).
///
/// What is left of a column is computed anew when a hundredth of it is left: a difference of squares would have lost its digits.
final class PivotedTriangle {
    private static final double LOST = 1e-4;

    /// Column j of B P. In the end above place j a column of R, from j on a vector of reflection.
    private final double[][] columns;
    /// The diagonal of R.
    private final double[] diagonal;
    /// What a reflection is multiplied by; 0 for none.
    private final double[] factors;
    private final int[] places;
    private final double[] left;
    private final double[] known;

    /// @param columns of B, each of the same length, at least as many; overwritten
    PivotedTriangle(double[][] columns) {
        this.columns = columns;
        int count = columns.length;
        diagonal = new double[count];
        factors = new double[count];
        places = new int[count];
        left = new double[count];
        known = new double[count];
        for (int j = 0; j < count; j++) {
            places[j] = j;
            left[j] = Vectors.dot(columns[j], columns[j], 0);
            known[j] = left[j];
        }
        for (int j = 0; j < count; j++) {
            exchange(j, pivot(j));
            reflect(j);
        }
    }

    /// Which column of B stands at each place of B P.
    int[] places() {
        return places;
    }

    /// The rows of R: row j at j, with zeros below the diagonal.
    double[][] rows() {
        int count = columns.length;
        double[][] rows = new double[count][count];
        for (int j = 0; j < count; j++) {
            for (int i = 0; i < j; i++) {
                rows[i][j] = columns[j][i];
            }
            rows[j][j] = diagonal[j];
        }
        return rows;
    }

    /// Multiplies a vector by Q.
    void turn(double[] vector) {
        for (int j = columns.length - 1; j >= 0; j--) {
            if (factors[j] != 0) {
                Vectors.add(-factors[j] * Vectors.dot(columns[j], vector, j), columns[j], vector, j);
            }
        }
    }

    private int pivot(int from) {
        int pivot = from;
        for (int j = from + 1; j < left.length; j++) {
            if (left[j] > left[pivot]) {
                pivot = j;
            }
        }
        return pivot;
    }

    private void exchange(int a, int b) {
        double[] column = columns[a];
        columns[a] = columns[b];
        columns[b] = column;
        int place = places[a];
        places[a] = places[b];
        places[b] = place;
        left[b] = left[a];
        known[b] = known[a];
    }

    private void reflect(int j) {
        double[] column = columns[j];
        double length = Math.sqrt(Vectors.dot(column, column, j));
        if (length == 0) {
            return;
        }
        // The sign that adds: nothing cancels.
        double end = -Math.copySign(length, column[j]);
        column[j] -= end;
        factors[j] = -1 / (end * column[j]);
        diagonal[j] = end;
        for (int k = j + 1; k < columns.length; k++) {
            double[] other = columns[k];
            Vectors.add(-factors[j] * Vectors.dot(column, other, j), column, other, j);
            left[k] -= other[j] * other[j];
            if (!(left[k] > LOST * known[k])) {
                left[k] = Vectors.dot(other, other, j + 1);
                known[k] = left[k];
            }
        }
    }
}
