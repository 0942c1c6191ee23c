package hadamask.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.file.InputException;
import hadamask.matrix.Whitening.Method;
import hadamask.parallel.Workers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Fewer rows than columns, as spectra and genes have: no array of columns x columns, and no sweep over rounding.
class ThinDataTest {
    private static final Workers WORKERS = new Workers(2);

    private static Matrix random(int rows, int columns, long seed) {
        return new Matrix(rows, columns, new Random(seed).doubles((long) rows * columns, -1, 1).toArray());
    }

    private static Factor factor(Matrix data) {
        return Factor.ofData(data, Centre.of(data), Divisor.SAMPLE, String::valueOf, WORKERS);
    }

    /// 40 x 600 took 25 s for the refusal, 50 s for the axes; 60 x 20,000 was refused for its memory.
    @ParameterizedTest
    @CsvSource({"40, 600", "60, 1000", "60, 20000"})
    void fewRowsTakeNoLongerThanTheirNumber(int rows, int columns) {
        Matrix data = random(rows, columns, 1);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            InputException e = assertThrows(InputException.class,
                    () -> factor(data).requireFullRank(String::valueOf));
            assertEquals("the covariance has rank at most " + (rows - 1) + " of " + columns + ": " + rows
                    + " rows are too few", e.problem());
            PrincipalAxes axes = PrincipalAxes.of(factor(data));
            assertEquals(rows - 1, axes.count());
            assertAxes(data, axes);
        });
        assertTrue(Factor.numbers(rows, columns, 2) < 10L * rows * columns, "memory of the order of the data");
    }

    /// S q = l q, without S.
    private static void assertAxes(Matrix data, PrincipalAxes axes) {
        Centre centre = Centre.of(data);
        int d = data.columns();
        double whole = 0;
        double[] row = new double[d];
        double[][] products = new double[axes.count()][d];
        double share = 0;
        for (int i = 0; i < data.rows(); i++) {
            centre.centre(data, i, row);
            for (int j = 0; j < d; j++) {
                whole += row[j] * row[j];
            }
            for (int k = 0; k < axes.count(); k++) {
                double along = 0;
                for (int j = 0; j < d; j++) {
                    along += row[j] * axes.directions().get(k, j);
                }
                for (int j = 0; j < d; j++) {
                    products[k][j] += along * row[j] / (data.rows() - 1);
                }
            }
        }
        for (int k = 0; k < axes.count(); k++) {
            share += axes.share(k);
            whole -= axes.eigenvalue(k) * (data.rows() - 1);
            for (int j = 0; j < d; j++) {
                assertEquals(axes.eigenvalue(k) * axes.directions().get(k, j), products[k][j],
                        1e-13 * axes.eigenvalue(0));
            }
        }
        assertEquals(0, whole, 1e-10 * axes.eigenvalue(0) * data.rows());
        assertEquals(1, share, 1e-13);
    }

    /// Whatever the numbers: rows that fill all dimensions they can lie at (n - 1) / sqrt(n) from their mean, and at
    /// sqrt(2 (n - 1)) from each other.
    @ParameterizedTest
    @EnumSource(Method.class)
    void rowsThatAreIndependentLieAtTheSameDistance(Method method) {
        Matrix data = graded(random(7, 40, 2));
        Whitening whitening = Whitening.of(Centre.of(data), factor(data), method);
        Matrix white = whitening.apply(data);
        for (double distance : whitening.distances(data, WORKERS)) {
            assertEquals(6 / Math.sqrt(7), distance, 1e-12);
        }
        for (int i = 1; i < 7; i++) {
            assertEquals(Math.sqrt(12), RandomData.euclidean(white, 0, i), 1e-12);
        }
        assertEquals(method == Method.ZCA ? 40 : 6, white.columns());
    }

    /// Three columns of ordinary size, all others of 1e-9: three dimensions come from these alone.
    private static Matrix graded(Matrix data) {
        double[] values = data.values().clone();
        for (int k = 0; k < values.length; k++) {
            values[k] *= k % data.columns() < 3 ? 1 : 1e-9;
        }
        return new Matrix(data.rows(), data.columns(), values);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void aRidgeIsThatOfTheWholeCovariance(Method method) {
        Matrix data = random(5, 8, 3);
        Matrix others = random(6, 8, 4);
        Matrix covariance = Covariance.of(data, Divisor.SAMPLE);
        double[] raised = covariance.values().clone();
        for (int j = 0; j < 8; j++) {
            raised[9 * j] += 0.01;
        }
        Centre centre = Centre.of(data);
        Factor whole = Factor.ofCovariance(new Matrix(8, 8, raised));
        Factor thin = factor(data).withRidge(0.01);
        assertEquals(8, thin.requireFullRank(String::valueOf).rank());
        Whitening expected = Whitening.of(centre, whole, method);
        Whitening actual = Whitening.of(centre, thin, method);
        assertArrayEquals(expected.distances(data, WORKERS), actual.distances(data, WORKERS), 1e-12);
        assertArrayEquals(expected.distances(others, WORKERS),
                Whitening.forDistances(centre, thin).distances(others, WORKERS), 1e-11);
        if (method != Method.PCA) {
            assertArrayEquals(expected.apply(others).values(), actual.apply(others).values(), 1e-11);
        }
        PrincipalAxes all = PrincipalAxes.of(whole);
        PrincipalAxes some = PrincipalAxes.of(thin);
        for (int k = 0; k < some.count(); k++) {
            assertEquals(all.eigenvalue(k), some.eigenvalue(k), 1e-14);
            assertEquals(all.share(k), some.share(k), 1e-14);
        }
    }

    /// With a small ridge what lies outside of the axes counts a million times as much: nothing of it may be rounding.
    @Test
    void aSmallRidgeLeavesTheDigitsOfRowsWithinTheAxes() {
        Matrix data = random(7, 400, 5);
        double[] distances = Whitening.forDistances(Centre.of(data), factor(data).withRidge(1e-12)).distances(data,
                WORKERS);
        for (double distance : distances) {
            assertEquals(6 / Math.sqrt(7), distance, 1e-9);
        }
    }

    @Test
    void rowsThatRepeatHaveFewerAxes() {
        Matrix three = random(3, 10, 6);
        double[] values = Arrays.copyOf(three.values(), 60);
        System.arraycopy(three.values(), 0, values, 30, 30);
        Factor factor = factor(new Matrix(6, 10, values));
        assertEquals(2, factor.rank());
        assertTrue(factor.isThin());
        assertEquals(2, PrincipalAxes.of(factor).count());
        assertEquals(0, factor(new Matrix(3, 4, new double[12])).rank());
        assertFalse(factor(random(5, 4, 7)).isThin());
    }

    @Test
    void theThreadsDoNotShow() {
        Matrix data = random(30, 100, 8);
        double[] one = null;
        for (int threads : new int[]{1, 2, 7}) {
            try (Workers workers = new Workers(threads)) {
                Factor factor = Factor.ofData(data, Centre.of(data), Divisor.SAMPLE, String::valueOf, workers);
                double[] white = Whitening.of(Centre.of(data), factor, Method.ZCA).apply(data, workers).values();
                one = one == null ? white : one;
                assertArrayEquals(one, white);
            }
        }
    }

    /// Columns of which half repeat the others: rounding was swept 60 times, which took seconds.
    @Test
    void roundingIsNotSwept() {
        Matrix half = random(400, 100, 9);
        double[] values = new double[400 * 200];
        for (int i = 0; i < 400; i++) {
            for (int j = 0; j < 100; j++) {
                values[i * 200 + j] = half.get(i, j);
                values[i * 200 + 100 + j] = 3 * half.get(i, j) + half.get(i, (j + 1) % 100);
            }
        }
        Matrix data = new Matrix(400, 200, values);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            Factor factor = factor(data);
            assertEquals(100, factor.rank());
            PrincipalAxes axes = PrincipalAxes.of(factor);
            assertEquals(200, axes.count());
            assertEquals(0, axes.deviation(100));
            for (int k = 0; k < 200; k++) {
                for (int l = 0; l <= k; l++) {
                    double product = 0;
                    for (int j = 0; j < 200; j++) {
                        product += axes.directions().get(k, j) * axes.directions().get(l, j);
                    }
                    assertEquals(k == l ? 1 : 0, product, 1e-13);
                }
            }
        });
    }

    /// Of the columns of zeros nothing is left to reflect; their axes are those of the columns themselves.
    @Test
    void axesAlongWhichNothingVariesCompleteTheBasis() {
        double[] values = random(9, 4, 10).values();
        for (int i = 0; i < 9; i++) {
            values[4 * i + 1] = 7;
            values[4 * i + 3] = -1;
        }
        PrincipalAxes axes = PrincipalAxes.of(factor(new Matrix(9, 4, values)));
        assertArrayEquals(new double[]{0, 1, 0, 0, 0, 0, 0, 1},
                Arrays.copyOfRange(axes.directions().values(), 8, 16));
    }
}
