package hadamask.distance;

import hadamask.distance.Angle.Direction;
import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import java.util.List;

/// Cosines, correlations and angles of many rows, by dot products of [Angle]'s directions.
final class AngleComparisons {
    /// Up to this cosine its arc has nearly the digits of the cosine.
    private static final double FAR_FROM_PARALLEL = 0.9;

    private AngleComparisons() {
    }

    /// @param of what the angle is between
    static Comparison comparison(Measure measure, Operands rows, PairwiseOptions options, Workers workers,
            Angle.Of of) {
        double[] weights = options.weights(rows.columns());
        boolean isDistance = measure.axioms().isDistance();
        BoxBound bound = BoxBound.angle(rows.columns(), matrix -> units(matrix, weights, of, workers), isDistance);
        Comparison comparison = isDistance
                ? distances(measure, rows, options, workers, rows.map(bound.space()))
                : similarities(measure, rows, options, workers, of);
        return comparison.bounded(bound);
    }

    /// @param units the rows as vectors of length 1
    private static Comparison distances(Measure measure, Operands rows, PairwiseOptions options, Workers workers,
            Operands units) {
        return new Comparison(measure, rows, options, workers,
                List.of(KernelSums.of(new Kernel.Products(), units, workers)),
                (comparison, i, first, width, sums, out, at) -> distances(units, i, first, width, sums[0], out, at));
    }

    /// `arccos(cosine) / pi`, by the definition where the arc cosine would be less exact.
    static Comparison angular(Measure measure, Operands rows, PairwiseOptions options, Workers workers) {
        double[] weights = options.weights(rows.columns());
        Operands units = rows.map(matrix -> units(matrix, weights, Angle.Of.NUMBERS, workers));
        return new Comparison(measure, rows, options, workers,
                List.of(KernelSums.of(new Kernel.Products(), units, workers)),
                (comparison, i, first, width, sums, out, at) -> {
                    double[] cosine = sums[0];
                    for (int j = 0; j < width; j++) {
                        out[at + j] = Math.abs(cosine[j]) <= FAR_FROM_PARALLEL
                                ? Math.acos(cosine[j]) / Math.PI
                                : comparison.careful(i, first + j);
                    }
                });
    }

    private static void distances(Operands units, int i, int first, int width, double[] cosine, double[] out, int at) {
        for (int j = 0; j < width; j++) {
            out[at + j] = 1 - cosine[j];
        }
        if (Epilogues.haveMagnitudes(cosine, width, 0, Angle.NEARLY_PARALLEL)) {
            return;
        }
        for (int j = 0; j < width; j++) {
            if (Math.abs(cosine[j]) > Angle.NEARLY_PARALLEL) {
                double sign = Math.signum(cosine[j]);
                double half = chord(units.from(), i, units.to(), first + j, sign);
                out[at + j] = sign < 0 ? 2 - half : half;
            }
        }
    }

    /// `norm(u - sign v)^2 / 2` for two unit vectors.
    private static double chord(Matrix from, int i, Matrix to, int j, double sign) {
        double sum = 0;
        for (int k = 0; k < from.columns(); k++) {
            double difference = from.get(i, k) - sign * to.get(j, k);
            sum += difference * difference;
        }
        return sum / 2;
    }

    /// NaN where a row has no direction.
    private static Matrix units(Matrix rows, double[] weights, Angle.Of of, Workers workers) {
        double[] units = new double[rows.values().length];
        workers.inRanges(rows.rows(), Tiles.WIDTH, (from, to) -> {
            double[] row = new double[rows.columns()];
            for (int i = from; i < to; i++) {
                unit(rows, i, row, weights, of, units);
            }
        });
        return new Matrix(rows.rows(), rows.columns(), units);
    }

    private static void unit(Matrix rows, int i, double[] row, double[] weights, Angle.Of of, double[] units) {
        int at = i * row.length;
        System.arraycopy(rows.values(), at, row, 0, row.length);
        Direction direction = Angle.direction(row, weights, of);
        double[] entries = direction.entries();
        double norm = direction.norm();
        for (int k = 0; k < entries.length; k++) {
            units[at + k] = entries[k] / norm;
        }
    }

    private static Comparison similarities(Measure measure, Operands rows, PairwiseOptions options, Workers workers,
            Angle.Of of) {
        double[] weights = options.weights(rows.columns());
        Direction[] a = directions(rows.from(), weights, of);
        Direction[] b = rows.isOneTable() ? a : directions(rows.to(), weights, of);
        double[] norms = new double[b.length];
        for (int j = 0; j < norms.length; j++) {
            norms[j] = b[j].norm();
        }
        Matrix entries = matrix(a, rows.columns());
        Operands scaled = rows.with(entries, rows.isOneTable() ? null : matrix(b, rows.columns()));
        return new Comparison(measure, rows, options, workers,
                List.of(KernelSums.of(new Kernel.Products(), scaled, workers)),
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

    private static Direction[] directions(Matrix rows, double[] weights, Angle.Of of) {
        Direction[] directions = new Direction[rows.rows()];
        double[] row = new double[rows.columns()];
        for (int i = 0; i < directions.length; i++) {
            System.arraycopy(rows.values(), i * row.length, row, 0, row.length);
            directions[i] = Angle.direction(row, weights, of);
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
