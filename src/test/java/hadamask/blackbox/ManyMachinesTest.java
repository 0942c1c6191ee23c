package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.cli.Commands;
import hadamask.cli.Console;
import hadamask.cli.table.AxesCommand;
import hadamask.cli.table.CovarianceCommand;
import hadamask.cli.table.DistancesCommand;
import hadamask.cli.table.MahalanobisCommand;
import hadamask.cli.table.SimilarityCommand;
import hadamask.cli.table.WhitenCommand;
import hadamask.cli.table.machines.OtherMachines;
import hadamask.cli.table.machines.TableMachines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What many machines write together is, to the bit, what one writes.
class ManyMachinesTest {
    private static final long ENOUGH = 1L << 30;
    /// Rows of more than 64 blocks.
    private static final int MANY = 133_000;

    @TempDir
    static Path folder = Path.of("");

    /// What was said, and the status.
    private record Ended(int status, String said) {}

    @BeforeAll
    static void makeTables() throws IOException {
        Random random = new Random(17);
        StringBuilder text = new StringBuilder("id,a,b,c,d\n");
        StringBuilder gaps = new StringBuilder("a,b,c\n");
        ByteBuffer array = ByteBuffer.allocate(3000 * 4 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer many = ByteBuffer.allocate(MANY * 2 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (many.hasRemaining()) {
            many.putFloat(random.nextFloat());
        }
        for (int i = 0; i < 3000; i++) {
            double common = random.nextGaussian();
            text.append("\"row, ").append(i).append('"');
            for (int j = 0; j < 4; j++) {
                double value = 1e6 * j + common + random.nextGaussian();
                text.append(',').append(Math.rint(value * 64) / 64);
                array.putFloat((float) (common + value / 1e6));
            }
            text.append(i % 7 == 0 ? "\r\n" : "\n");
            gaps.append(i % 11 == 0 ? "" : random.nextInt(9)).append(',').append(random.nextGaussian()).append(',')
                    .append(i % 13 == 0 ? "NA" : common).append('\n');
        }
        Files.writeString(folder.resolve("labels.csv"), text);
        Files.writeString(folder.resolve("gaps.csv"), gaps);
        writeArray("array.npy", 3000, 4, array.array());
        writeArray("many.npy", MANY, 2, many.array());
        Files.writeString(folder.resolve("bad.csv"), text.toString().replace("row, 2100\",", "row, 2100\",x"));
        Files.writeString(folder.resolve("some.csv"), text.substring(0, text.indexOf("\"row, 300\"")));
        Files.writeString(folder.resolve("cov.csv"), "9,1,0,0\n1,8,0,0\n0,0,7,1\n0,0,1,6\n");
    }

    private static void writeArray(String name, int rows, int columns, byte[] numbers) throws IOException {
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
        ByteArrayOutputStream npy = new ByteArrayOutputStream();
        npy.writeBytes(new byte[]{(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
        npy.writeBytes(String.format("%-117s\n", header).getBytes(StandardCharsets.US_ASCII));
        npy.writeBytes(numbers);
        Files.write(folder.resolve(name), npy.toByteArray());
    }

    private static Ended run(List<String> words, @Nullable TableMachines machines) {
        StringWriter said = new StringWriter();
        int status = new Commands(Map.of("distances", () -> new DistancesCommand(machines), "similarity",
                () -> new SimilarityCommand(machines), "mahalanobis", () -> new MahalanobisCommand(machines),
                "covariance", () -> new CovarianceCommand(machines), "axes", () -> new AxesCommand(machines), "whiten",
                () -> new WhitenCommand(machines)))
                .run(words.toArray(String[]::new), new Console(InputStream.nullInputStream(),
                        new ByteArrayOutputStream(), new PrintWriter(said, true)));
        return new Ended(status, said.toString());
    }

    private static List<String> words(String line, Path output) {
        List<String> words = new ArrayList<>();
        for (String word : line.split(" ", -1)) {
            words.add(word.contains(".csv") || word.contains(".npy") ? folder.resolve(word).toString() : word);
        }
        words.addAll(List.of("-o", output.toString()));
        return words;
    }

    private static OtherMachines assertSame(String line, String ending, int piece, long memory) throws IOException {
        Path one = folder.resolve("one." + ending);
        Path many = folder.resolve("many." + ending);
        Ended alone = run(words(line, one), null);
        OtherMachines machines = new OtherMachines(folder, piece, memory);
        Ended together = run(words(line, many), machines);
        assertEquals(alone.said(), together.said());
        assertEquals(alone.status(), together.status());
        assertNull(machines.reason());
        if (alone.status() == 0) {
            assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(many), line);
        }
        return machines;
    }

    @ParameterizedTest
    @ValueSource(strings = {"mahalanobis labels.csv", "mahalanobis --adjust bonferroni --digits 5 labels.csv",
        "mahalanobis --missing drop gaps.csv", "mahalanobis --missing nan gaps.csv", "mahalanobis array.npy",
        "mahalanobis --cov cov.csv labels.csv", "mahalanobis --cov-from some.csv labels.csv",
        "mahalanobis --columns a,c --ridge 0.5 labels.csv", "mahalanobis --cov-method oas labels.csv",
        "mahalanobis --columns a,a,b labels.csv",
        "covariance labels.csv", "covariance --correlation --ddof 0 array.npy", "covariance --missing nan gaps.csv",
        "covariance --missing drop gaps.csv", "covariance --cov-method oas labels.csv", "axes labels.csv",
        "axes --ddof 0 array.npy", "whiten labels.csv", "whiten --method zca array.npy",
        "whiten --method cholesky --missing drop gaps.csv", "mahalanobis bad.csv", "covariance gaps.csv",
        "axes --columns x labels.csv"})
    void rowsOfATable(String line) throws IOException {
        OtherMachines machines = assertSame(line, "csv", 20_000, ENOUGH);
        assertTrue(line.contains("bad") || line.contains("x labels") || line.equals("covariance gaps.csv")
                || machines.parts() > 2);
        assertSame(line, "npy", 1 << 20, ENOUGH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"distances --knn 3 some.csv", "distances --knn 2 --max-distance 1.5 some.csv",
        "distances --max-distance 2 some.csv", "similarity --knn 4 -m correlation some.csv",
        "similarity --min-similarity 0.999 some.csv", "distances --knn 3 --with labels.csv some.csv",
        "distances --max-distance 1 --with some.csv labels.csv", "distances -m mahalanobis --knn 3 some.csv",
        "distances -m seuclidean --knn 300 some.csv", "distances -m gower --max-distance 0.01 some.csv",
        "distances -m minkowski --p 3 --knn 1 some.csv"})
    void nearRows(String line) throws IOException {
        assertSame(line, "csv", 20_000, ENOUGH);
        // Not even a small table fits, so that it is compared in blocks of some 50 rows.
        assertTrue(assertSame(line, "tsv", 20_000, 20_000).parts() >= 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"distances some.csv", "distances --shape lower some.csv",
        "distances -m manhattan --shape condensed some.csv", "similarity --with labels.csv some.csv"})
    void matrices(String line) throws IOException {
        assertSame(line, "csv", 20_000, ENOUGH);
        assertSame(line, "npy", 5000, ENOUGH);
        if (!line.contains("--with")) {
            assertSame(line + " --dtype float32", "npy", 5000, ENOUGH);
        }
    }

    @Test
    void groupsOfBlocks() throws IOException {
        assertSame("axes many.npy", "csv", 200_000, ENOUGH);
        assertSame("covariance many.npy", "csv", 200_000, ENOUGH);
    }

    @Test
    void allPairs() throws IOException {
        assertSame("distances --shape long some.csv", "csv", 20_000, ENOUGH);
        assertSame("distances --shape long --with labels.csv some.csv", "edges", 5000, ENOUGH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mahalanobis --cov-method mcd labels.csv", "mahalanobis --adjust bh labels.csv",
        "mahalanobis --plot plot.png labels.csv", "covariance --missing pairwise gaps.csv",
        "covariance --cov-method ledoit-wolf labels.csv", "whiten -f json labels.csv",
        "distances -m euclidean,cosine some.csv", "distances --heatmap map.png some.csv",
        "distances -f json --knn 2 some.csv"})
    void whatOneMachineMustDoIsRefusedBeforeAnythingIsRead(String line) {
        OtherMachines machines = new OtherMachines(folder, 5000, ENOUGH);
        Ended ended = run(words(line, folder.resolve("refused.csv")), machines);
        assertEquals(2, ended.status(), ended.said());
        assertEquals(0, machines.parts());
        assertTrue(ended.said().contains("machine"), ended.said());
    }

    @Test
    void aQuotedLineEndWhereATableIsCutIsSaid() throws IOException {
        Path table = folder.resolve("quotes.csv");
        Files.writeString(table, "id,a,b\n" + "\"two\nlines\",1,2\n".repeat(500));
        Ended ended = run(List.of("axes", table.toString(), "-o", folder.resolve("axes.csv").toString()),
                new OtherMachines(folder, 1000, ENOUGH));
        assertEquals(1, ended.status());
        assertTrue(ended.said().contains("a quoted cell has a line end near byte"), ended.said());
    }

    @Test
    void whatCannotBeCutIsLeftToOneMachine() throws IOException {
        Files.writeString(folder.resolve("wide.csv"), "1,2,3,4\n2,4,1,7\n");
        for (String line : List.of("axes wide.csv", "covariance --transpose labels.csv")) {
            OtherMachines machines = new OtherMachines(folder, 5000, ENOUGH);
            assertEquals(0, run(words(line, folder.resolve("none.csv")), machines).status());
            assertNotNull(machines.reason(), line);
        }
    }
}
