package hadamask.distance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.matrix.Matrix;
import hadamask.table.Shape;
import hadamask.table.Workers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The laws that each measure promises, on seeded random rows, with and without weights.
class MeasureLawsTest {
    private static final int COLUMNS = 7;
    private static final Matrix ROWS = Samples.rows(60, COLUMNS, 3);

    static Stream<Measure> measures() {
        return Samples.measures(ROWS).stream();
    }

    private static double[][] matrix(Measure measure, Treatment treatment) {
        Pairwise pairwise = Pairwise.of(measure, ROWS, treatment);
        Block block = pairwise.block(0, ROWS.rows(), 0, ROWS.rows());
        double[][] result = new double[ROWS.rows()][ROWS.rows()];
        for (int i = 0; i < result.length; i++) {
            for (int j = 0; j < result.length; j++) {
                result[i][j] = block.get(i, j);
            }
        }
        return result;
    }

    @ParameterizedTest
    @MethodSource("measures")
    void theLawsHold(Measure measure) {
        double[][] d = matrix(measure, Treatment.PLAIN);
        Laws laws = measure.laws();
        for (int i = 0; i < d.length; i++) {
            if (laws.isDistance()) {
                assertEquals(0.0, d[i][i], "identity");
            } else if (measure != Similarity.DOT) {
                assertEquals(1.0, d[i][i], "identity");
            }
            for (int j = 0; j < d.length; j++) {
                assertEquals(Double.doubleToRawLongBits(d[i][j]), Double.doubleToRawLongBits(d[j][i]), "symmetry");
                assertTrue(d[i][j] >= laws.least() && d[i][j] <= laws.greatest(), () -> "range of " + measure);
            }
        }
        if (laws.triangle()) {
            assertTriangle(d);
        }
    }

    private static void assertTriangle(double[][] d) {
        for (double[] u : d) {
            for (int j = 0; j < d.length; j++) {
                for (int k = 0; k < d.length; k++) {
                    assertTrue(u[k] <= (u[j] + d[j][k]) * (1 + 1e-12), "triangle inequality");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("measures")
    void theEngineGivesWhatTheDefinitionGives(Measure measure) {
        assertDefinition(measure, Treatment.PLAIN, Norm.ones(COLUMNS));
        if (!(measure instanceof Metric.Mahalanobis)) {
            List<Double> weights = List.of(1.0, 0.5, 2.0, 0.0, 1.0, 3.0, 0.25);
            assertDefinition(measure, Treatment.PLAIN.withWeights(weights).withZeroVectors(ZeroVectors.NAN),
                    weights.stream().mapToDouble(w -> w).toArray());
        }
    }

    private static void assertDefinition(Measure measure, Treatment treatment, double[] weights) {
        double[][] d = matrix(measure, treatment);
        for (int i = 0; i < d.length; i++) {
            for (int j = 0; j < d.length; j++) {
                double expected = measure.between(Samples.row(ROWS, i), Samples.row(ROWS, j), weights);
                assertEquals(expected, d[i][j], 1e-13 * Math.abs(expected) + 4e-16, measure.toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("measures")
    void eachPairOnceIsTheSameAsAllPairs(Measure measure) {
        Matrix rows = Samples.rows(1100, 5, 8);
        Pairwise pairwise = Pairwise.of(measure instanceof Metric.StandardizedEuclidean
                ? Metric.StandardizedEuclidean.of(rows)
                : measure, rows, Treatment.PLAIN);
        double[] placed = new double[1100 * 1100];
        double[] inRows = new double[1100 * 1100];
        try (Workers workers = new Workers(3)) {
            pairwise.panels(workers, block -> {
                for (int i = block.firstRow(); i < block.firstRow() + block.rows(); i++) {
                    System.arraycopy(block.values(), (i - block.firstRow()) * block.columns(), placed,
                            i * 1100 + block.firstColumn(), block.columns());
                }
            });
            pairwise.rows(Shape.SQUARE, workers, block -> System.arraycopy(block.values(), 0, inRows,
                    block.firstRow() * 1100, block.rows() * 1100));
        }
        assertArrayEquals(inRows, placed);
    }
}
