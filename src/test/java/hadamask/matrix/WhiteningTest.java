package hadamask.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.file.InputException;
import hadamask.matrix.Whitening.Method;
import hadamask.parallel.Workers;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WhiteningTest {
    private static final Workers WORKERS = new Workers(2);

    private static String letter(int column) {
        return String.valueOf((char) ('a' + column));
    }

    private static Factor factor(Matrix data) {
        return Factor.ofData(data, Centre.of(data), Divisor.SAMPLE, String::valueOf, WORKERS);
    }

    private static Matrix whitened(Matrix data, Method method) {
        return Whitening.of(Centre.of(data), factor(data), method).apply(data);
    }

    private static void assertPairs(Matrix data, double... expected) {
        for (Method method : Method.values()) {
            Matrix white = whitened(data, method);
            int k = 0;
            for (int i = 0; i < data.rows(); i++) {
                for (int j = i + 1; j < data.rows(); j++) {
                    assertEquals(expected[k++], RandomData.euclidean(white, i, j), 1e-14);
                }
            }
        }
    }

    @Test
    void mahalanobisDistancesOfOneColumnAreThoseByHand() {
        assertPairs(new Matrix(4, 1, new double[]{2, 2, 3, 5}), 0, Math.sqrt(.5), Math.sqrt(4.5), Math.sqrt(.5),
                Math.sqrt(4.5), Math.sqrt(2));
    }

    @Test
    void mahalanobisDistancesOfTwoColumnsAreThoseByHand() {
        double r = Math.sqrt(2);
        assertPairs(new Matrix(5, 2, new double[]{0, 0, -1, 0, 0, 2, 1, 0, 0, -2}), r, r, r, r, 2, 2 * r, 2, 2, 2 * r,
                2);
    }

    @Test
    void aGivenInverseCovarianceGivesTheDistanceByHand() {
        // The inverse of [[2,1,0],[1,2,1],[0,1,2]].
        Matrix covariance = new Matrix(3, 3, new double[]{.75, -.5, .25, -.5, 1, -.5, .25, -.5, .75});
        Matrix rows = new Matrix(2, 3, new double[]{1, 2, 3, 1, 1, 5});
        for (Method method : Method.values()) {
            Matrix white = Whitening.of(Centre.zero(3), Factor.ofCovariance(covariance), method).apply(rows);
            assertEquals(Math.sqrt(6), RandomData.euclidean(white, 0, 1), 1e-14);
        }
    }

    @ParameterizedTest
    @CsvSource({"PCA, 0", "ZCA, 0", "CHOLESKY, 0", "PCA, 1e8", "ZCA, 1e8", "CHOLESKY, 1e8"})
    void theCovarianceOfWhitenedRowsIsTheIdentity(Method method, double offset) {
        for (int columns : new int[]{1, 3, 8, 12}) {
            Matrix covariance = Covariance.of(whitened(RandomData.correlated(1, 400, columns, offset), method),
                    Divisor.SAMPLE);
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j < columns; j++) {
                    assertEquals(i == j ? 1 : 0, covariance.get(i, j), 1e-10);
                }
            }
        }
    }

    @Test
    void zcaIsSymmetricAndCholeskyIsTriangular() {
        Matrix data = RandomData.correlated(2, 100, 4, 0);
        Matrix units = new Matrix(4, 4, new double[]{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1});
        Matrix zca = Whitening.of(Centre.zero(4), factor(data), Method.ZCA).apply(units);
        Matrix cholesky = Whitening.of(Centre.zero(4), factor(data), Method.CHOLESKY).apply(units);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < i; j++) {
                assertEquals(zca.get(i, j), zca.get(j, i), 1e-12);
                assertEquals(0.0, cholesky.get(i, j));
            }
        }
    }

    /// The trap: a singular covariance is inverted to noise, silently, on 149 of 200 collinear sets.
    @Test
    void aSingularCovarianceIsNeverInvertedSilently() {
        Random random = new Random(4);
        for (int set = 0; set < 200; set++) {
            int d = 2 + random.nextInt(6);
            double offset = new double[]{0, 1, 1000, 1e8}[set % 4];
            Matrix data = collinear(random, 20 + random.nextInt(100), d, offset);
            Factor factor = factor(data);
            assertEquals(d, factor.rank());
            assertThrows(InputException.class, () -> factor.requireFullRank(WhiteningTest::letter));
        }
    }

    private static Matrix collinear(Random random, int rows, int d, double offset) {
        double[] weights = random.doubles(d, -3, 3).toArray();
        double[] values = new double[rows * (d + 1)];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < d; j++) {
                values[i * (d + 1) + j] = offset + random.nextGaussian();
                values[i * (d + 1) + d] += weights[j] * values[i * (d + 1) + j];
            }
        }
        return new Matrix(rows, d + 1, values);
    }

    @Test
    void theMessageNamesTheColumnThatDependsOnOthers() {
        Matrix data = collinear(new Random(5), 30, 3, 0);
        InputException e = assertThrows(InputException.class,
                () -> factor(data).requireFullRank(WhiteningTest::letter));
        assertEquals("the covariance has rank 3 of 4: column \"d\" depends on a, b, c",
                e.problem());
        Matrix constant = new Matrix(3, 2, new double[]{1, 7, 2, 7, 4, 7});
        e = assertThrows(InputException.class, () -> factor(constant).requireFullRank(WhiteningTest::letter));
        assertEquals("the covariance has rank 1 of 2: column \"b\" is constant", e.problem());
        Matrix wide = new Matrix(2, 3, new double[]{1, 2, 3, 2, 5, 1});
        e = assertThrows(InputException.class, () -> factor(wide).requireFullRank(WhiteningTest::letter));
        assertEquals("the covariance has rank at most 1 of 3: 2 rows are too few", e.problem());
    }

    @Test
    void nearlyDependentColumnsStillHaveFullRank() {
        Random random = new Random(6);
        double[] values = new double[200];
        for (int i = 0; i < 100; i++) {
            values[2 * i] = random.nextGaussian();
            values[2 * i + 1] = values[2 * i] + 1e-9 * random.nextGaussian();
        }
        Matrix data = new Matrix(100, 2, values);
        assertEquals(2, factor(data).rank());
        Matrix covariance = Covariance.of(whitened(data, Method.CHOLESKY), Divisor.SAMPLE);
        assertEquals(1, covariance.get(1, 1), 1e-6);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void thePseudoInverseLeavesOutWhatDoesNotVary(Method method) {
        Matrix data = collinear(new Random(7), 40, 3, 0);
        double[] values = new double[120];
        for (int i = 0; i < 40; i++) {
            System.arraycopy(data.values(), 4 * i, values, 3 * i, 3);
        }
        Matrix independent = new Matrix(40, 3, values);
        double[] expected = Whitening.of(Centre.of(independent), factor(independent), method).distances(independent,
                WORKERS);
        assertArrayEquals(expected, Whitening.of(Centre.of(data), factor(data), method).distances(data, WORKERS),
                1e-10);
    }

    @Test
    void aRidgeIsAddedToTheDiagonal() {
        Matrix data = collinear(new Random(8), 40, 3, 0);
        Matrix covariance = Covariance.of(data, Divisor.SAMPLE);
        double[] raised = covariance.values().clone();
        for (int j = 0; j < 4; j++) {
            raised[5 * j] += 0.25;
        }
        Centre centre = Centre.of(data);
        double[] expected = Whitening.of(centre, Factor.ofCovariance(new Matrix(4, 4, raised)), Method.PCA)
                .distances(data, WORKERS);
        assertArrayEquals(expected,
                Whitening.of(centre, factor(data).withRidge(0.25), Method.CHOLESKY).distances(data, WORKERS), 1e-12);
    }

    @Test
    void axesDescendAndTheirLargestComponentIsPositive() {
        Matrix data = RandomData.correlated(9, 300, 5, 10);
        PrincipalAxes axes = PrincipalAxes.of(factor(data));
        Matrix covariance = Covariance.of(data, Divisor.SAMPLE);
        double share = 0;
        for (int k = 0; k < 5; k++) {
            assertTrue(k == 0 || axes.deviation(k) <= axes.deviation(k - 1));
            share += axes.share(k);
            double largest = 0;
            for (int j = 0; j < 5; j++) {
                double component = axes.directions().get(k, j);
                largest = Math.abs(component) > Math.abs(largest) ? component : largest;
                double product = 0;
                for (int i = 0; i < 5; i++) {
                    product += covariance.get(j, i) * axes.directions().get(k, i);
                }
                assertEquals(axes.eigenvalue(k) * component, product, 1e-12 * axes.eigenvalue(0));
            }
            assertTrue(largest > 0);
        }
        assertEquals(1, share, 1e-14);
    }

    @Test
    void whatIsNoCovarianceIsRefused() {
        assertThrows(InputException.class, () -> Factor.ofCovariance(new Matrix(1, 2, new double[2])));
        assertThrows(InputException.class, () -> Factor.ofCovariance(new Matrix(2, 2, new double[]{1, 2, 3, 1})));
        assertThrows(InputException.class, () -> Factor.ofCovariance(new Matrix(2, 2, new double[]{1, 2, 2, 1})));
        assertThrows(InputException.class, () -> Factor.ofCovariance(new Matrix(1, 1, new double[]{-1})));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0.31731050786291410", "4, 1, 0.045500263896358414", "9, 1, 0.0026997960632601890",
        "2, 2, 0.36787944117144233", "9, 2, 0.011108996538242306", "7.814727903251179, 3, 0.05",
        "1000, 2, 7.124576406741285e-218", "0, 5, 1"})
    void chiSquareTailsAreThoseOfTheTables(double x, int freedom, double expected) {
        assertEquals(expected, ChiSquare.tail(x, freedom), 1e-12 * expected);
    }

    @Test
    void blocksOfRowsGiveTheFactorOfAllRowsWhateverTheThreads() {
        Matrix data = RandomData.correlated(7, 9001, 3, 5);
        Centre centre = Centre.of(data);
        Matrix one;
        Matrix white;
        try (Workers workers = new Workers(1)) {
            Factor factor = Factor.ofData(data, centre, Divisor.SAMPLE, String::valueOf, workers);
            one = factor.root();
            white = Whitening.of(centre, factor, Method.CHOLESKY).apply(data);
        }
        Matrix covariance = Covariance.of(data, Divisor.SAMPLE);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double product = 0;
                for (int k = 0; k < 3; k++) {
                    product += one.get(k, i) * one.get(k, j);
                }
                assertEquals(covariance.get(i, j), product,
                        1e-14 * covariance.get(i, i) + 1e-14 * covariance.get(j, j));
            }
        }
        for (int threads : new int[]{2, 7}) {
            try (Workers workers = new Workers(threads)) {
                Factor factor = Factor.ofData(data, centre, Divisor.SAMPLE, String::valueOf, workers);
                assertArrayEquals(one.values(), factor.root().values());
                assertArrayEquals(white.values(),
                        Whitening.of(centre, factor, Method.CHOLESKY).apply(data, workers).values());
            }
        }
    }
}
