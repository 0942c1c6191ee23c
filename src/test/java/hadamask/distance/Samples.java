package hadamask.distance;

import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/// Measures and seeded random rows for the tests.
final class Samples {
    /// One thread, the caller's own.
    static final Workers ALONE = new Workers(1);

    private static final List<String> TEXTS = List.of("", "a", "ab", "ba", "abc", "kitten", "sitting", "flaw", "lawn",
            "Saturday", "Sunday", "\ud83d\ude00 smile", "smile", "gumbo", "gambol",
            "a text that is longer than a word of sixty-four letters, which takes a second block of bits",
            "A text that is a bit longer than one word of sixty-four letters, and takes a second block, too");

    private Samples() {
    }

    /// All measures, with what they need from rows; Minkowski of many orders.
    static List<Measure> measures(Matrix rows) {
        List<Measure> measures = new ArrayList<>();
        for (Measure measure : Metrics.distances()) {
            measures.add(of(measure, rows));
        }
        for (double p : new double[]{0.5, 1, 1.23, 1.5, 2, 2.5, 3, 3.8, 4, 4.6, 7, 40.5, 300}) {
            measures.add(new Metric.Minkowski(p));
        }
        for (Measure measure : Metrics.similarities()) {
            measures.add(of(measure, rows));
        }
        return measures;
    }

    /// A measure with what it needs from rows: variances, ranges, and of Gower's columns every second one as texts.
    static Measure of(Measure measure, Matrix rows) {
        if (measure instanceof Metric.StandardizedEuclidean) {
            return Metric.StandardizedEuclidean.of(rows);
        }
        if (measure instanceof Gower) {
            return Gower.of(rows, null, IntStream.range(0, rows.columns()).mapToObj(k -> k % 2 == 1).toList());
        }
        if (measure instanceof Levenshtein levenshtein) {
            return new Levenshtein(TEXTS, levenshtein.normalised());
        }
        return measure instanceof Complement complement
                ? new Complement((Metric) of(complement.metric(), rows))
                : measure;
    }

    /// Rows made to be in the domain of a measure.
    static Matrix suited(Measure measure, Matrix rows) {
        if (measure instanceof Complement complement) {
            return suited(complement.metric(), rows);
        }
        if (measure instanceof Haversine) {
            double[] places = new double[2 * rows.rows()];
            for (int i = 0; i < rows.rows(); i++) {
                places[2 * i] = 90 * Math.tanh(rows.get(i, 0));
                places[2 * i + 1] = 200 * Math.sin(3 * rows.get(i, rows.columns() - 1));
            }
            return new Matrix(rows.rows(), 2, places);
        }
        if (measure instanceof Levenshtein) {
            double[] texts = new double[rows.rows()];
            for (int i = 0; i < rows.rows(); i++) {
                texts[i] = Double.isNaN(rows.get(i, 0))
                        ? Double.NaN
                        : (int) Math.abs(100 * rows.get(i, 0)) % TEXTS.size();
            }
            return new Matrix(rows.rows(), 1, texts);
        }
        return switch (measure.domain()) {
            case ZERO_OR_ONE -> map(rows, x -> Double.isNaN(x) ? x : x > 0 ? 1 : 0);
            case NOT_NEGATIVE -> map(rows, x -> Math.max(0, x));
            default -> rows;
        };
    }

    private static Matrix map(Matrix rows, DoubleUnaryOperator function) {
        return new Matrix(rows.rows(), rows.columns(), Arrays.stream(rows.values()).map(function).toArray());
    }

    /// Normal numbers; every third row of small whole numbers, in which zeros and equal entries occur.
    static Matrix rows(int rows, int columns, long seed) {
        Random random = new Random(seed);
        double[] values = new double[rows * columns];
        for (int k = 0; k < values.length; k++) {
            boolean whole = k / columns % 3 == 2;
            values[k] = whole ? random.nextInt(3) : random.nextGaussian();
        }
        return new Matrix(rows, columns, values);
    }

    static double[] row(Matrix rows, int i) {
        double[] row = new double[rows.columns()];
        System.arraycopy(rows.values(), i * row.length, row, 0, row.length);
        return row;
    }
}
