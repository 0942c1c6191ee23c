package hadamask.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Maxima by levels are the definition's, bit for bit.
class CoarseMaximaTest {
    private final Random random = new Random(15);

    private Matrix matrix(int rows, int columns, DoubleSupplier numbers) {
        double[] values = new double[rows * columns];
        for (int k = 0; k < values.length; k++) {
            values[k] = numbers.getAsDouble();
        }
        return new Matrix(rows, columns, values);
    }

    private static void assertTheDefinitionsBits(Operands rows) {
        PairwiseOptions options = PairwiseOptions.DEFAULT;
        Metric metric = new Metric.Chebyshev();
        double[] ones = Norm.ones(rows.columns());
        try (Workers workers = new Workers(1)) {
            Comparison comparison = new Comparison(metric, rows, options, workers,
                    List.of(CoarseMaxima.always(rows, workers)), Epilogues.maximum());
            Matrix from = rows.from();
            Matrix to = rows.to();
            double[] out = new double[from.rows() * Tiles.WIDTH];
            Workspace workspace = new Workspace();
            for (int tile = 0; tile * Tiles.WIDTH < to.rows(); tile++) {
                int left = tile * Tiles.WIDTH;
                int width = Math.min(Tiles.WIDTH, to.rows() - left);
                comparison.compute(0, from.rows(), tile, out, 0, Tiles.WIDTH, workspace);
                for (int i = 0; i < from.rows(); i++) {
                    for (int j = 0; j < width; j++) {
                        double expected = Norm.maximum(row(from, i), row(to, left + j), ones);
                        if (Double.doubleToLongBits(out[i * Tiles.WIDTH + j]) != Double.doubleToLongBits(expected)) {
                            assertEquals(expected, out[i * Tiles.WIDTH + j], "row " + i + " to row " + (left + j));
                        }
                    }
                }
            }
        }
    }

    private static double[] row(Matrix rows, int i) {
        return Arrays.copyOfRange(rows.values(), i * rows.columns(), (i + 1) * rows.columns());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 17, 255, 256, 257, 300})
    void anyNumberOfRowsToCompareTo(int rows) {
        assertTheDefinitionsBits(new Operands(matrix(3, 20, random::nextGaussian),
                matrix(rows, 20, random::nextGaussian)));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7, 31, 32, 33, 34, 35, 128, 130})
    void anyNumberOfColumns(int columns) {
        assertTheDefinitionsBits(new Operands(matrix(40, columns, random::nextGaussian), null));
    }

    @Test
    void tiesAndNearTies() {
        assertTheDefinitionsBits(new Operands(matrix(60, 37, () -> random.nextInt(3)), null));
        assertTheDefinitionsBits(new Operands(matrix(60, 37, () -> random.nextInt(30) / 10.0), null));
        assertTheDefinitionsBits(new Operands(matrix(60, 37, () -> random.nextInt(3) + 0x1p-30 * random.nextInt(3)),
                null));
        assertTheDefinitionsBits(new Operands(matrix(60, 37, () -> random.nextInt(2) * 0x1p-52 + 1), null));
    }

    @Test
    void columnsOfVeryDifferentSizesAndPlaces() {
        int[] column = {0};
        assertTheDefinitionsBits(new Operands(matrix(60, 30, () -> {
            int k = column[0]++ % 30;
            return random.nextGaussian() * Math.pow(10, k - 15) + 1e9 * k;
        }), null));
        assertTheDefinitionsBits(new Operands(matrix(60, 30, () -> Math.exp(20 * random.nextGaussian())), null));
    }

    @Test
    void numbersThatAreMissingInfiniteHugeZeroOrTiny() {
        double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE, -0.0, 0.0,
            Double.MIN_VALUE, -Double.MIN_NORMAL, -0x1p1001};
        assertTheDefinitionsBits(new Operands(
                matrix(80, 30, () -> random.nextInt(60) == 0 ? odd[random.nextInt(odd.length)] : random.nextGaussian()),
                null));
        assertTheDefinitionsBits(new Operands(matrix(60, 30, () -> odd[4 + random.nextInt(4)]), null));
        assertTheDefinitionsBits(new Operands(matrix(60, 30, () -> odd[random.nextInt(odd.length)]), null));
        assertTheDefinitionsBits(new Operands(matrix(60, 30, () -> 0x1p999 * random.nextGaussian()), null));
        assertTheDefinitionsBits(new Operands(matrix(60, 30, () -> -0.0), null));
    }

    @Test
    void levelsAreTakenWhereTheyDecide() {
        try (Workers workers = new Workers(1)) {
            assertInstanceOf(CoarseMaxima.class, CoarseMaxima.of(rows(random::nextGaussian), workers));
            assertInstanceOf(KernelSums.class, CoarseMaxima.of(rows(() -> random.nextInt(2)), workers));
            assertInstanceOf(KernelSums.class, CoarseMaxima.of(rows(() -> 7), workers));
            assertInstanceOf(KernelSums.class,
                    CoarseMaxima.of(new Operands(matrix(300, 64, random::nextGaussian), null), workers));
        }
    }

    private Operands rows(DoubleSupplier numbers) {
        return new Operands(matrix(2000, 64, numbers), null);
    }
}
