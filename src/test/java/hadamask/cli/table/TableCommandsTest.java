package hadamask.cli.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.Hadamask;
import hadamask.cli.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableCommandsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private record Run(int status, String out, String err) {}

    private static Run run(String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int status = Hadamask.commands().run(args, new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, new PrintWriter(err, true)));
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString());
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static void assertPrints(String expected, Run run) {
        assertEquals("", run.err());
        assertEquals(expected, run.out());
        assertEquals(0, run.status());
    }

    @Test
    void theWorkedExampleOfTheHadamardProduct() throws IOException {
        String vectors = file("vectors.csv", "1,2,3\n4,5,6\n1,0,0\n0,1,0\n");
        String mask = file("mask.csv", "1,0,1\n0,0,0\n1,0,1\n0,0,0\n");
        assertPrints("1,0,3\n0,0,0\n1,0,0\n0,0,0\n", run("", "hadamard", vectors, mask));
    }

    @Test
    void otherShapesAreNotMultiplied() throws IOException {
        Run run = run("1,2\n", "hadamard", "-", file("b.csv", "1,2,3\n"));
        assertEquals(1, run.status());
        assertTrue(run.err().endsWith("b.csv: has 1 x 3 numbers, expected 1 x 2, the shape of the first\n"), run.err());
    }

    @Test
    void covarianceIsLabelledByTheColumns() {
        assertPrints(",x,y\nx,1,2\ny,2,4\n", run("x,y\n1,2\n2,4\n3,6\n", "covariance"));
        assertPrints(",x,y\nx,1,1\ny,1,1\n", run("x,y\n1,2\n2,4\n3,6\n", "covariance", "--correlation"));
        assertPrints("0.5\n", run("1\n2\n\n3\n2\n", "covariance", "--ddof", "0"));
    }

    @Test
    void mahalanobisGivesDistanceAndTail() {
        assertPrints("row,distance,p\n1,0.7071,0.4795\n2,0.7071,0.4795\n3,0,1\n4,1.414,0.1573\n",
                run("2\n2\n3\n5\n", "mahalanobis", "-n", "--digits", "4"));
        assertPrints("id,distance,p\na,1,0.3173\nb,0,1\nc,1,0.3173\n",
                run("name,v\na,1\nb,2\nc,3\n", "mahalanobis", "--digits", "4"));
    }

    @Test
    void aRowWithAMissingValueHasNoDistanceAndDoesNotCount() {
        assertPrints("row,distance,p\n1,1,0.3173\n2,nan,nan\n3,0,1\n4,1,0.3173\n",
                run("v\n1\nNA\n2\n3\n", "mahalanobis", "--missing", "nan", "--digits", "4"));
    }

    @Test
    void anotherTableGivesMeanAndCovariance() throws IOException {
        String other = file("other.csv", "y,x\n0,10\n1,20\n2,30\n");
        assertPrints("row,distance,p\n1,0,1\n", run("x,y\n20,1\n", "mahalanobis", "--cov-from", other, "--ridge", "1"));
        Run singular = run("x,y\n20,1\n", "mahalanobis", "--cov-from", other);
        assertEquals(1, singular.status());
        assertTrue(singular.err().endsWith("other.csv: the covariance has rank 1 of 2: column \"y\" depends on x "
                + "(use --pinv or --ridge)\n"), singular.err());
    }

    @Test
    void aGivenCovarianceIsUsed() throws IOException {
        String covariance = file("s.csv", "4,0\n0,9\n");
        assertPrints("row,distance,p\n1,1.414,0.3679\n2,1.414,0.3679\n",
                run("0,0\n4,6\n", "mahalanobis", "--cov", covariance, "--digits", "4"));
    }

    @Test
    void axesHaveEigenvalueDeviationShareAndDirection() {
        assertPrints("axis,eigenvalue,deviation,share,x,y\n1,4,2,0.8,1,0\n2,1,1,0.2,0,1\n",
                run("x,y\n2,0\n-2,0\n0,1\n0,-1\n2,1\n-2,-1\n2,-1\n-2,1\n0,0\n", "axes", "--columns", "x,y", "--cov",
                        fileOf("s.csv", "4,0\n0,1\n")));
    }

    private String fileOf(String name, String text) {
        try {
            return file(name, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whitenedRowsHaveTheIdentityAsCovariance() {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder("id,x,y\n");
        for (int i = 0; i < 50; i++) {
            double x = random.nextGaussian();
            text.append("r").append(i).append(',').append(x).append(',').append(100 * x + random.nextGaussian())
                    .append('\n');
        }
        for (String method : new String[]{"pca", "zca", "cholesky"}) {
            Run white = run(text.toString(), "whiten", "--method", method);
            assertEquals(0, white.status(), white.err());
            Run identity = run(white.out(), "covariance", "--digits", "9");
            double[] numbers = identity.out().lines().skip(1)
                    .flatMap(line -> java.util.Arrays.stream(line.split(",", -1)).skip(1))
                    .mapToDouble(Double::parseDouble).toArray();
            assertArrayEquals(new double[]{1, 0, 0, 1}, numbers, 1e-10);
        }
    }

    @Test
    void theResultDoesNotDependOnTheThreads() {
        Random random = new Random(2);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            text.append(random.nextGaussian()).append(',').append(random.nextGaussian()).append('\n');
        }
        for (String command : new String[]{"mahalanobis", "whiten", "covariance", "axes"}) {
            Run one = run(text.toString(), command, "-j", "1");
            assertEquals(0, one.status());
            assertEquals(one, run(text.toString(), command, "-j", "2"));
            assertEquals(one, run(text.toString(), command, "-j", "7"));
        }
    }

    @Test
    void aPictureShowsTwoColumns() throws IOException {
        String picture = folder.resolve("p.png").toString();
        Run run = run("x,y\n1,2\n2,5\n3,4\n7,9\n", "mahalanobis", "--plot", picture);
        assertEquals(0, run.status(), run.err());
        assertEquals(1200, ImageIO.read(Path.of(picture).toFile()).getWidth());
        Run three = run("1,2,3\n4,5,7\n", "mahalanobis", "--pinv", "--plot", picture);
        assertEquals("hadamask: standard input: has 3 columns, expected 2 to be drawn (choose two with --axes)\n",
                three.err());
    }

    @Test
    void aFailureLeavesNoFile() {
        Path output = folder.resolve("out.csv");
        assertEquals(1, run("1,2\n1,x\n", "covariance", "-o", output.toString()).status());
        assertFalse(Files.exists(output));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {"mahalanobis --ridge 0", "mahalanobis --ridge NaN", "mahalanobis --ddof 2",
        "mahalanobis --pinv --ridge 1", "mahalanobis --cov a --cov-from b", "mahalanobis --cov a --ddof 0",
        "whiten --method x", "covariance --digits 0", "covariance --digits 18", "covariance -j 0",
        "covariance --ddof 3", "covariance -f phylip", "covariance -d ,,", "covariance -d 1", "covariance --missing x",
        "hadamard - -", "hadamard a", "hadamard a b --missing drop", "mahalanobis --plot p.jpg",
        "mahalanobis --plot p.png -o p.png", "axes a b", "axes --no-such"})
    void wrongUsageIsOneLineAndStatusTwo(String line) {
        Run run = run("1,2\n3,4\n", line.split(" ", -1));
        assertEquals(2, run.status(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertEquals("", run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"covariance", "axes", "whiten", "mahalanobis"})
    void tooFewRowsForTheColumnsAreOneLineOrARightResult(String command) {
        for (String table : new String[]{"1,2\n", "a,b\n1,2\n", "1,2,3\n4,5,6\n", "1,1\n2,1\n5,1\n",
            "1,inf\n2,3\n4,4\n"}) {
            Run run = run(table, command);
            assertTrue(run.status() == 0 || run.status() == 1, run.err());
            assertEquals(run.status(), run.err().lines().count(), run.err());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"covariance", "axes", "whiten", "mahalanobis", "hadamard"})
    void helpFitsTheWidthAndHasThreeExamplesAndTheExitCodes(String command) {
        Run run = run("", command, "--help");
        assertTrue(run.out().lines().allMatch(line -> line.length() <= 100), run.out());
        assertEquals(3,
                run.out().lines().filter(line -> line.matches("  (cat .* [|] )?" + command + " .*samples/.*")).count());
        assertTrue(run.out().contains("Exit status:"));
    }
}
