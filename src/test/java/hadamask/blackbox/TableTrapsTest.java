package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What other tools get wrong, through the command line: each test is named by what must not happen, or what must.
///
/// Threads that reorder rows are in [PairThreadsTest]; memory, indices beyond 2^31 and closed pipes in [TablesIT].
class TableTrapsTest {
    @TempDir
    Path folder;

    private Run run(String table, String command) {
        Path file = Files.write(folder.resolve("data.csv"), table);
        return Run.of(Arrays.stream((command + " FILE").split(" ", -1))
                .map(word -> word.equals("FILE") ? file : word.replace("DIR", folder.toString())).toArray());
    }

    private String output(String table, String command) {
        return run(table, command).succeeded().text();
    }

    private double distance(String table, String command) {
        return TableTexts.numbers(output(table, command + " --shape condensed"), ",")[0][0];
    }

    @Test
    void normsThatAreSubtractedDoNotCancel() {
        assertEquals("1\n", output("100000000\n100000001\n", "distances --shape condensed"));
        assertEquals("0,1\n1,0\n", output("1e16,1\n1e16,2\n", "distances"));
    }

    @Test
    void anOffsetOfAMillionDoesNotChangeTheNearestNeighbours() {
        Random random = new Random(7);
        StringBuilder near = new StringBuilder();
        StringBuilder far = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            // Quarters are exact with and without the offset.
            double x = random.nextInt(400) / 4.0;
            double y = random.nextInt(400) / 4.0;
            near.append(x).append(',').append(y).append('\n');
            far.append(x + 1e6).append(',').append(y + 1e6).append('\n');
        }
        assertEquals(output(near.toString(), "distances --knn 3"), output(far.toString(), "distances --knn 3"));
    }

    @Test
    void squaresNeitherOverflowNorVanish() {
        assertEquals("5e200\n", output("3e200,4e200\n0,0\n", "distances --shape condensed --digits 15"));
        assertEquals("5e-200\n", output("3e-200,4e-200\n0,0\n", "distances --shape condensed --digits 15"));
        assertEquals(0.96, distance("3e200,4e200\n4,3\n", "similarity"), 1e-15);
        assertEquals(0.96, distance("3e-200,4e-200\n4,3\n", "similarity"), 1e-15);
        assertEquals(0.04, distance("3e200,4e200\n4e-200,3e-200\n", "distances -m cosine"), 1e-15);
    }

    @ParameterizedTest
    @CsvSource({"50, 1.0139594797900291e9", "1000, 1.0006933874625807e9", "1e300, 1e9", "inf, 1e9"})
    void aLargeOrderOfMinkowskiFactorsOutTheMaximum(String p, double expected) {
        assertEquals(expected, distance("1e9,0\n0,1e9\n", "distances -m minkowski --p " + p), 1e-5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "nan"})
    void anOrderOfMinkowskiThatIsNotAboveZeroIsWrongUsage(String p) {
        assertEquals(2, run("1,2\n3,4\n", "distances -m minkowski --p=" + p).status());
    }

    @Test
    void chebyshevDoesNotDropAMissingValue() {
        String table = "1,NaN,3\n4,5,7\n";
        assertEquals(1, run(table, "distances -m chebyshev").status());
        assertEquals("nan\n", output(table, "distances -m chebyshev --missing nan --shape condensed"));
        assertEquals("4\n", output(table, "distances -m chebyshev --missing pairwise --shape condensed"));
        assertEquals("nan\n", output("NaN,NaN\n1,2\n", "distances -m chebyshev --missing pairwise --shape condensed"));
        assertEquals("0\n", output(table, "distances -q -m chebyshev --missing drop"));
    }

    @Test
    void aMissingValueIsTreatedAlikeByEveryMetric() {
        for (String metric : new String[]{"euclidean", "sqeuclidean", "manhattan", "minkowski", "chebyshev",
            "mahalanobis", "cosine", "correlation", "canberra", "braycurtis", "seuclidean", "hamming", "jaccard",
            "nonzero-hamming"}) {
            String found = output("1,NaN,3\n4,5,7\n2,2,1\n8,3,1\n6,1,2\n",
                    "distances --missing nan --shape condensed -m " + metric);
            assertTrue(found.startsWith("nan\nnan\nnan\nnan\n"), metric);
            assertEquals(6, found.lines().filter(line -> !line.equals("nan")).count(), metric);
        }
    }

    @Test
    void aBadCellIsNoNumberAndAHeaderIsNoRowOfZeros() {
        Run bad = run("v,w\n1,2\n1,2\n1,2\n1,2\n1,2\n3,n/a\n", "distances");
        assertEquals("hadamask: DIR/data.csv: row 7, column \"w\": \"n/a\" is not a number (for missing values choose "
                + "--missing nan, pairwise or drop)\n", bad.err(folder));
        assertEquals(1, bad.status());
        assertEquals("0,1\n1,0\n", output("v,w\n1,2\n1,3\n", "distances"));
    }

    @Test
    void aZeroVectorHasNoCosineUnlessAskedFor() {
        Run refused = run("1,2\n0,0\n", "similarity");
        assertEquals(1, refused.status());
        assertTrue(refused.err().contains("row 2: "), refused.err());
        assertEquals("1,nan\nnan,nan\n", output("1,2\n0,0\n", "similarity --zero-vector nan"));
        assertEquals("1,0\n0,0\n", output("1,2\n0,0\n", "similarity --zero-vector 0"));
    }

    @Test
    void equalRowsHaveTheCosineOneExactly() {
        String twice = TableTexts.normal(150, 11, 3, false).repeat(2);
        double[][] similarity = TableTexts.numbers(output(twice, "similarity"), ",");
        double[][] distance = TableTexts.numbers(output(twice, "distances -m cosine"), ",");
        for (int i = 0; i < 300; i++) {
            assertEquals(1, similarity[i][(i + 150) % 300]);
            assertEquals(0, distance[i][(i + 150) % 300]);
            for (int j = 0; j < 300; j++) {
                assertTrue(Math.abs(similarity[i][j]) <= 1 && distance[i][j] >= 0 && distance[i][j] <= 2);
            }
        }
    }

    @Test
    void aSingularCovarianceIsNotInvertedToNoise() {
        StringBuilder table = new StringBuilder("a,b,c,d\n");
        Random random = new Random(4);
        for (int i = 0; i < 40; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            double c = random.nextGaussian();
            table.append(a).append(',').append(b).append(',').append(c).append(',').append(a - 2 * b + 0.3 * c)
                    .append('\n');
        }
        String expected = "the covariance has rank 3 of 4: column \"d\" depends on a, b, c (use --pinv or --ridge)\n";
        for (String command : new String[]{"distances -m mahalanobis", "mahalanobis", "whiten"}) {
            Run run = run(table.toString(), command);
            assertEquals("hadamask: DIR/data.csv: " + expected, run.err(folder));
            assertEquals(1, run.status());
            run(table.toString(), command + " --pinv").succeeded();
            run(table.toString(), command + " --ridge 0.1").succeeded();
        }
        String three = output(table.toString(), "distances -m mahalanobis --columns a-c --digits 8");
        assertEquals(three, output(table.toString(), "distances -m mahalanobis --pinv --digits 8"));
    }

    @Test
    void theCovarianceHasOneDeclaredSource() {
        Path other = Files.write(folder.resolve("other.csv"), TableTexts.normal(30, 2, 6, false));
        String table = TableTexts.normal(20, 2, 5, false);
        String itself = output(table, "distances -m mahalanobis --with DIR/other.csv");
        assertEquals(itself, output(table, "distances -m mahalanobis --with DIR/other.csv --cov-from FILE"));
        assertNotEquals(itself, output(table, "distances -m mahalanobis --with DIR/other.csv --cov-from " + other));
        double sample = distance(table, "distances -m mahalanobis");
        double population = distance(table, "distances -m mahalanobis --ddof 0");
        assertEquals(Math.sqrt(20.0 / 19), population / sample, 1e-14);
    }

    @Test
    void theCovarianceOfLargeNumbersKeepsItsDigits() {
        String table = "100000000.1,5\n100000000.2,5\n100000000.3,5\n";
        double[][] covariance = TableTexts.numbers(output(table, "covariance"), ",");
        assertEquals(0.01, covariance[0][0], 1e-8);
        assertArrayEquals(new double[]{0, 0}, covariance[1]);
        String correlation = output("1e9,3\n1000000001,5\n1000000002,7\n", "covariance --correlation");
        assertEquals("1,1\n1,1\n", correlation);
    }

    @Test
    void theSignsOfAxesDoNotDependOnTheDirectionOfTheData() {
        String table = "2,1\n4,3\n6,4\n8,9\n";
        String axes = output(table, "axes");
        assertEquals(axes, output("-2,-1\n-4,-3\n-6,-4\n-8,-9\n", "axes"));
        assertEquals(output(table, "axes --digits 12"), output("8,9\n6,4\n4,3\n2,1\n", "axes --digits 12"));
        double[][] lines = TableTexts.numbers(axes.replaceFirst(".*\n", ""), ",");
        assertTrue(lines[0][1] > lines[1][1]);
        for (double[] line : lines) {
            assertTrue((Math.abs(line[4]) > Math.abs(line[5]) ? line[4] : line[5]) > 0);
        }
    }

    @Test
    void raggedRowsAreNotFilledWithZeros() {
        Run run = run("1,2,3,4,5\n1,2,3,4,5\n1,2,3,4,5,6\n", "distances");
        assertEquals("hadamask: DIR/data.csv: row 3 has 6 fields, expected 5\n", run.err(folder));
        assertEquals(1, run.status());
    }

    @Test
    void numbersAreAsShortAsTheyCanBeAndRoundedOnlyWhenAskedFor() {
        assertEquals("0.1\n0.30000000000000004\n0.20000000000000004\n",
                output("0\n0.1\n0.30000000000000004\n", "distances --shape condensed"));
        assertEquals("0.1\n0.3\n0.2\n", output("0\n0.1\n0.30000000000000004\n",
                "distances --shape condensed --digits 2"));
        for (String line : output(TableTexts.normal(100, 5, 8, false), "distances --shape condensed").lines()
                .toList()) {
            // The JDK's shortest decimal has as many digits.
            String digits = String.valueOf(Double.parseDouble(line)).replaceAll("E.*|[.]0$", "").replaceAll("\\D", "");
            assertEquals(digits.replaceAll("^0+", ""), line.replaceAll("e.*", "").replaceAll("\\D", "")
                    .replaceAll("^0+", ""));
        }
    }
}
