package hadamask.distance;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.file.InputException;
import hadamask.matrix.Matrix;
import hadamask.matrix.Units;
import hadamask.table.Missing;
import hadamask.table.write.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a program is refused that calls the engine itself: what the command refuses, and what could only be a wrong number.
class PairwiseRefusalsTest {
    private static final Matrix WITH_ZEROS = new Matrix(3, 2, new double[]{1, 2, 0, 0, 3, 3});
    private static final Matrix ROWS = new Matrix(3, 2, new double[]{0, 0, 3, 4, 6, 8});

    private static Pairwise pairwise(Measure measure, Matrix rows) {
        return Pairwise.of(measure, rows, PairwiseOptions.DEFAULT, Samples.ALONE);
    }

    @Test
    void zeroVectorsAreRefusedByTheirRows() {
        InputException cosine = assertThrows(InputException.class, () -> pairwise(AngleMetric.COSINE, WITH_ZEROS));
        assertEquals("row 2", cosine.where());
        assertEquals("all numbers are 0, so there is no direction", cosine.problem());
        InputException correlation = assertThrows(InputException.class,
                () -> pairwise(Similarity.CORRELATION, WITH_ZEROS));
        assertEquals("row 2, row 3", correlation.where());
        assertEquals("all numbers are equal, so there is no correlation", correlation.problem());
    }

    @Test
    void zeroVectorsOfEitherTableAreRefused() {
        Matrix other = new Matrix(1, 2, new double[]{1, 2});
        for (Measure measure : List.of(AngleMetric.COSINE, Similarity.COSINE, AngleMetric.CORRELATION)) {
            assertThrows(InputException.class,
                    () -> Pairwise.of(measure, WITH_ZEROS, other, PairwiseOptions.DEFAULT, Samples.ALONE));
            assertThrows(InputException.class,
                    () -> Pairwise.of(measure, other, WITH_ZEROS, PairwiseOptions.DEFAULT, Samples.ALONE));
        }
    }

    @Test
    void onlyTheMeasuresThatHaveNoValueForZeroVectorsRefuseThem() {
        for (Measure measure : Samples.measures(WITH_ZEROS)) {
            Matrix rows = Samples.suited(measure, WITH_ZEROS);
            boolean needsDirection = measure instanceof AngleMetric || measure instanceof DistributionMetric
                    || List.of(Similarity.COSINE, Similarity.CORRELATION, Similarity.SPEARMAN, Similarity.BHATTACHARYYA)
                            .contains(measure);
            if (needsDirection) {
                assertThrows(InputException.class, () -> pairwise(measure, rows), measure::toString);
            } else {
                pairwise(measure, rows).rows(Shape.SQUARE, block -> {
                    for (int i = 0; i < 9; i++) {
                        assertFalse(Double.isNaN(block.get(i / 3, i % 3)), measure::toString);
                    }
                });
            }
        }
    }

    @Test
    void aZeroVectorUnderTheWeightsIsOne() {
        PairwiseOptions weighted = PairwiseOptions.DEFAULT.withWeights(List.of(0.0, 1.0));
        Matrix rows = new Matrix(2, 2, new double[]{5, 0, 1, 1});
        assertThrows(InputException.class,
                () -> Pairwise.of(AngleMetric.COSINE, rows, weighted, Samples.ALONE));
    }

