package hadamask.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.matrix.Matrix;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Cosine distances of the engine beside 50 digits, for rows at all angles.
class AngleAccuracyTest {
    private static final MathContext DIGITS = new MathContext(50);
    private static final int COLUMNS = 33;

    private static BigDecimal dot(double[] u, double[] v) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 0; k < u.length; k++) {
            sum = sum.add(new BigDecimal(u[k]).multiply(new BigDecimal(v[k])));
        }
        return sum;
    }

    private static double reference(double[] u, double[] v) {
        BigDecimal norms = dot(u, u).multiply(dot(v, v)).sqrt(DIGITS);
        return BigDecimal.ONE.subtract(dot(u, v).divide(norms, DIGITS)).doubleValue();
    }

    /// @param apart how much of a direction of its own each row has besides one that all share; below 0: half of the rows
    ///        point the other way
    @ParameterizedTest
    @ValueSource(doubles = {1e9, 1, 0.1, 1e-4, 1e-7, -1e-4, -0.1})
    void distancesAreExactButForTheRoundingOfUnitVectors(double apart) {
        Random random = new Random(4);
        int n = 40;
        double[] shared = random.doubles(COLUMNS, -1, 1).toArray();
        double[] values = new double[n * COLUMNS];
        for (int k = 0; k < values.length; k++) {
            int sign = apart < 0 && k / COLUMNS % 2 == 1 ? -1 : 1;
            values[k] = sign * (shared[k % COLUMNS] + Math.abs(apart) * random.nextGaussian());
        }
        Matrix rows = new Matrix(n, COLUMNS, values);
        Block block = Pairwise.of(AngleMetric.COSINE, rows, PairwiseOptions.DEFAULT, Samples.ALONE).block(0, n, 0, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double expected = reference(Samples.row(rows, i), Samples.row(rows, j));
                double error = Math.abs(block.get(i, j) - expected);
                // A unit vector is off by one unit of the last place or so, a chord by as much, and its square twice; a
                // product that is not near 1 is off by some units, and 1 less it by as many.
                double bound = 1e-15 * (expected > 0.01 ? 1 : expected + Math.sqrt(expected));
                assertTrue(error <= bound, () -> error / bound + " times the bound at " + expected);
            }
        }
    }

    /// Such as counts of words that two texts do not share: not 0.9999999999999998.
    @Test
    void rowsWithNothingInCommonAreAtDistanceOne() {
        Random random = new Random(6);
        double[] values = new double[2 * COLUMNS];
        for (int k = 0; k < COLUMNS; k++) {
            values[(k % 2) * COLUMNS + k] = random.nextInt(1, 9);
        }
        Matrix rows = new Matrix(2, COLUMNS, values);
        assertEquals(1,
                Pairwise.of(AngleMetric.COSINE, rows, PairwiseOptions.DEFAULT, Samples.ALONE).block(0, 2, 0, 2).get(0,
                        1));
    }
}
