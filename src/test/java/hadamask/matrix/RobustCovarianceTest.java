package hadamask.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.file.InputException;
import hadamask.parallel.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Covariances that outliers or few rows do not spoil, against laws, all subsets of small data, and scikit-learn 1.2.1
/// (`src/test/resources/hadamask/matrix/robust_covariance_references.py`).
class RobustCovarianceTest {
    private static final Workers ALONE = new Workers(1);

    private static MinimumDeterminant mcd(Matrix data, double share) {
        return MinimumDeterminant.of(data, share, String::valueOf, String::valueOf, ALONE);
    }

    private static Factor population(Matrix data) {
        return Factor.ofData(data, Centre.of(data), Divisor.POPULATION, String::valueOf, ALONE);
    }

    /// The numbers of the sample, as rows of so many columns.
    private static Matrix aliens(int rows, int columns, int kept) throws IOException {
        double[] all = Files.readAllLines(Path.of(System.getProperty("basedir", "."), "samples/aliens.csv")).stream()
                .skip(1).flatMap(line -> Arrays.stream(line.split(",", -1))).mapToDouble(Double::parseDouble).toArray();
        double[] values = new double[rows * kept];
        for (int at = 0; at < values.length; at++) {
            values[at] = all[at / kept * columns + at % kept];
        }
        return new Matrix(rows, kept, values);
    }

    private static Matrix moved(Matrix data, int rows) {
        double[] values = data.values().clone();
        for (int at = 0; at < rows * data.columns(); at++) {
            int row = at / data.columns();
            values[at] += (at % data.columns() % 2 == 0 ? 6 : -6) + row / 100.0;
        }
        return new Matrix(data.rows(), data.columns(), values);
    }

    @ParameterizedTest
    @CsvSource({"1000, 2, 0.0050461670363961, 2.255872607362196, 2.0628703496405927, "
            + "0.004849390541997773, 2.255853469722825, 2.0632783327875006",
        "4, 6, 0.47695842565518787, 1.1493977461355829, 0.18456250416909353, "
                + "0.7030063730138726, 1.5392904915356607, 0.10479833766079484"})
    void shrinkageIsThatOfScikitLearn(int rows, int columns, double ledoitWolf, double variance, double covariance,
            double oas, double oasVariance, double oasCovariance) throws IOException {
        Matrix data = aliens(rows, columns, columns);
        Factor factor = population(data);
        assertShrinkage(Shrinkage.ledoitWolf(data, Centre.of(data), factor), factor, ledoitWolf, variance, covariance);
        assertShrinkage(Shrinkage.oas(rows, factor), factor, oas, oasVariance, oasCovariance);
    }

    private static void assertShrinkage(Shrinkage found, Factor factor, double intensity, double variance,
            double covariance) {
        assertEquals(intensity, found.intensity(), 1e-12);
        Matrix matrix = found.of(factor).covariance();
        assertEquals(variance, matrix.get(0, 0), 1e-12);
        assertEquals(covariance, matrix.get(0, 1), 1e-12);
        assertEquals(matrix.get(0, 1), matrix.get(1, 0));
    }

    /// Units of 1e-150 and 1e150 change nothing but the unit of the target.
    @Test
    void shrinkageDoesNotDependOnTheUnit() {
        Matrix data = RandomData.correlated(4, 20, 3, 1);
        Shrinkage usual = Shrinkage.ledoitWolf(data, Centre.of(data), population(data));
        for (int exponent : new int[]{-500, 500}) {
            Matrix scaled = new Matrix(20, 3, Arrays.stream(data.values()).map(x -> Math.scalb(x, exponent)).toArray());
            Shrinkage found = Shrinkage.ledoitWolf(scaled, Centre.of(scaled), population(scaled));
            assertEquals(usual.intensity(), found.intensity(), 1e-14);
            assertEquals(Shrinkage.oas(20, population(data)).intensity(),
                    Shrinkage.oas(20, population(scaled)).intensity(), 1e-14);
        }
    }

    /// Fewer rows than columns have a covariance of full rank, and distances by it are those of its inverse.
    @Test
    void fewRowsAreWhitenedByTheShrunkenCovariance() {
        Matrix data = RandomData.correlated(5, 6, 9, 0);
        Factor factor = population(data);
        Factor shrunken = Shrinkage.oas(6, factor).of(factor);
        shrunken.requireFullRank(String::valueOf);
        Centre centre = Centre.of(data);
        double[] expected = Whitening.forDistances(centre, Factor.ofCovariance(shrunken.covariance()))
                .distances(data, ALONE);
        assertArrayEquals(expected, Whitening.forDistances(centre, shrunken).distances(data, ALONE), 1e-9);
    }

