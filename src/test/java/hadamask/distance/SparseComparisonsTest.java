package hadamask.distance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hadamask.file.InputException;
import hadamask.matrix.Matrix;
import hadamask.matrix.SparseMatrix;
import hadamask.parallel.Workers;
import hadamask.table.write.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Rows without their zeros are compared as the same rows with them are, to the bit.
class SparseComparisonsTest {
    private static final List<Measure> MEASURES = List.of(new Metric.Euclidean(), new Metric.SquaredEuclidean(),
            new Metric.Manhattan(), AngleMetric.COSINE, SetMetric.JACCARD, Similarity.COSINE, Similarity.DOT);

    static Stream<Measure> measures() {
        return MEASURES.stream();
    }

    /// Empty rows, equal and opposite ones, nearly parallel ones; numbers whose squares overflow or vanish.
    private static Matrix rows(int count, int columns, double share, long seed) {
        Random random = new Random(seed);
        double[] values = new double[count * columns];
        for (int i = 0; i < count; i++) {
            double unit = i % 17 == 3 ? 1e200 : i % 19 == 4 ? 1e-200 : i % 23 == 5 ? 1e305 : 1;
            for (int k = 0; k < columns; k++) {
                boolean there = random.nextDouble() < share && i % 13 != 7;
                values[i * columns + k] = there ? unit * random.nextGaussian() : 0;
            }
            if (i > 10 && i % 11 == 0) {
                for (int k = 0; k < columns; k++) {
                    double sign = i % 2 == 0 ? -1 : 1;
                    values[i * columns + k] = sign * values[(i - 10) * columns + k] * (i % 3 == 0 ? 1.0000001 : 1);
                }
            }
        }
        return new Matrix(count, columns, values);
    }

    private static double[] all(Pairwise pairwise) {
        double[] all = new double[pairwise.rows() * pairwise.columns()];
        pairwise.<RuntimeException>rows(Shape.SQUARE, block -> System.arraycopy(block.values(), 0, all,
                block.firstRow() * pairwise.columns(), block.rows() * pairwise.columns()));
        // A product that vanishes may be -0, and stay so if no zero is added behind it.
        return Arrays.stream(all).map(value -> value + 0.0).toArray();
    }

    @ParameterizedTest
    @MethodSource("measures")
    void theBitsAreThoseOfTheRowsWithTheirZeros(Measure measure) {
        try (Workers workers = new Workers(2)) {
            for (int columns : new int[]{1, 4, 9, 60}) {
                for (double share : new double[]{0.1, 1}) {
                    Matrix rows = rows(262, columns, share, columns);
                    for (ZeroVectors policy : List.of(ZeroVectors.NAN, ZeroVectors.ZERO)) {
                        PairwiseOptions options = PairwiseOptions.DEFAULT.withZeroVectors(policy);
                        double[] expected = all(Pairwise.of(measure, rows, options, workers));
                        double[] found = all(Pairwise.of(measure, SparseMatrix.of(rows), options, workers));
                        assertArrayEquals(expected, found, measure + ", " + columns + " columns, share " + share);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("measures")
    void twoTablesToo(Measure measure) {
        try (Workers workers = new Workers(2)) {
            Matrix from = rows(40, 21, 0.3, 1);
            Matrix to = rows(300, 21, 0.1, 2);
            PairwiseOptions options = PairwiseOptions.DEFAULT.withZeroVectors(ZeroVectors.NAN);
            assertArrayEquals(all(Pairwise.of(measure, from, to, options, workers)),
                    all(Pairwise.of(measure, SparseMatrix.of(from), SparseMatrix.of(to), options, workers)));
        }
    }

    @ParameterizedTest
    @MethodSource("measures")
    void theNearestRowsAreTheSame(Measure measure) {
        try (Workers workers = new Workers(2)) {
            Matrix rows = rows(270, 12, 0.2, 3);
            PairwiseOptions options = PairwiseOptions.DEFAULT.withZeroVectors(ZeroVectors.ZERO);
            assertEquals(nearest(Pairwise.of(measure, rows, options, workers)),
                    nearest(Pairwise.of(measure, SparseMatrix.of(rows), options, workers)));
        }
    }

    private static List<String> nearest(Pairwise pairwise) {
        List<String> found = new ArrayList<>();
        new PairSearch(pairwise).<RuntimeException>nearest(4, pairs -> {
            for (int k = 0; k < pairs.count(); k++) {
                found.add(pairs.from()[k] + " " + pairs.to()[k] + " " + pairs.values()[k]);
            }
        });
        return found;
    }

    @Test
    void rowsWithoutADirectionAreRefused() {
        try (Workers workers = new Workers(1)) {
            SparseMatrix rows = SparseMatrix.of(Matrix.of(new double[][]{{1, 0}, {0, 0}}));
            InputException e = assertThrows(InputException.class,
                    () -> Pairwise.of(AngleMetric.COSINE, rows, PairwiseOptions.DEFAULT, workers));
            assertEquals("row 2", e.where());
        }
    }

    @Test
    void measuresThatNeedTheZerosAreRefused() {
        try (Workers workers = new Workers(1)) {
            SparseMatrix rows = SparseMatrix.of(Matrix.of(new double[][]{{1, 0}, {0, 2}}));
            assertThrows(IllegalArgumentException.class,
                    () -> Pairwise.of(AngleMetric.CORRELATION, rows, PairwiseOptions.DEFAULT, workers));
            assertFalse(Pairwise.takesSparse(new Metric.Euclidean(),
                    PairwiseOptions.DEFAULT.withWeights(Arrays.asList(1.0, 2.0))));
        }
    }
}
