package hadamask.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hadamask.matrix.Matrix;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against a reference of 50 digits, on SciPy's two tables where they are there and on random ones.
class MinkowskiAccuracyTest {
    private static final MathContext DIGITS = new MathContext(60);
    private static final Path FOLDER = folder();

    private static Path folder() {
        String given = System.getProperty("conformance", "");
        return Path.of(given.isEmpty() || given.startsWith("$") ? "../shared/conformance" : given)
                .resolve("scipy-distances");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 1.23, 2, 3.8, 4.6, Double.POSITIVE_INFINITY})
    void scipysTablesAreRightToFourteenDigits(double p) throws IOException {
        assumeTrue(Files.exists(FOLDER), "skipped: there is no folder " + FOLDER);
        assertExact(read("cdist-X1.txt"), read("cdist-X2.txt"), p);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 1.23, 1.5, 2, 2.5, 3, 3.8, 4.6, Double.POSITIVE_INFINITY})
    void randomTablesAreRightToFourteenDigits(double p) {
        assertExact(Samples.rows(6, 23, 1), Samples.rows(7, 23, 2), p);
    }

    /// The root multiplies an error of the sum by 1 / p: it was 1.3e-13 at p = 0.01.
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.012, 0.0499, 0.05, 0.1, 0.3, 0.49, 0.6, 0.77})
    void smallOrdersOfManyColumnsAreRightToFourteenDigits(double p) {
        assertExact(Samples.rows(3, 301, 4), Samples.rows(2, 301, 5), p);
    }

    /// With weights of sum 1 the distance is near the geometric mean, however small p is; at 1e-12 four digits were right.
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.01, 1e-5, 1e-12})
    void meansOfAnySmallOrderAreRightToFourteenDigits(double p) {
        List<Double> weights = Collections.nCopies(8, 0.125);
        double[] u = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] v = {0.9, 0, 1e-3, 4.5, 5e3, 6.25, 9, -1};
        Matrix rows = new Matrix(2, 8, DoubleStream.concat(DoubleStream.of(u), DoubleStream.of(v)).toArray());
        double actual = Pairwise
                .of(new Metric.Minkowski(p), rows, PairwiseOptions.DEFAULT.withWeights(weights), Samples.ALONE)
                .block(0, 2, 0, 2).get(0, 1);
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 0; k < 8; k++) {
            BigDecimal difference = new BigDecimal(u[k] - v[k]).abs();
            sum = sum.add(power(difference, new BigDecimal(p)).multiply(new BigDecimal("0.125")));
        }
        assertClose(power(sum, BigDecimal.ONE.divide(new BigDecimal(p), new MathContext(80))), actual);
    }

    /// One column that differs gives its difference, whatever p is; several overflow.
    @Test
    void theLimitsOfSmallOrdersAreRight() {
        double[] weights = {1, 1, 1};
        double[] zero = new double[3];
        assertEquals(0.3, Norm.minkowski(new double[]{0, 0.3, 0}, zero, weights, 1e-9), 1e-16);
        assertEquals(3e-320, Norm.minkowski(new double[]{0, 3e-320, 0}, zero, weights, 0.01));
        assertEquals(Double.POSITIVE_INFINITY, Norm.minkowski(new double[]{1, 0.3, 0}, zero, weights, 1e-9));
        assertEquals(0, Norm.minkowski(zero, zero, weights, 0.01));
    }

    private static Matrix read(String name) throws IOException {
        double[][] rows = Files.readAllLines(FOLDER.resolve(name)).stream().filter(line -> !line.isBlank())
                .map(line -> Stream.of(line.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray())
                .toArray(double[][]::new);
        return new Matrix(rows.length, rows[0].length,
                Stream.of(rows).flatMapToDouble(DoubleStream::of).toArray());
    }

    private static void assertExact(Matrix from, Matrix to, double p) {
        Measure measure = Double.isInfinite(p) ? new Metric.Chebyshev() : new Metric.Minkowski(p);
        Block block = Pairwise.of(measure, from, to, PairwiseOptions.DEFAULT, Samples.ALONE).block(0, from.rows(), 0,
                to.rows());
        for (int i = 0; i < from.rows(); i++) {
            for (int j = 0; j < to.rows(); j++) {
                BigDecimal expected = reference(Samples.row(from, i), Samples.row(to, j), p);
                assertClose(expected, block.get(i, j));
            }
        }
    }

    private static void assertClose(BigDecimal expected, double actual) {
        BigDecimal error = new BigDecimal(actual).subtract(expected).abs();
        assertTrue(error.compareTo(expected.multiply(new BigDecimal("1e-14"))) <= 0, () -> expected + " " + error);
    }

    private static BigDecimal reference(double[] u, double[] v, double p) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal greatest = BigDecimal.ZERO;
        for (int k = 0; k < u.length; k++) {
            BigDecimal difference = new BigDecimal(u[k]).subtract(new BigDecimal(v[k])).abs();
            greatest = greatest.max(difference);
            if (!Double.isInfinite(p) && difference.signum() > 0) {
                sum = sum.add(power(difference, new BigDecimal(p)));
            }
        }
        return Double.isInfinite(p) ? greatest : power(sum, BigDecimal.ONE.divide(new BigDecimal(p), DIGITS));
    }

    private static BigDecimal power(BigDecimal x, BigDecimal p) {
        return exp(ln(x).multiply(p, DIGITS));
    }

    /// By halving the argument's distance to 1 with square roots, then the series of the inverse hyperbolic tangent.
    private static BigDecimal ln(BigDecimal x) {
        BigDecimal root = x;
        for (int k = 0; k < 10; k++) {
            root = root.sqrt(new MathContext(80));
        }
        MathContext more = new MathContext(80);
        BigDecimal t = root.subtract(BigDecimal.ONE).divide(root.add(BigDecimal.ONE), more);
        BigDecimal square = t.multiply(t, more);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal term = t;
        for (int k = 1; k < 80; k += 2) {
            sum = sum.add(term.divide(BigDecimal.valueOf(k), more));
            term = term.multiply(square, more);
        }
        return sum.multiply(BigDecimal.valueOf(2048));
    }

    private static BigDecimal exp(BigDecimal x) {
        BigDecimal small = x.divide(BigDecimal.valueOf(1024), DIGITS);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int k = 1; k < 40; k++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term);
        }
        for (int k = 0; k < 10; k++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }
}
