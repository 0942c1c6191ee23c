package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cases that can be checked by hand, through the command line; the first ones on the tables of `samples`.
class TableExamplesTest {
    private static final Path VECTORS = Files.SAMPLES.resolve("vectors.csv");
    private static final double R = Math.sqrt(2);

    @TempDir
    Path folder;

    private double[] condensed(String table, Object... options) {
        Path file = Files.write(folder.resolve("data.csv"), table);
        Object[] args = Stream
                .concat(Stream.of("distances", "-m", "mahalanobis", "--shape", "condensed", file),
                        Arrays.stream(options))
                .toArray();
        return Stream.of(TableTexts.numbers(Run.quietly(args).text(), ",")).flatMapToDouble(DoubleStream::of).toArray();
    }

    @Test
    void theWorkedExampleOfDistances() {
        double[][] euclidean = TableTexts.numbers(Run.quietly("distances", VECTORS).text(), ",");
        assertEquals(Math.sqrt(27), euclidean[0][1]);
        assertEquals("5.196", Run.quietly("distances", VECTORS, "--digits", 4).text().split("[,\n]", -1)[1]);
        double[][] manhattan = TableTexts.numbers(Run.quietly("distances", VECTORS, "-m", "manhattan").text(), ",");
        assertEquals(9, manhattan[0][1]);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertEquals(euclidean[j][i], euclidean[i][j]);
                assertEquals(i == j, manhattan[i][j] == 0);
            }
        }
    }

    @Test
    void theWorkedExampleOfSimilarity() {
        double[][] cosine = TableTexts.numbers(Run.quietly("similarity", VECTORS).text(), ",");
        assertEquals(0, cosine[2][3]);
        for (int i = 0; i < 4; i++) {
            assertEquals(1, cosine[i][i]);
        }
    }

    @Test
    void theWorkedExampleOfTheHadamardProduct() {
        assertEquals("1,0,3\n0,0,0\n1,0,0\n0,0,0\n",
                Run.quietly("hadamard", VECTORS, Files.SAMPLES.resolve("mask.csv")).text());
    }

    @Test
    void mahalanobisOfOneColumn() {
        assertArrayEquals(new double[]{0, Math.sqrt(.5), Math.sqrt(4.5), Math.sqrt(.5), Math.sqrt(4.5), R},
                condensed("2\n2\n3\n5\n"), 1e-15);
    }

    @Test
    void mahalanobisOfTwoColumns() {
        assertArrayEquals(new double[]{R, R, R, R, 2, 2 * R, 2, 2, 2 * R, 2},
                condensed("0,0\n-1,0\n0,2\n1,0\n0,-2\n"), 1e-15);
    }

    @Test
    void mahalanobisByAGivenCovariance() {
        // The inverse of [[2,1,0],[1,2,1],[0,1,2]].
        Path covariance = Files.write(folder.resolve("s.csv"), "0.75,-0.5,0.25\n-0.5,1,-0.5\n0.25,-0.5,0.75\n");
        assertArrayEquals(new double[]{Math.sqrt(6)}, condensed("1,2,3\n1,1,5\n", "--cov", covariance), 1e-15);
    }

    @Test
    void euclideanDistancesOfWhitenedRowsAreMahalanobisDistances() {
        String table = TableTexts.normal(60, 4, 9, false);
        double[] expected = condensed(table);
        for (String method : new String[]{"pca", "zca", "cholesky"}) {
            Path white = folder.resolve("white.csv");
            Run.quietly("whiten", folder.resolve("data.csv"), "--method", method, "-o", white);
            double[][] found = TableTexts.numbers(Run.quietly("distances", white, "-n", "--shape", "condensed").text(),
                    ",");
            assertArrayEquals(expected, Stream.of(found).flatMapToDouble(DoubleStream::of).toArray(), 1e-13);
        }
    }
}
