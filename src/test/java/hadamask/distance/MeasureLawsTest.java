package hadamask.distance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import hadamask.table.write.Shape;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The laws that each measure promises, on seeded random rows, with and without weights.
class MeasureLawsTest {
    private static final int COLUMNS = 7;
    private static final Matrix ROWS = Samples.rows(60, COLUMNS, 3);

    /// Columns that fill no kernel, one, one and a part, and more than a chunk of columns.
    private static final List<Integer> WIDTHS = List.of(1, 2, 4, COLUMNS, 37);

    static Stream<Measure> measures() {
        return Samples.measures(ROWS).stream();
    }

    private static double[][] matrix(Measure measure, Matrix rows, PairwiseOptions options) {
        Pairwise pairwise = Pairwise.of(measure, rows, options, Samples.ALONE);
        Block block = pairwise.block(0, rows.rows(), 0, rows.rows());
        double[][] result = new double[rows.rows()][rows.rows()];
        for (int i = 0; i < result.length; i++) {
            for (int j = 0; j < result.length; j++) {
                result[i][j] = block.get(i, j);
            }
        }
        return result;
    }

    /// All measures, on tables of several widths, without weights and with some, of which a few are 0.
    static Stream<Arguments> cases() {
        return WIDTHS.stream().flatMap(columns -> {
            Matrix rows = Samples.rows(60, columns, 3 + columns);
            List<Double> weights = new Random(columns).doubles(columns, 0, 3).map(w -> w < 0.5 ? 0 : w).boxed()
                    .collect(Collectors.toCollection(ArrayList::new));
            weights.set(0, 1.5);
            PairwiseOptions plain = PairwiseOptions.DEFAULT.withZeroVectors(ZeroVectors.NAN);
            return Samples.measures(rows).stream()
                    .flatMap(measure -> Stream.of(Arguments.of(measure, Samples.suited(measure, rows), plain),
                            Arguments.of(measure, Samples.suited(measure, rows), plain.withWeights(weights))))
                    .filter(example -> ((Measure) example.get()[0]).hasColumnWeights()
                            || example.get()[2].equals(plain));
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theLawsHold(Measure measure, Matrix rows, PairwiseOptions options) {
        double[][] d = matrix(measure, rows, options);
        Axioms axioms = measure.axioms();
        double[] weights = options.weights(rows.columns());
        for (int i = 0; i < d.length; i++) {
            boolean hasDirection = !measure.isZeroVector(Samples.row(rows, i), weights);
            if (hasDirection && hasIdentity(measure)) {
                assertEquals(axioms.isDistance() ? 0.0 : 1.0, d[i][i], "identity");
            }
            for (int j = 0; j < d.length; j++) {
                assertEquals(Double.doubleToRawLongBits(d[i][j]), Double.doubleToRawLongBits(d[j][i]), "symmetry");
                boolean defined = hasDirection && !measure.isZeroVector(Samples.row(rows, j), weights);
                assertTrue(defined ? d[i][j] >= axioms.min() && d[i][j] <= axioms.max() : Double.isNaN(d[i][j]),
                        () -> "range of " + measure);
            }
        }
        if (axioms.hasTriangleInequality()) {
            assertTriangle(d);
        }
        assertPermutation(measure, rows, options, d);
    }

    private static boolean hasIdentity(Measure measure) {
        return measure.axioms().hasIdentity() || (!measure.axioms().isDistance() && !List
                .of(Similarity.DOT, Similarity.KULCZYNSKI1, new SetSimilarity(SetMetric.RUSSELL_RAO))
                .contains(measure));
    }

    /// The order of the columns means nothing, but for places on a sphere.
    private static void assertPermutation(Measure measure, Matrix rows, PairwiseOptions options, double[][] d) {
        if (measure instanceof Haversine || measure instanceof Gower || measure instanceof Complement
                || measure instanceof Metric.StandardizedEuclidean) {
            return; // what they know of columns would have to be permuted, too
        }
        int columns = rows.columns();
        double[] turned = new double[rows.values().length];
        for (int at = 0; at < turned.length; at++) {
            turned[at] = rows.get(at / columns, columns - 1 - at % columns);
        }
        double[][] other = matrix(measure, new Matrix(rows.rows(), columns, turned),
                options.withWeights(options.weights().reversed()));
        for (int i = 0; i < d.length; i++) {
            assertArrayEquals(d[i], other[i], 2e-13 * Math.max(1, Arrays.stream(d[i]).filter(Double::isFinite)
                    .map(Math::abs).max().orElse(1)), measure.toString());
        }
    }

    /// The laws are those of all that the command line knows, each name of which is that of one measure alone.
    @Test
    void everyMeasureIsTried() {
        assertEquals(30, Metrics.distances().size());
        assertEquals(15, Metrics.similarities().size());
        for (List<Measure> all : List.of(Metrics.distances(), Metrics.similarities())) {
            List<String> names = all.stream().map(Measure::names).flatMap(List::stream).toList();
            assertEquals(names.size(), Set.copyOf(names).size());
            for (Measure measure : all) {
                measure.names().forEach(name -> assertSame(measure, Metrics.named(name, all)));
            }
        }
    }

    private static void assertTriangle(double[][] d) {
        for (double[] u : d) {
            for (int j = 0; j < d.length; j++) {
                for (int k = 0; k < d.length; k++) {
                    assertFalse(u[k] > (u[j] + d[j][k]) * (1 + 1e-12), "triangle inequality"); // NaN is none
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("measures")
    void theEngineGivesWhatTheDefinitionGives(Measure measure) {
        assertDefinition(measure, PairwiseOptions.DEFAULT.withZeroVectors(ZeroVectors.NAN));
        if (measure.hasColumnWeights()) {
            List<Double> weights = List.of(1.0, 0.5, 2.0, 0.0, 1.0, 3.0, 0.25);
            assertDefinition(measure, PairwiseOptions.DEFAULT.withWeights(weights).withZeroVectors(ZeroVectors.NAN));
        }
    }

    private static void assertDefinition(Measure measure, PairwiseOptions options) {
        Matrix rows = Samples.suited(measure, ROWS);
        double[] weights = options.weights(rows.columns());
        double[][] d = matrix(measure, rows, options);
        for (int i = 0; i < d.length; i++) {
            for (int j = 0; j < d.length; j++) {
                double expected = measure.between(Samples.row(rows, i), Samples.row(rows, j), weights);
                assertEquals(expected, d[i][j], Double.isNaN(expected) ? 0 : 1e-13 * Math.abs(expected) + 4e-16,
                        measure.toString());
            }
        }
    }

    /// Fresh memory for each block let 20,000 rows take 460 MB.
    @ParameterizedTest
    @EnumSource(value = Shape.class, names = {"SQUARE", "LOWER", "CONDENSED"})
    void theMemoryOfBlocksIsUsedAgain(Shape shape) {
        Matrix rows = Samples.rows(1100, 5, 8);
        Set<double[]> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        int[] blocks = new int[1];
        try (Workers workers = new Workers(2)) {
            Pairwise.of(new Metric.Euclidean(), rows, PairwiseOptions.DEFAULT, workers).rows(shape, block -> {
                seen.add(block.values());
                blocks[0]++;
            });
        }
        assertTrue(blocks[0] > 15 && seen.size() <= 8, () -> seen.size() + " of " + blocks[0]);
    }

    @ParameterizedTest
    @MethodSource("measures")
    void eachPairOnceIsTheSameAsAllPairs(Measure measure) {
        Matrix rows = Samples.rows(1100, 5, 8);
        double[] placed = new double[1100 * 1100];
        double[] inRows = new double[1100 * 1100];
        double[] all;
        try (Workers workers = new Workers(3)) {
            Pairwise pairwise = Pairwise.of(Samples.of(measure, rows), Samples.suited(measure, rows),
                    PairwiseOptions.DEFAULT.withZeroVectors(ZeroVectors.NAN), workers);
            pairwise.panels(panel -> panel.bytes().asDoubleBuffer().get(placed, panel.firstRow() * 1100,
                    panel.rows() * 1100));
            pairwise.rows(Shape.SQUARE, block -> System.arraycopy(block.values(), 0, inRows,
                    block.firstRow() * 1100, block.rows() * 1100));
            all = pairwise.block(0, 1100, 0, 1100).values();
        }
        assertArrayEquals(all, placed);
        assertArrayEquals(all, inRows);
    }

    /// However many squares there is room for, whatever the height of the parts and the order in which they are made.
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 4", "2, 8", "3, 64", "1000, 1", "1000, 8", "1000, 16", "1000, 64"})
    void whatTheMirrorTellsIsWhatWouldBeComputed(int squares, int height) {
        int n = 1300;
        Matrix rows = Samples.rows(n, 5, 9);
        List<Integer> parts = new ArrayList<>();
        double[] made = new double[n * n];
        double[] all;
        try (Workers workers = new Workers(4)) {
            Pairwise pairwise = Pairwise.of(new Metric.Euclidean(), rows, PairwiseOptions.DEFAULT, workers);
            all = pairwise.block(0, n, 0, n).values();
            Comparison comparison = Comparisons.of(new Metric.Euclidean(), new Operands(rows, null),
                    PairwiseOptions.DEFAULT,
                    workers);
            WholeRows whole = new WholeRows(comparison, n, n, (long) height * n, squares);
            for (int part = 0; part < whole.parts(); part++) {
                parts.add(part);
            }
            // About in order, as threads make them.
            Random random = new Random(1);
            for (int k = 0; k + 8 < parts.size(); k += 4) {
                Collections.shuffle(parts.subList(k, k + 8), random);
            }
            workers.inAnyOrder(parts.size(), k -> {
                int part = parts.get(k);
                whole.make(part, DoubleBuffer.wrap(made, whole.first(part) * n, whole.count(part) * n).slice());
            });
        }
        assertArrayEquals(all, made);
    }
}