    @Test
    void varianceThatDividesByNothingIsRefused() {
        Matrix constant = new Matrix(3, 2, new double[]{1, 7, 2, 7, 4, 7});
        InputException none = assertThrows(InputException.class,
                () -> pairwise(Metric.StandardizedEuclidean.of(constant), constant));
        assertEquals("column 2", none.where());
        assertEquals("has the variance 0.0, expected one above 0", none.problem());
        for (double variance : new double[]{-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(InputException.class,
                    () -> pairwise(new Metric.StandardizedEuclidean(List.of(1.0, variance)), ROWS));
        }
    }

    @Test
    void variancesAreOnePerColumn() {
        for (int count : new int[]{1, 3}) {
            List<Double> variances = Collections.nCopies(count, 1.0);
            assertThrows(IllegalArgumentException.class,
                    () -> pairwise(new Metric.StandardizedEuclidean(variances), ROWS));
            assertThrows(IllegalArgumentException.class,
                    () -> pairwise(new Metric.StandardizedEuclidean(variances, Units.of(ROWS)), ROWS));
        }
    }

    @Test
    void weightsOfWhichNoneCountsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> PairwiseOptions.DEFAULT.withWeights(List.of(0.0, 0.0)));
    }

    @Test
    void mahalanobisHasNeitherWeightsNorColumnsLeftOut() {
        Measure measure = new Metric.Mahalanobis(rows -> rows);
        for (PairwiseOptions options : List.of(PairwiseOptions.DEFAULT.withWeights(List.of(1.0, 2.0)),
                PairwiseOptions.DEFAULT.withMissing(Missing.PAIRWISE))) {
            assertThrows(IllegalArgumentException.class, () -> Pairwise.of(measure, ROWS, options, Samples.ALONE));
        }
        assertThrows(IllegalArgumentException.class,
                () -> measure.between(new double[]{1, 2}, new double[]{3, 4}, new double[]{1, 2}));
    }

    @Test
    void whatIsOutsideOfTheDomainIsRefusedByItsRowAndColumn() {
        Matrix rows = new Matrix(2, 2, new double[]{1, 0, 95, -0.5});
        for (Measure measure : Samples.measures(ROWS)) {
            String expected = switch (measure.domain()) {
                case ANY, FINITE -> "";
                case NOT_NEGATIVE -> "row 2, column 2: -0.5 was found, expected a number from 0 on";
                case ZERO_OR_ONE -> "row 2, column 1: 95 was found, expected 0 or 1";
                case LATITUDE_LONGITUDE -> "row 2, column 1: 95 was found, expected a latitude from -90 to 90";
            };
            if (!expected.isEmpty()) {
                InputException e = assertThrows(InputException.class, () -> pairwise(measure, rows));
                assertTrue((e.where() + ": " + e.problem()).startsWith(expected), e::toString);
                InputException second = assertThrows(InputException.class, () -> Pairwise.of(measure,
                        new Matrix(1, 2, new double[]{1, 0}), rows, PairwiseOptions.DEFAULT, Samples.ALONE));
                assertTrue(second.where().startsWith("second table: row 2"), second::where);
            }
        }
        Matrix infinite = new Matrix(1, 2, new double[]{1, Double.POSITIVE_INFINITY});
        assertThrows(InputException.class, () -> pairwise(new Gower(List.of(1.0, 1.0)), infinite));
        assertThrows(InputException.class, () -> pairwise(RatioMetric.CHI_SQUARE, infinite));
    }

    @Test
    void metricsOfWholeRowsHaveNeitherWeightsNorColumnsLeftOut() {
        for (Measure measure : Samples.measures(ROWS)) {
            Matrix rows = Samples.suited(measure, ROWS);
            PairwiseOptions weighted = PairwiseOptions.DEFAULT.withWeights(Collections.nCopies(rows.columns(), 2.0))
                    .withZeroVectors(ZeroVectors.NAN);
            PairwiseOptions pairwise = PairwiseOptions.DEFAULT.withMissing(Missing.PAIRWISE)
                    .withZeroVectors(ZeroVectors.NAN);
            for (PairwiseOptions options : List.of(weighted, pairwise)) {
                Executable call = () -> Pairwise.of(measure, rows, options, Samples.ALONE);
                if (measure.hasColumnWeights()) {
                    assertDoesNotThrow(call, measure::toString);
                } else {
                    assertThrows(IllegalArgumentException.class, call, measure::toString);
                }
            }
        }
    }

    /// It was the number of another pair: 10 for a distance of 5.
    @ParameterizedTest
    @EnumSource(value = Shape.class, names = {"SQUARE", "LOWER", "CONDENSED"})
    void anEntryIsTheSameInEveryShape(Shape shape) {
        Matrix rows = Samples.rows(601, 3, 12);
        Block all = pairwise(new Metric.Euclidean(), rows).block(0, 601, 0, 601);
        int[] seen = new int[1];
        pairwise(new Metric.Euclidean(), rows).rows(shape, block -> {
            for (int i = block.firstRow(); i < block.firstRow() + block.rows(); i++) {
                for (int j = shape.from(i); j < shape.to(i, 601); j++) {
                    assertEquals(all.get(i, j), block.get(i, j));
                    seen[0]++;
                }
            }
        });
        assertEquals(shape.size(601, 601), seen[0]);
    }

    @ParameterizedTest
    @EnumSource(value = Shape.class, names = {"SQUARE", "LOWER", "CONDENSED"})
    void anEntryThatIsNotThereIsNotMadeUp(Shape shape) {
        pairwise(new Metric.Euclidean(), ROWS).rows(shape, block -> {
            List<Executable> outside = new ArrayList<>(List.of(() -> block.get(-1, 0), () -> block.get(0, -1),
                    () -> block.get(0, 3), () -> block.get(1, 3), () -> block.get(3, 0),
                    () -> block.get(Integer.MAX_VALUE, 1), () -> block.get(1 << 31, 0)));
            if (shape == Shape.CONDENSED) {
                outside.addAll(List.of(() -> block.get(0, 0), () -> block.get(1, 0), () -> block.get(2, 2)));
            } else if (shape == Shape.LOWER) {
                outside.addAll(List.of(() -> block.get(0, 1), () -> block.get(1, 2)));
            }
            for (Executable call : outside) {
                assertThrows(IndexOutOfBoundsException.class, call);
            }
        });
    }

    @Test
    void aListIsNoMatrixAndATriangleIsOfOneTable() {
        assertThrows(IllegalArgumentException.class,
                () -> pairwise(new Metric.Euclidean(), ROWS).rows(Shape.LONG, block -> {}));
        Pairwise two = Pairwise.of(new Metric.Euclidean(), ROWS, ROWS, PairwiseOptions.DEFAULT, Samples.ALONE);
        for (Shape triangle : List.of(Shape.LOWER, Shape.CONDENSED)) {
            assertThrows(IllegalArgumentException.class, () -> two.rows(triangle, block -> {}));
        }
    }

    @Test
    void aTableWithoutRowsHasNoPairs() {
        Matrix none = new Matrix(0, 2, new double[0]);
        int[] calls = new int[1];
        for (Pairwise empty : List.of(pairwise(AngleMetric.COSINE, none),
                Pairwise.of(AngleMetric.COSINE, new Matrix(1, 2, new double[]{1, 1}), none,
                        PairwiseOptions.DEFAULT, Samples.ALONE),
                Pairwise.of(new Metric.Euclidean(), none, ROWS, PairwiseOptions.DEFAULT, Samples.ALONE))) {
            empty.rows(Shape.SQUARE, block -> calls[0] += block.rows() * empty.columns());
            empty.panels(panel -> calls[0] += panel.bytes().remaining());
            PairSearch search = new PairSearch(empty);
            search.all(pairs -> calls[0] += pairs.count());
            search.within(9, pairs -> calls[0] += pairs.count());
            search.nearest(2, 9, pairs -> calls[0] += pairs.count());
        }
        assertEquals(0, calls[0]);
    }

    @Test
    void noBoundIsNotAnyBound() {
        PairSearch search = new PairSearch(pairwise(new Metric.Euclidean(), ROWS));
        assertThrows(IllegalArgumentException.class, () -> search.within(Double.NaN, pairs -> {}));
        assertThrows(IllegalArgumentException.class, () -> search.nearest(1, Double.NaN, pairs -> {}));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void theNearestAreAtLeastOne(int count) {
        PairSearch search = new PairSearch(pairwise(new Metric.Euclidean(), ROWS));
        assertThrows(IllegalArgumentException.class, () -> search.nearest(count, 9, pairs -> {}));
    }

    @Test
    void twoRowsHaveTheSameLength() {
        double[] shorter = {1, 2};
        double[] longer = {1, 2, 4};
        for (Measure measure : Samples.measures(WITH_ZEROS)) {
            assertThrows(IllegalArgumentException.class,
                    () -> measure.between(shorter, longer, new double[]{1, 1}), measure::toString);
            assertThrows(IllegalArgumentException.class,
                    () -> measure.between(longer, shorter, new double[]{1, 1, 1}), measure::toString);
            assertThrows(IllegalArgumentException.class,
                    () -> measure.between(shorter, shorter, new double[]{1, 1, 1}), measure::toString);
        }
    }
}
