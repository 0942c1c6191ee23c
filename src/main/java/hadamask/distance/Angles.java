package hadamask.distance;

import hadamask.distance.Angle.Direction;
import hadamask.distance.Comparison.Plane;
import hadamask.matrix.Matrix;
import java.util.List;

/// Cosine and correlation of many rows, by [Angle]'s directions: similarities are dot products, distances are squares of
/// differences.
final class Angles {
    private Angles() {
    }

    /// @param centred whether the mean of each row is taken off
    static Comparison comparison(Measure measure, Operands rows, Treatment treatment, boolean centred) {
        double[] weights = treatment.weights(rows.columns());
        return measure.laws().isDistance()
                ? distances(measure, rows, treatment, rows.map(matrix -> units(matrix, weights, centred)))
                : similarities(measure, rows, treatment, centred);
    }

    /// @param units the rows as vectors of length 1
    private static Comparison distances(Measure measure, Operands rows, Treatment treatment, Operands units) {
        return new Comparison(measure, rows, treatment, List.of(Plane.of(new Kernel.Squares(), units)),
                (comparison, i, first, width, sums, out, at) -> halves(units, i, first, width, sums[0], out, at));
    }

    private static void halves(Operands units, int i, int first, int width, double[] sum, double[] out, int at) {
        for (int j = 0; j < width; j++) {
            out[at + j] = sum[j] / 2;
        }
        for (int j = 0; j < width; j++) {
            if (out[at + j] > Angle.NEARLY_OPPOSITE) {
                out[at + j] = nearlyOpposite(units.from(), i, units.to(), first + j);
            }
        }
    }

    private static double nearlyOpposite(Matrix from, int i, Matrix to, int j) {
        double sum = 0;
        for (int k = 0; k < from.columns(); k++) {
            double both = from.get(i, k) + to.get(j, k);
            sum += both * both;
        }
        return 2 - sum / 2;
    }

    /// NaN where a row has no direction.
    private static Matrix units(Matrix rows, double[] weights, boolean centred) {
        int columns = rows.columns();
        double[] units = new double[rows.values().length];
        double[] row = new double[columns];
        for (int i = 0; i < rows.rows(); i++) {
            System.arraycopy(rows.values(), i * columns, row, 0, columns);
            Direction direction = Angle.direction(row, weights, centred);
            for (int k = 0; k < columns; k++) {
                units[i * columns + k] = direction.entries()[k] / direction.norm();
            }
        }
        return new Matrix(rows.rows(), columns, units);
    }

    private static Comparison similarities(Measure measure, Operands rows, Treatment treatment, boolean centred) {
        double[] weights = treatment.weights(rows.columns());
        Direction[] a = directions(rows.from(), weights, centred);
        Direction[] b = rows.isOneTable() ? a : directions(rows.to(), weights, centred);
        double[] norms = new double[b.length];
        for (int j = 0; j < norms.length; j++) {
            norms[j] = b[j].norm();
        }
        Matrix entries = matrix(a, rows.columns());
        Operands scaled = new Operands(entries, rows.isOneTable() ? null : matrix(b, rows.columns()));
        return new Comparison(measure, rows, treatment, List.of(Plane.of(new Kernel.Products(), scaled)),
                (comparison, i, first, width, sums, out, at) -> {
                    double[] cosine = sums[0];
                    double norm = a[i].norm();
                    for (int j = 0; j < width; j++) {
                        cosine[j] /= norm * norms[first + j];
                    }
                    similarities(cosine, width, a[i], b, first, out, at);
                });
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
