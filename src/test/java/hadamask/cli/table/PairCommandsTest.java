package hadamask.cli.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hadamask.Hadamask;
import hadamask.cli.Console;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `distances` and `similarity` as a user calls them.
class PairCommandsTest {
    private static final String VECTORS = "1,2,3\n4,5,6\n1,0,0\n0,1,0\n";

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

    private static double[][] numbers(Run run) {
        assertEquals("", run.err());
        assertEquals(0, run.status());
        return run.out().lines().map(line -> Stream.of(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray())
                .toArray(double[][]::new);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void theWorkedExample() {
        assertEquals(Math.sqrt(27), numbers(run(VECTORS, "distances"))[0][1]);
        assertEquals(9, numbers(run(VECTORS, "distances", "-m", "manhattan"))[0][1]);
        double[][] cosine = numbers(run(VECTORS, "similarity"));
        assertEquals(0, cosine[2][3]);
        for (int i = 0; i < 4; i++) {
            assertEquals(1, cosine[i][i]);
        }
    }

    @ParameterizedTest
    @CsvSource({"euclidean, ml", "euclidean, ml-iris", "cityblock, ml", "cityblock, ml-iris", "chebyshev, ml",
        "chebyshev, ml-iris", "cosine, ml", "cosine, ml-iris", "correlation, ml", "correlation, ml-iris",
        "seuclidean, ml", "seuclidean, ml-iris", "minkowski-3.2, ml", "minkowski-3.2, ml-iris",
        "minkowski-5.8, ml-iris"})
    void scipysOwnCases(String name, String kind) throws IOException {
        String given = System.getProperty("conformance", "");
        Path cases = Path.of(given.isEmpty() || given.startsWith("$") ? "../shared/conformance" : given)
                .resolve("scipy-distances");
        assumeTrue(Files.exists(cases), "skipped: there is no folder " + cases);
        boolean iris = kind.endsWith("iris");
        String table = file("in.csv", commas(cases.resolve(iris ? "iris.txt" : "pdist-double-inp.txt")));
        String[] parts = name.split("-", 2);
        List<String> args = new ArrayList<>(
                List.of("distances", "-n", table, "--shape", "condensed", "-m", parts[0]));
        if (parts.length == 2) {
            args.addAll(List.of("--p", parts[1]));
        }
        double[][] found = numbers(run("", args.toArray(String[]::new)));
        double[] expected = Stream
                .of(Files.readString(cases.resolve("pdist-" + name + "-" + kind + ".txt")).strip().split("\\s+"))
                .mapToDouble(Double::parseDouble).toArray();
        assertEquals(expected.length, found.length);
        double absolute = !iris ? 0 : name.equals("cosine") ? 1e-8 : 1e-15;
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], found[k][0], 1e-7 * Math.abs(expected[k]) + absolute);
        }
    }

    private static String commas(Path blanks) throws IOException {
        StringBuilder text = new StringBuilder();
        Files.readAllLines(blanks).stream().filter(line -> !line.isBlank())
                .forEach(line -> text.append(line.strip().replaceAll("\\s+", ",")).append('\n'));
        return text.toString();
    }

    @Test
    void mahalanobisByHand() {
        double[][] found = numbers(run("0,0\n-1,0\n0,2\n1,0\n0,-2\n", "distances", "-m", "mahalanobis", "--shape",
                "condensed"));
        double r = Math.sqrt(2);
        double[] expected = {r, r, r, r, 2, 2 * r, 2, 2, 2 * r, 2};
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], found[k][0], 1e-14);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--shape square -f csv", "--shape square -f npy", "--shape lower -f json",
        "--shape condensed -f tsv", "--shape condensed -f npy", "--shape long -f csv", "--shape lower -f phylip",
        "--shape square -f phylip", "--knn 3", "--max-distance 1.5 -f json"})
    void theBytesDoNotDependOnTheThreads(String options) throws IOException {
        Random random = new Random(9);
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < 600; i++) {
            table.append(random.nextGaussian()).append(',').append(random.nextGaussian()).append('\n');
        }
        String data = file("data.csv", table.toString());
        byte[] one = output(data, options, 1);
        assertTrue(one.length > 0);
        assertArrayEquals(one, output(data, options, 2));
        assertArrayEquals(one, output(data, options, 7));
    }

    private byte[] output(String data, String options, int threads) throws IOException {
        Path target = folder.resolve("out-" + threads);
        Run run = run("", ("distances " + options + " -j " + threads + " -o " + target + " " + data).split(" "));
        assertEquals("", run.err());
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        String[] piped = ("distances " + options + " -j " + threads + " " + data).split(" ");
        Hadamask.commands().run(piped, new Console(new ByteArrayInputStream(new byte[0]), stream,
                new PrintWriter(new StringWriter())));
        byte[] file = Files.readAllBytes(target);
        assertArrayEquals(file, stream.toByteArray(), "a pipe has the bytes of a file");
        return file;
    }

    @ParameterizedTest
    @CsvSource({"0, --p", "-1, --p", "NaN, --p", "x, --p"})
    void anImpossibleOrderIsWrongUsage(String p, String option) {
        Run run = run(VECTORS, "distances", "-m", "minkowski", "--p=" + p);
        assertEquals(2, run.status());
        assertTrue(run.err().contains(option), run.err());
    }

    @Test
    void anOrderBelowOneIsANoteAndInfinityIsChebyshev() {
        Run small = run(VECTORS, "distances", "-m", "minkowski", "--p", "0.5");
        assertEquals(0, small.status());
        assertTrue(small.err().contains("no metric"));
        assertEquals(run(VECTORS, "distances", "-m", "chebyshev"),
                run(VECTORS, "distances", "-m", "minkowski", "--p", "inf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--knn 0", "--knn 2 --shape square", "--weights 1,2", "--weights 1,-1,0", "--weights 0,0,0",
        "--p 3", "-m mahalanobis --weights 1,1,1", "-m mahalanobis --missing pairwise", "--shape long -f npy",
        "--knn 1 --heatmap x.png", "--heatmap x.jpg", "--max-distance x", "-m nonsense", "--zero-vector x"})
    void optionsThatDoNotGoTogetherAreWrongUsage(String options) {
        Run run = run(VECTORS, ("distances " + options).split(" "));
        assertEquals(2, run.status(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void zeroVectorsAreNamed() {
        Run run = run("1,2\n0,0\n", "similarity");
        assertEquals(1, run.status());
        assertTrue(run.err().contains("row 2") && run.err().contains("--zero-vector"), run.err());
        assertEquals("1,0\n0,0\n", run("1,2\n0,0\n", "similarity", "--zero-vector", "0").out());
        assertEquals("0,1\n1,0\n", run("1,2\n0,0\n", "distances", "-m", "cosine", "--zero-vector", "0").out());
    }

    @Test
    void aConstantColumnHasNoStandardizedDistance() {
        Run run = run("a,b\n1,2\n1,3\n", "distances", "-m", "seuclidean");
        assertEquals(1, run.status());
        assertTrue(run.err().contains("column \"a\""), run.err());
    }

    @Test
    void withAnotherTableColumnsAreMatchedByName() throws IOException {
        String other = file("other.csv", "b,a\n0,1\n");
        assertEquals("0,5\n", run("a,b\n1,0\n4,4\n", "distances", "--with", other).out());
        assertEquals(2, run("a,b\n1,0\n", "distances", "--with", other, "--shape", "lower").status());
    }

    @Test
    void weightsCountAsInSciPy() {
        assertEquals("0,3\n3,0\n", run("0,0\n1,2\n", "distances", "--weights", "1,2").out());
        assertEquals("0,1\n1,0\n", run("0,0\n1,2\n", "distances", "-m", "linf", "--weights", "1,0").out());
    }

    @Test
    void theMostAlikeComeFirst() {
        assertEquals("id1,id2,similarity\n1,2,0.9746318461970762\n2,1,0.9746318461970762\n3,2,0.4558423058385518\n"
                + "4,2,0.5698028822981898\n", run(VECTORS, "similarity", "--knn", "1").out());
        assertEquals("id1,id2,similarity\n1,2,0.9746318461970762\n",
                run(VECTORS, "similarity", "--min-similarity", "0.9").out());
    }

    @Test
    void theHeatMapIsDarkOnTheDiagonalOfDistances() throws IOException {
        Path picture = folder.resolve("map.png");
        Run run = run(VECTORS, "distances", "--heatmap", picture.toString());
        assertEquals("", run.err());
        BufferedImage image = ImageIO.read(picture.toFile());
        assertTrue(image.getWidth() > 900 && image.getHeight() > 900);
    }

    @ParameterizedTest
    @ValueSource(strings = {"distances", "similarity"})
    void theHelpHasAHundredColumnsAndExamples(String command) {
        Run run = run("", command, "--help");
        assertEquals(0, run.status());
        assertTrue(run.out().lines().allMatch(line -> line.length() <= 100), run.out());
        assertTrue(run.out().contains("Examples:") && run.out().contains("Exit status:"), run.out());
    }
}
