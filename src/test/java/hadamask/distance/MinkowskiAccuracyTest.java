package hadamask.distance;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hadamask.matrix.Matrix;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
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

    private static Matrix read(String name) throws IOException {
        double[][] rows = Files.readAllLines(FOLDER.resolve(name)).stream().filter(line -> !line.isBlank())
                .map(line -> Stream.of(line.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray())
                .toArray(double[][]::new);
        return new Matrix(rows.length, rows[0].length,
                Stream.of(rows).flatMapToDouble(DoubleStream::of).toArray());
    }

    private static void assertExact(Matrix from, Matrix to, double p) {
        Measure measure = Double.isInfinite(p) ? new Metric.Chebyshev() : new Metric.Minkowski(p);
        Block block = Pairwise.of(measure, from, to, Treatment.PLAIN, Samples.ALONE).block(0, from.rows(), 0,
                to.rows());
        for (int i = 0; i < from.rows(); i++) {
            for (int j = 0; j < to.rows(); j++) {
                BigDecimal expected = reference(Samples.row(from, i), Samples.row(to, j), p);
                BigDecimal error = new BigDecimal(block.get(i, j)).subtract(expected).abs();
                assertTrue(error.compareTo(expected.multiply(new BigDecimal("1e-14"))) <= 0,
                        () -> expected + " " + error);
            }
        }
    }

    private static BigDecimal reference(double[] u, double[] v, double p) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal greatest = BigDecimal.ZERO;
        for (int k = 0; k < u.length; k++) {
            BigDecimal difference = new BigDecimal(u[k]).subtract(new BigDecimal(v[k])).abs();
            greatest = greatest.max(difference);
            if (!Double.isInfinite(p) && difference.signum() > 0) {
                sum = sum.add(power(difference, BigDecimal.valueOf(p)));
            }
        }
        return Double.isInfinite(p) ? greatest : power(sum, BigDecimal.ONE.divide(BigDecimal.valueOf(p), DIGITS));
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
