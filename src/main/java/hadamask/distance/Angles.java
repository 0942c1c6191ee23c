package hadamask.distance;

import hadamask.distance.Angle.Direction;
import hadamask.distance.Comparison.Plane;
import hadamask.matrix.Matrix;
import java.util.List;

/// Cosine and correlation of many rows: dot products of [Angle]'s directions.
final class Angles {
    private Angles() {
    }

    /// @param centred whether the mean of each row is taken off
    static Comparison comparison(Measure measure, Operands rows, Treatment treatment, boolean centred) {
        double[] weights = treatment.weights(rows.columns());
        Direction[] a = directions(rows.from(), weights, centred);
        Direction[] b = rows.isOneTable() ? a : directions(rows.to(), weights, centred);
        double[] norms = new double[b.length];
        for (int j = 0; j < norms.length; j++) {
            norms[j] = b[j].norm();
        }
        boolean distance = measure.laws().isDistance();
        Matrix entries = matrix(a, rows.columns());
        Operands scaled = new Operands(entries, rows.isOneTable() ? null : matrix(b, rows.columns()));
        return new Comparison(measure, rows, treatment, List.of(Plane.of(new Kernel.Products(), scaled)),
                (comparison, i, first, width, sums, out, at) -> {
                    double[] cosine = sums[0];
                    double norm = a[i].norm();
                    for (int j = 0; j < width; j++) {
                        cosine[j] /= norm * norms[first + j];
                    }
                    if (distance) {
                        distances(cosine, width, a[i], b, first, out, at);
                    } else {
                        similarities(cosine, width, a[i], b, first, out, at);
                    }
                });
    }

    private static void distances(double[] cosine, int width, Direction a, Direction[] b, int first, double[] out,
            int at) {
        for (int j = 0; j < width; j++) {
            out[at + j] = 1 - cosine[j];
        }
        for (int j = 0; j < width; j++) {
            if (!(Math.abs(cosine[j]) <= Angle.NEARLY_PARALLEL)) {
                out[at + j] = Angle.distance(cosine[j], a, b[first + j]);
            }
        }
    }

    private static void similarities(double[] cosine, int width, Direction a, Direction[] b, int first, double[] out,
            int at) {
        for (int j = 0; j < width; j++) {
            out[at + j] = Math.abs(cosine[j]) <= Angle.NEARLY_PARALLEL
                    ? cosine[j]
                    : Angle.similarity(cosine[j], a, b[first + j]);
        }
    }

    private static Direction[] directions(Matrix rows, double[] weights, boolean centred) {
        Direction[] directions = new Direction[rows.rows()];
        double[] row = new double[rows.columns()];
        for (int i = 0; i < directions.length; i++) {
            System.arraycopy(rows.values(), i * row.length, row, 0, row.length);
            directions[i] = Angle.direction(row, weights, centred);
        }
        return directions;
    }

    private static Matrix matrix(Direction[] directions, int columns) {
        double[] values = new double[directions.length * columns];
        for (int i = 0; i < directions.length; i++) {
            System.arraycopy(directions[i].entries(), 0, values, i * columns, columns);
        }
        return new Matrix(directions.length, columns, values);
    }
}
