package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers of tables that were wrong or refused, and messages that sent people to another column.
class TableNumbersTest {
    private static final Pattern REMEDY = Pattern.compile("\\(leave it out with --columns '([^']*)'\\)");

    @TempDir
    Path folder;

    private Path table(String name, String rows) {
        return Files.write(folder.resolve(name), rows.replace('|', '\n') + "\n");
    }

    private static double[] numbers(String text) {
        return Stream.of(text.strip().split("[,\n]")).mapToDouble(Double::parseDouble).toArray();
    }

    private void assertRefused(String expected, Run run) {
        assertEquals("hadamask: DIR/" + expected + "\n", run.err(folder));
        assertEquals(1, run.status());
        assertEquals("", run.text());
    }

    /// 13 / 14 is the correlation of 1, 2, 4 and 1, 3, 4 squared; squares of the columns vanish, lose digits, or overflow.
    @ParameterizedTest
    @ValueSource(strings = {"1", "1e-158", "1e-160", "1e-200", "1e-300", "1e160", "1e200", "1e300", "4e307"})
    void theUnitOfAColumnDoesNotShowInCorrelations(String unit) {
        String power = unit.substring(1);
        String digit = unit.substring(0, 1);
        Path file = table("unit.csv", digit.equals("4")
                ? "0.25e307,1|0.5e307,3|1e307,4"
                : "1" + power + ",1|2" + power + ",3|4" + power + ",4");
        double[] correlation = numbers(Run.quietly("covariance", "--correlation", file).text());
        double expected = 13 / 14.0;
        assertEquals(1, correlation[0]);
        assertEquals(1, correlation[3]);
        assertEquals(expected, correlation[1], 1e-15);
        assertEquals(expected, correlation[2], 1e-15);
        double[] pairwise = numbers(Run.quietly("covariance", "--correlation", "--missing", "pairwise",
                table("gap.csv", "1" + power + ",1|2" + power + ",3|,3|4" + power + ",4".replace("4e308", "1e308")))
                .text());
        assertEquals(1, pairwise[0]);
        assertTrue(Math.abs(pairwise[1] - expected) < 0.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"e-160", "e-200", "e-290", "e160", "e200", "e290"})
    void theUnitOfAColumnDoesNotShowInDistances(String power) {
        String rows = "1U,1|2U,3|4U,4|3U,1";
        Path plain = table("plain.csv", rows.replace("U", ""));
        Path scaled = table("scaled.csv", rows.replace("U", power));
        for (String command : List.of("mahalanobis", "distances -m seuclidean", "distances -m mahalanobis",
                "whiten --method cholesky",
                "mahalanobis --pinv", "distances -m seuclidean --weights 1,2")) {
            List<Object> words = List.of((Object[]) command.split(" "));
            double[] expected = numbers(run(words, plain).replaceFirst("^row.*\n", ""));
            double[] actual = numbers(run(words, scaled).replaceFirst("^row.*\n", ""));
            for (int k = 0; k < expected.length; k++) {
                assertEquals(expected[k], actual[k], 1e-14 * Math.max(1, Math.abs(expected[k])), command + power);
            }
        }
        double[] axes = numbers(
                Run.quietly("axes", scaled).text().replaceFirst("^axis.*\n", "").replace("inf", "Infinity"));
        assertEquals(power.startsWith("e-") ? 1 : 0, Math.round(axes[5]), "the second column, or the first");
        assertEquals(1, axes[3] + axes[9], 1e-15);
    }

    private static String run(List<Object> command, Path file) {
        return Run.quietly(Stream.concat(command.stream(), Stream.of(file)).toArray()).text();
    }