    @Test
    void timesIsTheFactorOfTheMultiple() {
        for (Matrix data : List.of(RandomData.correlated(6, 30, 4, 2), RandomData.correlated(6, 3, 4, 2))) {
            Matrix one = population(data).withRidge(0.5).covariance();
            Matrix three = population(data).withRidge(0.5).times(3).covariance();
            for (int at = 0; at < one.values().length; at++) {
                assertEquals(3 * one.values()[at], three.values()[at], 1e-9 * Math.abs(three.values()[at]));
            }
            Matrix pair = population(data).withRidge(0.5).covariance(3, 1);
            assertEquals(one.get(3, 1), pair.get(0, 1), 1e-9 * Math.abs(one.get(3, 1)));
            assertEquals(one.get(3, 3), pair.get(0, 0), 1e-9 * one.get(3, 3));
        }
    }

    @Test
    void theDeterminantIsNoLargerThanThatOfScikitLearn() throws IOException {
        MinimumDeterminant two = mcd(moved(aliens(300, 2, 2), 90), 0);
        assertEquals(151, two.support());
        assertTrue(two.logDeterminant() <= -1.3877905558239465 + 1e-9, () -> "" + two.logDeterminant());
        MinimumDeterminant five = mcd(moved(aliens(200, 10, 5), 60), 0);
        assertEquals(103, five.support());
        assertTrue(five.logDeterminant() <= -0.7593508081692693 + 1e-9, () -> "" + five.logDeterminant());
    }

    /// Of all 792 sets of 7 of 12 rows, and of all neighbours in one column.
    @Test
    void ofSmallDataItIsTheSmallestOfAll() {
        for (int seed = 0; seed < 8; seed++) {
            Matrix data = RandomData.correlated(seed, 12, 2, 3);
            MinimumDeterminant found = mcd(data, 0);
            assertEquals(7, found.support());
            assertEquals(smallest(data, 7), found.logDeterminant(), 1e-9);
            Matrix column = RandomData.correlated(seed, 11, 1, 3);
            assertEquals(smallest(column, 6), mcd(column, 0).logDeterminant(), 1e-9);
        }
    }

    private static double smallest(Matrix data, int count) {
        double least = Double.POSITIVE_INFINITY;
        for (int set = 0; set < 1 << data.rows(); set++) {
            if (Integer.bitCount(set) == count) {
                double[] values = new double[count * data.columns()];
                int at = 0;
                for (int i = 0; i < data.rows(); i++) {
                    for (int j = 0; j < data.columns() && ((set >> i) & 1) == 1; j++) {
                        values[at++] = data.get(i, j);
                    }
                }
                Matrix s = Covariance.of(new Matrix(count, data.columns(), values), Divisor.SAMPLE);
                double determinant = data.columns() == 1
                        ? s.get(0, 0)
                        : s.get(0, 0) * s.get(1, 1) - s.get(0, 1) * s.get(1, 0);
                least = Math.min(least, Math.log(determinant));
            }
        }
        return least;
    }

    /// 45 % of the rows far away, which a classic covariance does not see.
    @Test
    void outliersThatHideThemselvesAreFound() {
        Matrix data = RandomData.correlated(9, 200, 3, 0);
        double[] values = data.values().clone();
        for (int at = 0; at < 90 * 3; at++) {
            values[at] += 300;
        }
        Matrix masked = new Matrix(200, 3, values);
        MinimumDeterminant found = mcd(masked, 0);
        double[] robust = Whitening.forDistances(found.centre(), found.factor()).distances(masked, ALONE);
        double[] classic = Whitening.forDistances(Centre.of(masked), population(masked)).distances(masked, ALONE);
        for (int i = 0; i < 90; i++) {
            assertTrue(robust[i] > 10 && classic[i] < 4, robust[i] + " " + classic[i]);
        }
        assertTrue(found.counted() >= 102 && found.counted() <= 110, () -> "" + found.counted());
    }

    @Test
    void unitsAndOffsetsDoNotMatter() {
        Matrix data = RandomData.correlated(10, 90, 3, 1);
        MinimumDeterminant usual = mcd(data, 0.75);
        Matrix other = new Matrix(90, 3, Arrays.stream(data.values()).map(x -> 8 * x).toArray());
        MinimumDeterminant scaled = mcd(other, 0.75);
        assertEquals(usual.counted(), scaled.counted());
        assertEquals(68, usual.support());
        assertArrayEquals(Arrays.stream(usual.factor().covariance().values()).map(x -> 64 * x).toArray(),
                scaled.factor().covariance().values(), 1e-9 * 64 * usual.factor().covariance().get(2, 2));
    }

