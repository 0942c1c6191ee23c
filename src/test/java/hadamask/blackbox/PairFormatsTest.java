package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// All shapes and formats hold the same numbers, to the bit; the square CSV is what the others are held against.
class PairFormatsTest {
    @TempDir
    Path folder;

    private Path data = Path.of("");
    private Path other = Path.of("");

    @BeforeEach
    void makeTables() {
        data = Files.write(folder.resolve("data.csv"), TableTexts.normal(270, 4, 11, false));
        other = Files.write(folder.resolve("other.csv"), TableTexts.normal(33, 4, 12, false));
    }

    private Run run(String command, String options) {
        List<Object> args = new ArrayList<>(List.of(command, data));
        Stream.of(options.split(" ")).map(word -> word.equals("OTHER") ? other : word).forEach(args::add);
        return Run.of(args.toArray());
    }

    private double[][] matrix(String command, String options) {
        return TableTexts.numbers(run(command, options).succeeded().text(), ",");
    }

    private static double[] flat(double[][] rows) {
        return Stream.of(rows).flatMapToDouble(DoubleStream::of).toArray();
    }

    private static double[] lower(double[][] square) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < square.length; i++) {
            rows.add(java.util.Arrays.copyOf(square[i], i + 1));
        }
        return flat(rows.toArray(double[][]::new));
    }

    private static double[] condensed(double[][] square) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < square.length; i++) {
            rows.add(java.util.Arrays.copyOfRange(square[i], i + 1, square.length));
        }
        return flat(rows.toArray(double[][]::new));
    }

    /// The numbers of a `.npy`, whose header must promise that shape.
    private static double[] npy(byte[] bytes, String shape) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int start = 10 + buffer.getChar(8);
        assertEquals(0, start % 64);
        String header = new String(bytes, 10, start - 10, java.nio.charset.StandardCharsets.US_ASCII);
        assertEquals("{'descr': '<f8', 'fortran_order': False, 'shape': (" + shape + "), }", header.strip());
        double[] numbers = new double[(bytes.length - start) / Double.BYTES];
        buffer.position(start).slice().order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(numbers);
        return numbers;
    }

    /// All numbers that stand in the `values` of a JSON.
    private static double[] json(String text) {
        return Stream.of(text.substring(text.indexOf("\"values\"")).split("[^0-9eE.+-]+")).filter(w -> !w.isEmpty())
                .filter(w -> !w.equals("e")).mapToDouble(Double::parseDouble).toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"distances", "similarity"})
    void theShapesHoldTheNumbersOfTheSquare(String command) {
        double[][] square = matrix(command, "--shape square");
        assertEquals(270, square.length);
        double[][] triangle = matrix(command, "--shape lower");
        for (int i = 0; i < triangle.length; i++) {
            assertEquals(i + 1, triangle[i].length);
        }
        assertArrayEquals(lower(square), flat(triangle));
        assertArrayEquals(condensed(square), flat(matrix(command, "--shape condensed")));
        List<String> pairs = run(command, "--shape long").succeeded().text().lines().toList();
        assertEquals(command.equals("distances") ? "id1,id2,distance" : "id1,id2,similarity", pairs.getFirst());
        int k = 1;
        for (int i = 0; i < 270; i++) {
            for (int j = i + 1; j < 270; j++) {
                assertPair(i, j, square[i][j], pairs.get(k++));
            }
        }
        assertEquals(pairs.size(), k);
    }

    private static void assertPair(int i, int j, double value, String line) {
        String[] cells = line.split(",", -1);
        assertEquals(3, cells.length);
        assertEquals(String.valueOf(i + 1), cells[0]);
        assertEquals(String.valueOf(j + 1), cells[1]);
        assertEquals(value, Double.parseDouble(cells[2]));
    }

    @ParameterizedTest
    @CsvSource({"distances, square", "distances, lower", "distances, condensed", "similarity, square",
        "similarity, lower", "similarity, condensed"})
    void theFormatsHoldTheNumbersOfTheCsvToTheBit(String command, String shape) {
        double[] expected = flat(matrix(command, "--shape " + shape));
        String text = run(command, "-f tsv --shape " + shape).succeeded().text();
        assertArrayEquals(expected, flat(TableTexts.numbers(text, "\t")));
        assertArrayEquals(expected, json(run(command, "-f json --shape " + shape).succeeded().text()));
        byte[] npy = run(command, "-f npy --shape " + shape).succeeded().out();
        assertArrayEquals(expected, npy(npy, shape.equals("square") ? "270, 270" : expected.length + ","));
    }

    /// To a pipe, in order, and to a file, in any order.
    @ParameterizedTest
    @ValueSource(strings = {"square", "condensed"})
    void float32IsTheSameNumbersRoundedInHalfOfTheBytes(String shape) {
        double[] expected = flat(matrix("distances", "--shape " + shape));
        byte[] piped = run("distances", "-f npy --dtype float32 --shape " + shape).succeeded().out();
        Path file = folder.resolve("half.npy");
        run("distances", "--dtype float32 --shape " + shape + " -o " + file).succeeded();
        assertArrayEquals(piped, Files.read(file));
        ByteBuffer buffer = ByteBuffer.wrap(piped).order(ByteOrder.LITTLE_ENDIAN);
        int start = 10 + buffer.getChar(8);
        String header = new String(piped, 10, start - 10, java.nio.charset.StandardCharsets.US_ASCII);
        assertTrue(header.startsWith("{'descr': '<f4', 'fortran_order': False, "), header);
        assertEquals(start + 4L * expected.length, piped.length);
        for (int k = 0; k < expected.length; k++) {
            assertEquals((float) expected[k], buffer.getFloat(start + 4 * k));
        }
    }

    @Test
    void whatFloat32CannotHoldIsRefused() {
        Path wide = Files.write(folder.resolve("wide.csv"), "1e20,2\n-1e20,3\ninf,2\n");
        Path file = folder.resolve("wide.npy");
        assertEquals(0, Run.of("distances", wide, "-o", file, "--dtype", "float32").status());
        Run run = Run.of("distances", "-m", "sqeuclidean", wide, "-o", folder.resolve("no.npy"), "--dtype", "float32");
        assertEquals(
                "hadamask: DIR/wide.csv: the result 4e40 is beyond the range of float32, expected less than 3.4028236e38 "
                        + "(use --dtype float64)\n",
                run.err(folder));
        assertEquals(1, run.status());
        assertEquals(false, Files.exists(folder.resolve("no.npy")));
    }

    @Test
    void howNearRowsAreLookedForIsSaid() {
        assertTrue(run("distances", "-v --knn 3").err()
                .contains("near rows are looked for among all pairs: these are few"));
        Path many = Files.write(folder.resolve("many.csv"), TableTexts.normal(2500, 2, 13, false));
        String said = Run.of("distances", "-v", "--max-distance", "0.01", many).err();
        assertTrue(said.contains("near rows are looked for by a tree: a row is compared with about"), said);
        said = Run.of("distances", "-v", "-m", "braycurtis", "--knn", "3", many).err();
        assertTrue(said.contains("near rows are looked for among all pairs: the metric allows no tree"), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"square", "lower"})
    void phylipHoldsTheSameNumbersBehindItsNames(String shape) {
        List<String> lines = run("distances", "-f phylip --shape " + shape).succeeded().text().lines().toList();
        double[][] square = matrix("distances", "--shape square");
        assertEquals("270", lines.getFirst());
        for (int i = 0; i < 270; i++) {
            String line = lines.get(i + 1);
            assertEquals(String.valueOf(i + 1), line.substring(0, 10).strip());
            double[] found = Stream.of(line.substring(10).strip().split(" ")).filter(w -> !w.isEmpty())
                    .mapToDouble(Double::parseDouble).toArray();
            assertArrayEquals(java.util.Arrays.copyOf(square[i], shape.equals("lower") ? i : 270), found);
        }
    }

    @Test
    void theDistancesOfTwoTablesAreThoseOfTheirRowsInOne() {
        Path both = Files.write(folder.resolve("both.csv"), Files.text(other) + Files.text(data));
        double[][] all = TableTexts.numbers(Run.quietly("distances", both).text(), ",");
        double[][] across = matrix("distances", "--with OTHER");
        assertEquals(33, across.length);
        for (int i = 0; i < 33; i++) {
            assertArrayEquals(java.util.Arrays.copyOfRange(all[i], 33, 303), across[i]);
        }
        assertArrayEquals(flat(across), npy(run("distances", "--with OTHER -f npy").succeeded().out(), "33, 270"));
        Path file = folder.resolve("across.npy");
        run("distances", "--with OTHER -o " + file).succeeded();
        assertArrayEquals(flat(across), npy(Files.read(file), "33, 270"));
    }

    @Test
    void aBoundListsExactlyThePairsThatKeepIt() {
        double[][] square = matrix("distances", "--shape square");
        String pairs = run("distances", "--max-distance 0.8").succeeded().text();
        double[][] found = TableTexts.numbers(pairs.replaceFirst(".*\n", ""), ",");
        int k = 0;
        for (int i = 0; i < 270; i++) {
            for (int j = i + 1; j < 270; j++) {
                if (square[i][j] <= 0.8) {
                    assertArrayEquals(new double[]{i + 1, j + 1, square[i][j]}, found[k++]);
                }
            }
        }
        assertEquals(found.length, k);
        assertTrue(k > 100);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {"--shape long -f npy > --format: npy does not hold the shape long",
        "--shape long -f phylip > --format: phylip does not hold the shape long",
        "--shape condensed -f phylip > --format: phylip does not hold the shape condensed",
        "--knn 1 -f npy > --format: npy holds the distances alone: say --indices for a second .npy with the numbers of the rows, or write a .npz",
        "--max-distance 1 -f phylip > --format: phylip does not hold the shape long",
        "--with OTHER -f phylip > --format: phylip does not hold the shape square of two tables",
        "--with OTHER --shape lower > --shape: lower does not go with --with, expected square or long",
        "--with OTHER --shape condensed > --shape: condensed does not go with --with, expected square or long",
        "--knn 1 --shape square > --shape: square does not go with --knn, expected long",
        "--max-distance 1 --shape condensed > --shape: condensed does not go with --max-distance, expected long",
        "--knn 1 --heatmap x.png > --heatmap: shows a matrix, it does not go with --knn",
        "--dtype float32 > --dtype: float32 is a type of .npy, expected such an output; --digits rounds a text",
        "--shape long --heatmap x.png > --heatmap: shows a matrix, it does not go with --shape long"})
    void whatAFormatCannotHoldIsSaidInOneLineAndNothingIsDone(String options, String expected) {
        Run run = run("distances", options);
        assertEquals("hadamask: " + expected + " (see hadamask distances --help)\n", run.err());
        assertEquals(2, run.status());
        assertEquals("", run.text());
    }
}