    /// Whole numbers are exact where they are as far from zero as 1e15; they were called constant.
    @Test
    void wholeNumbersFarFromZeroVary() {
        Random random = new Random(1);
        int[][] small = new int[14][6];
        for (int[] row : small) {
            Arrays.setAll(row, j -> (int) Math.round(5 * random.nextGaussian()));
        }
        Path near = table("near.csv", text(small, 0));
        Path far = table("far.csv", text(small, 1_000_000_000_000_000L));
        double[] expected = numbers(Run.quietly("mahalanobis", near).text().replaceFirst("^row.*\n", ""));
        double[] actual = numbers(Run.quietly("mahalanobis", far).text().replaceFirst("^row.*\n", ""));
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], actual[k], 1e-12);
        }
    }

    private static String text(int[][] rows, long offset) {
        return Arrays.stream(rows).map(row -> IntStream.of(row).mapToObj(value -> String.valueOf(value + offset))
                .collect(Collectors.joining(","))).collect(Collectors.joining("|"));
    }

    /// What varies by its rounding alone is neither constant nor worth a distance.
    @Test
    void whatVariesByItsRoundingIsNotCalledConstant() {
        String rows = IntStream.range(0, 12).mapToObj(i -> (1e15 + 0.125 * (i % 3)) + "," + i * i)
                .collect(Collectors.joining("|"));
        assertRefused("rounded.csv: the covariance has rank 1 of 2: column \"1\" varies no more than its numbers are"
                + " rounded (use --pinv or --ridge)", Run.of("mahalanobis", table("rounded.csv", rows)));
    }

    /// SciPy from 1.15 on: rows are sets of columns. Before, columns of different counts differed.
    @ParameterizedTest
    @CsvSource({"jaccard, 0.25, '', 0", "nonzero-hamming, 0.75, '', 0", "jaccard, 0.4, '1,0.5,2,1.5', 0",
        "nonzero-hamming, 0.9, '1,0.5,2,1.5', 0"})
    void jaccardIsThatOfSets(String metric, double expected, String weights, double itself) {
        Path counts = table("counts.csv", "18,11,13,22,0|19,11,0,12,0".replace(",0|", "|").replaceFirst(",0$", ""));
        Run run = weights.isEmpty()
                ? Run.quietly("distances", counts, "-m", metric)
                : Run.quietly("distances", counts, "-m", metric, "--weights", weights);
        double[] distances = numbers(run.text());
        assertEquals(expected, distances[1], 1e-15);
        assertEquals(distances[1], distances[2]);
        assertEquals(itself, distances[0]);
    }

    @Test
    void emptySetsAreEqual() {
        assertEquals("0,0,1\n0,0,1\n1,1,0\n",
                Run.quietly("distances", table("empty.csv", "0,0|-0.0,0|0,2"), "-m", "jaccard").text());
        assertEquals("0,nan\nnan,nan\n",
                Run.quietly("distances", table("gap.csv", "0,1|,2"), "-m", "jaccard", "--missing", "nan").text());
    }

    /// The remedy is typed as it stands.
    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {"1,5,7|2,5,8|3,5,1 > -m seuclidean > 2 > !2",
        "1,5,7|2,5,8|3,5,1 > -m seuclidean --columns 2,3 > 2 > 2,3,!2",
        "a,1,5,7|b,2,5,8|c,3,5,1 > -m seuclidean -n > 3 > !3",
        "id,x,y,z|a,1,5,7|b,2,5,8|c,3,5,1 > -m seuclidean > \"y\" > !3",
        "9,1,5,7|8,2,5,8|7,3,5,1 > -m seuclidean --id 2 --columns 4,3,1 > 3 > 4,3,1,!3"})
    void aConstantColumnIsCountedAsInTheFile(String rows, String options, String title, String remedy) {
        Path file = table("data.csv", rows);
        List<Object> words = Stream.concat(Stream.of("distances", file), Stream.of(options.split(" ")))
                .collect(Collectors.toList());
        Run run = Run.of(words.toArray());
        assertRefused("data.csv: column " + title + ": has the variance 0.0, expected one above 0 (leave it out with"
                + " --columns '" + remedy + "')", run);
        Matcher said = REMEDY.matcher(run.err());
        assertTrue(said.find());
        int given = words.indexOf("--columns");
        if (given >= 0) {
            words.set(given + 1, said.group(1));
        } else {
            words.addAll(List.of("--columns", said.group(1)));
        }
        Run.quietly(words.toArray());
    }

    @Test
    void aDependentColumnIsCountedAsInTheFile() {
        Path file = table("dep.csv", "a,1.5,2,4|b,2.5,5,10|c,3,1,2|d,4,4,8|e,5,7,14");
        assertRefused("dep.csv: the covariance has rank 2 of 3: column \"4\" depends on 3 (use --pinv or --ridge)",
                Run.of("mahalanobis", file));
        assertRefused("dep.csv: the covariance has rank 2 of 3: column \"3\" depends on 4 (use --pinv or --ridge)",
                Run.of("mahalanobis", file, "--columns", "4,2,3"));
        Path infinite = table("inf.csv", "a,1.5,2|b,2,inf|c,4,1|d,3,3");
        assertRefused("inf.csv: row 2 (\"b\"), column 3: is infinite, expected a finite number for a covariance",
                Run.of("mahalanobis", infinite));
    }

    @Test
    void hadamardMatchesNamesAndLabels() {
        Path a = table("a.csv", "id,x,y|r1,1,2|r2,3,4");
        Path mask = table("mask.csv", "id,y,x|r2,1,0|r1,1,0");
        assertEquals(",x,y\nr1,0,2\nr2,0,4\n", Run.quietly("hadamard", a, mask).text());
        assertEquals(",x,y\nr1,0,8\nr2,0,20\n",
                Run.quietly("hadamard", a, table("m.csv", "id,y,x|r2,5,0|r1,4,0")).text());
        assertEquals("5,12\n21,32\n", Run.quietly("hadamard", table("p.csv", "1,2|3,4"), table("q.csv", "5,6|7,8"))
                .text());
        assertEquals("x,y\n5,12\n21,32\n",
                Run.quietly("hadamard", table("p.csv", "x,y|1,2|3,4"), table("q.csv", "5,6|7,8")).text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {"id,x,z|r1,1,2|r2,3,4 > has no column \"y\" as DIR/a.csv has",
        "id,x,y|r1,1,2|r3,3,4 > has no row \"r2\" as DIR/a.csv has",
        "id,x,y|r1,1,2|r1,3,4 > two rows have the name \"r1\", expected names that can be matched with those of DIR/a.csv",
        "id,x,y,z|r1,1,2,3|r2,3,4,5 > has a column \"z\", expected none, as DIR/a.csv has none",
        "id,x,y|r1,1,2|r2,3,4|r3,5,6 > has a row \"r3\", expected none, as DIR/a.csv has none"})
    void hadamardRefusesWhatTheOtherHasNot(String rows, String expected) {
        Path a = table("a.csv", "id,x,y|r1,1,2|r2,3,4");
        assertRefused("other.csv: " + expected, Run.of("hadamard", a, table("other.csv", rows), "-q"));
    }

    @Test
    void phylipHasNoNanAndNoEmptyName() {
        Path out = folder.resolve("tree.phy");
        Path gap = table("n.csv", "a,1.5,|b,3,4|c,4,5");
        assertRefused(
                "n.csv: row 1 (\"a\"), column 3: is missing, and makes distances nan, which PHYLIP has not (choose"
                        + " --missing pairwise or drop)",
                Run.of("distances", gap, "--missing", "nan", "-f", "phylip"));
        Run.quietly("distances", gap, "--missing", "pairwise", "-f", "phylip");
        assertRefused("zero.csv: the distance of \"a\" to \"b\" is nan, expected a finite number: PHYLIP has no other",
                Run.of("distances", table("zero.csv", "a,1.5,2|b,0,0"), "-m", "cosine", "--zero-vector", "nan", "-o",
                        out));
        assertRefused("inf.csv: the distance of \"a\" to \"b\" is inf, expected a finite number: PHYLIP has no other",
                Run.of("distances", table("inf.csv", "a,1.5,2|b,inf,0"), "-f", "phylip", "--shape", "square"));
        assertRefused("e.csv: row 2 has no name, expected one for PHYLIP (a name of blanks would shift the numbers)",
                Run.of("distances", table("e.csv", "id,x|a,1.5|,2|c,4"), "-o", out));
        assertRefused("twice.csv: two rows have the PHYLIP name \"a_b\", expected another each",
                Run.of("distances", table("twice.csv", "a b,1.5|a_b,2"), "-f", "phylip"));
        assertTrue(!java.nio.file.Files.exists(out));
    }

    @Test
    void anOrderIsSaidAsItWasTyped() {
        Run run = Run.of("distances", table("two.csv", "1,5|2,5"), "-m", "minkowski", "--p", "1e-5");
        assertEquals("--p: 1e-5 is below 1: the triangle inequality does not hold, so this is no metric\n", run.err());
        assertEquals("0,1\n1,0\n", run.text());
    }
}