    @Test
    void theResultDoesNotDependOnThreads() {
        Matrix data = RandomData.correlated(11, 800, 3, 1);
        MinimumDeterminant one = mcd(data, 0);
        try (Workers three = new Workers(3)) {
            MinimumDeterminant other = MinimumDeterminant.of(data, 0, String::valueOf, String::valueOf, three);
            assertArrayEquals(one.factor().root().values(), other.factor().root().values());
            assertArrayEquals(one.centre().mean(), other.centre().mean());
        }
    }

    @Test
    void allRowsGiveTheClassicDeterminant() {
        Matrix data = RandomData.correlated(12, 40, 2, 1);
        MinimumDeterminant found = mcd(data, 1);
        Matrix s = Covariance.of(data, Divisor.SAMPLE);
        assertEquals(Math.log(s.get(0, 0) * s.get(1, 1) - s.get(0, 1) * s.get(1, 0)), found.logDeterminant(), 1e-9);
    }

    /// Of normal data the root of the determinant is 1 on average, with many rows and with few: the factors are right.
    @ParameterizedTest
    @CsvSource({"16, 1, 0.08", "20, 2, 0.08", "24, 3, 0.08", "100, 2, 0.04"})
    void theFactorsAreThoseOfNormalData(int rows, int columns, double tolerance) {
        Random random = new Random(13);
        int trials = rows < 50 ? 120 : 40;
        double sum = 0;
        for (int trial = 0; trial < trials; trial++) {
            double[] values = random.doubles((long) rows * columns).map(x -> random.nextGaussian()).toArray();
            Matrix root = mcd(new Matrix(rows, columns, values), 0).factor().root();
            double log = 0;
            for (int j = 0; j < columns; j++) {
                log += 2 * Math.log(root.get(j, j));
            }
            sum += Math.exp(log / columns);
        }
        assertEquals(1, sum / trials, tolerance);
    }

    @Test
    void tooFewRowsAndPlanesAreRefused() {
        InputException few = assertThrows(InputException.class, () -> mcd(RandomData.correlated(1, 5, 3, 0), 0));
        assertEquals("has 5 rows, expected at least 6 for the minimum determinant of 3 columns", few.problem());
        double[] values = RandomData.correlated(1, 40, 3, 0).values().clone();
        for (int i = 0; i < 30; i++) {
            values[3 * i + 2] = values[3 * i] - values[3 * i + 1];
        }
        InputException plane = assertThrows(InputException.class, () -> mcd(new Matrix(40, 3, values), 0));
        assertEquals(
                "22 of 40 rows are not enough for the minimum determinant: of them the covariance has rank 2 of 3: "
                        + "column \"2\" depends on 0, 1",
                plane.problem());
        double[] constant = RandomData.correlated(1, 40, 2, 0).values().clone();
        for (int i = 5; i < 40; i++) {
            constant[2 * i] = 7;
        }
        InputException equal = assertThrows(InputException.class, () -> mcd(new Matrix(40, 2, constant), 0));
        assertTrue(equal.problem().endsWith("column \"0\" is constant"), equal::problem);
    }

    /// The worked examples of R's `p.adjust`.
    @Test
    void probabilitiesAreAdjusted() {
        double[] p = {0.03, Double.NaN, 0.01, 0.05, 0.02, 0.04};
        assertArrayEquals(new double[]{0.15, Double.NaN, 0.05, 0.25, 0.1, 0.2}, PValues.BONFERRONI.adjust(p), 1e-15);
        assertArrayEquals(new double[]{0.09, Double.NaN, 0.05, 0.09, 0.08, 0.09}, PValues.HOLM.adjust(p), 1e-15);
        assertArrayEquals(new double[]{0.05, Double.NaN, 0.05, 0.05, 0.05, 0.05}, PValues.BH.adjust(p), 1e-15);
        assertArrayEquals(new double[]{1, 1, 1}, PValues.BONFERRONI.adjust(new double[]{0.9, 0.4, 1}));
        assertArrayEquals(new double[]{0.06, 0.03, 0.5}, PValues.BH.adjust(new double[]{0.04, 0.01, 0.5}), 1e-15);
    }
}
