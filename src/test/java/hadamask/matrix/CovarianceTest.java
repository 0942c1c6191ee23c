package hadamask.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.file.InputException;
import org.junit.jupiter.api.Test;

class CovarianceTest {
    private static final Matrix SMALL = new Matrix(4, 2, new double[]{1, 2, 3, 1, 5, 6, 7, 3});

    @Test
    void theCovarianceIsThatOfTheFormula() {
        assertArrayEquals(new double[]{20 / 3.0, 8 / 3.0, 8 / 3.0, 14 / 3.0},
                Covariance.of(SMALL, Divisor.SAMPLE).values(), 1e-15);
        assertArrayEquals(new double[]{5, 2, 2, 3.5}, Covariance.of(SMALL, Divisor.POPULATION).values(), 1e-15);
    }

    /// The trap: one-pass covariance gives a correlation of 2 and a constant a variance above 0.
    @Test
    void aConstantColumnHasVarianceExactlyZero() {
        double[] values = new double[3000];
        for (int i = 0; i < 1000; i++) {
            values[3 * i] = 0.1;
            values[3 * i + 1] = 1e8 + 0.3;
            values[3 * i + 2] = Math.sin(i);
        }
        Matrix covariance = Covariance.of(new Matrix(1000, 3, values), Divisor.SAMPLE);
        for (int j = 0; j < 3; j++) {
            assertEquals(0.0, covariance.get(0, j));
            assertEquals(0.0, covariance.get(1, j));
        }
        assertEquals(Double.NaN, Covariance.correlation(covariance).get(0, 0));
        assertEquals(1.0, Covariance.correlation(covariance).get(2, 2));
    }

    @Test
    void anOffsetDoesNotCancelDigits() {
        double[] shifted = SMALL.values().clone();
        for (int k = 0; k < shifted.length; k++) {
            shifted[k] += 1e9;
        }
        assertEquals(Covariance.of(SMALL, Divisor.SAMPLE), Covariance.of(new Matrix(4, 2, shifted), Divisor.SAMPLE));
    }

    @Test
    void theCorrelationIsSymmetricAndWithinOne() {
        Matrix correlation = Covariance.correlation(Covariance.of(RandomData.correlated(7, 50, 5, 0), Divisor.SAMPLE));
        for (int i = 0; i < 5; i++) {
            assertEquals(1.0, correlation.get(i, i));
            for (int j = 0; j < 5; j++) {
                assertEquals(correlation.get(i, j), correlation.get(j, i));
                assertTrue(Math.abs(correlation.get(i, j)) <= 1);
            }
        }
    }

    @Test
    void pairsOfColumnsUseTheRowsThatHaveBoth() {
        double nan = Double.NaN;
        Matrix data = new Matrix(5, 2, new double[]{1, 2, 3, 1, nan, 100, 5, 6, 7, 3});
        Matrix covariance = Covariance.pairwise(data, Divisor.SAMPLE);
        assertEquals(20 / 3.0, covariance.get(0, 0), 1e-15);
        assertEquals(8 / 3.0, covariance.get(0, 1), 1e-15);
        assertTrue(covariance.get(1, 1) > 1000);
        assertEquals(Double.NaN, Covariance.of(data, Divisor.SAMPLE).get(0, 1));
    }

    @Test
    void oneRowHasNoSampleCovariance() {
        Matrix row = new Matrix(1, 2, new double[]{1, 2});
        assertThrows(InputException.class, () -> Covariance.of(row, Divisor.SAMPLE));
        assertEquals(new Matrix(2, 2, new double[4]), Covariance.of(row, Divisor.POPULATION));
    }

    @Test
    void theHadamardProductKeepsWhatTheMaskMarks() {
        Matrix x = new Matrix(4, 3, new double[]{1, 2, 3, 4, 5, 6, 1, 0, 0, 0, 1, 0});
        Matrix mask = new Matrix(4, 3, new double[]{1, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0});
        assertEquals(new Matrix(4, 3, new double[]{1, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0}), HadamardProduct.of(x, mask));
        assertThrows(InputException.class, () -> HadamardProduct.of(x, SMALL));
    }
}
