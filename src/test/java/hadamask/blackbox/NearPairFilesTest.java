package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Near pairs as arrays of NumPy, sparse matrices and graphs.
class NearPairFilesTest {
    private static final String LINE = "a,0\nb,1\nc,3\nd,7\n";

    @TempDir
    Path folder;

    private Path table(String text) {
        return Files.write(folder.resolve("data.csv"), text);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> members(byte[] zip) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                members.put(entry.getName(), in.readAllBytes());
            }
        }
        return members;
    }

    private static byte[] member(Map<String, byte[]> members, String name) {
        return Objects.requireNonNull(members.get(name), name);
    }

    private static long[] longs(byte[] npy) {
        long[] values = new long[(npy.length - 128) / Long.BYTES];
        ByteBuffer.wrap(npy, 128, npy.length - 128).slice().order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(values);
        return values;
    }

    private static double[] doubles(byte[] npy) {
        return Arrays.stream(longs(npy)).mapToDouble(Double::longBitsToDouble).toArray();
    }

    @Test
    void theNearestRowsAreTwoArraysInOneFileOrTwo() throws IOException {
        Path npz = folder.resolve("near.npz");
        Run.quietly("distances", table(LINE), "--knn", 2, "-o", npz);
        Map<String, byte[]> members = members(java.nio.file.Files.readAllBytes(npz));
        assertEquals("[indices.npy, distances.npy]", members.keySet().toString());
        assertTrue(
                text(member(members, "indices.npy"))
                        .contains("'descr': '<i8', 'fortran_order': False, 'shape': (4, 2)"));
        assertArrayEquals(new long[]{1, 2, 0, 2, 1, 0, 2, 1}, longs(member(members, "indices.npy")));
        assertArrayEquals(new double[]{1, 3, 1, 2, 2, 3, 4, 6}, doubles(member(members, "distances.npy")));
        Path near = folder.resolve("near.npy");
        Path rows = folder.resolve("rows.npy");
        Run.quietly("distances", table(LINE), "--knn", 2, "-o", near, "--indices", rows);
        assertArrayEquals(member(members, "indices.npy"), java.nio.file.Files.readAllBytes(rows));
        assertArrayEquals(member(members, "distances.npy"), java.nio.file.Files.readAllBytes(near));
    }

    @Test
    void theDistancesOfTheNearestRowsTakeHalfTheBytesOnRequest() throws IOException {
        Path near = folder.resolve("near.npy");
        Path rows = folder.resolve("rows.npy");
        Run.quietly("distances", table("a,0\nb,0.1\nc,3\n"), "--knn", 2, "-o", near, "--indices", rows, "--dtype",
                "float32");
        byte[] written = java.nio.file.Files.readAllBytes(near);
        assertTrue(text(written).contains("'descr': '<f4', 'fortran_order': False, 'shape': (3, 2)"));
        float[] floats = new float[6];
        ByteBuffer.wrap(written, 128, written.length - 128).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer()
                .get(floats);
        assertArrayEquals(new float[]{0.1f, 3, 0.1f, 2.9f, 2.9f, 3}, floats);
        assertEquals(128 + 6 * Float.BYTES, written.length);
        assertArrayEquals(new long[]{1, 2, 0, 2, 1, 0}, longs(java.nio.file.Files.readAllBytes(rows)));
    }

    @Test
    void neitherArrayIsThereWhereOneCannotBe() {
        Path near = folder.resolve("near.npy");
        Path rows = folder.resolve("rows.npy");
        Run run = Run.of("distances", table("a,0\nb,1e200\n"), "--knn", 1, "-o", near, "--indices", rows, "--dtype",
                "float32");
        assertEquals(1, run.status());
        assertTrue(run.err().contains("the result 1e200 is beyond the range of float32"), run.err());
        run = Run.of("distances", table(LINE), "--knn", 1, "-o", near, "--indices", folder.resolve("no/rows.npy"));
        assertEquals(1, run.status());
        assertFalse(java.nio.file.Files.exists(near));
        assertFalse(java.nio.file.Files.exists(rows));
    }

    @Test
    void rowsWithFewerNeighboursAreFilledUp() throws IOException {
        byte[] npz = Run.quietly("distances", table(LINE), "--knn", 3, "--max-distance", 2.5, "-f", "npz").out();
        assertArrayEquals(new long[]{1, -1, 0, 2, 1, -1, -1, -1}, longs(member(members(npz), "indices.npy")));
        assertArrayEquals(new double[]{1, Double.NaN, 1, 2, 2, Double.NaN, Double.NaN, Double.NaN},
                doubles(member(members(npz), "distances.npy")));
    }

    @Test
    void pairsWithinABoundAreASparseMatrixInBothDirections() throws IOException {
        Map<String, byte[]> members = members(
                Run.quietly("distances", table(LINE), "--max-distance", 3, "-f", "npz").out());
        assertEquals("[indices.npy, indptr.npy, format.npy, shape.npy, data.npy]", members.keySet().toString());
        assertArrayEquals(new long[]{1, 2, 0, 2, 0, 1}, longs(member(members, "indices.npy")));
        assertArrayEquals(new long[]{0, 2, 4, 6, 6}, longs(member(members, "indptr.npy")));
        assertArrayEquals(new double[]{1, 3, 1, 2, 3, 2}, doubles(member(members, "data.npy")));
        assertTrue(text(member(members, "format.npy")).endsWith("csr"));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Path mtx = folder.resolve("near.mtx");
        Run.quietly("distances", table(LINE), "--max-distance", 3, "-o", mtx);
        assertEquals("%%MatrixMarket matrix coordinate real symmetric\n4 4 3\n2 1 1\n3 1 3\n3 2 2\n",
                text(Files.read(mtx)));
        assertEquals("0,1,3,0\n1,0,2,0\n3,2,0,0\n0,0,0,0\n",
                Run.of("hadamard", mtx, Files.write(folder.resolve("ones.csv"), "1,1,1,1\n".repeat(4))).text());
        Path npz = folder.resolve("near.npz");
        Run.quietly("distances", table(LINE), "--max-distance", 3, "-o", npz);
        assertEquals(Run.quietly("distances", mtx).text(), Run.quietly("distances", npz).text());
        assertEquals("%%MatrixMarket matrix coordinate real general\n4 4 4\n1 2 1\n2 1 1\n3 2 2\n4 3 4\n",
                Run.quietly("distances", table(LINE), "--knn", 1, "-f", "mtx").text());
    }

    @Test
    void graphsHaveTheRowsAsNodes() {
        assertEquals("a\tb\t1\na\tc\t3\nb\tc\t2\n",
                Run.quietly("distances", table(LINE), "--max-distance", 3, "-f", "edges").text());
        String graph = Run.quietly("distances", table("a<b,0\n\"c&d\",1\ne,9\n"), "--knn", 1, "-f", "graphml").text();
        assertTrue(graph.contains("<node id=\"a1\"><data key=\"label\">a&lt;b</data></node>"), graph);
        assertTrue(graph.contains("<data key=\"label\">c&amp;d</data>"), graph);
        assertTrue(graph.contains("edgedefault=\"directed\""), graph);
        assertTrue(graph.contains("<edge source=\"a3\" target=\"a2\"><data key=\"value\">8</data></edge>"), graph);
        String between = Run.quietly("distances", table(LINE), "--with",
                Files.write(folder.resolve("other.csv"), "x,3\ny,0\n"), "--max-distance", 0, "-f", "graphml").text();
        assertTrue(between.contains("<edge source=\"a1\" target=\"b3\">"), between);
        assertTrue(between.contains("edgedefault=\"undirected\""), between);
    }

    @Test
    void aNameThatAListOfEdgesCannotHoldIsRefusedAndNothingIsWritten() {
        Path out = folder.resolve("near.edges");
        Run run = Run.of("distances", table("a,1\nb#2,2\n"), "--knn", 1, "-o", out);
        assertEquals(1, run.status());
        assertTrue(run.err().contains("the name \"b#2\" cannot stand in a list of edges"), run.err());
        assertFalse(java.nio.file.Files.exists(out));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"-f mtx|mtx holds near pairs, expected --knn or a bound with it",
        "-f npz --shape long|npz holds near pairs", "-f npy --knn 2|say --indices for a second .npy",
        "-f csv --knn 2 --indices x.npy|goes with --knn and an output that is a .npy",
        "-f npy --knn 2 --indices x.csv|is not a name for an array"})
    void whatDoesNotGoTogetherIsRefusedBeforeAnythingIsRead(String options, String expected) {
        Object[] words = (("distances nowhere.csv -o " + folder.resolve("o") + " ") + options).split(" ");
        Run run = Run.of(words);
        assertEquals(2, run.status());
        assertTrue(run.err().contains(expected), run.err());
    }

    @Test
    void otherCommandsWriteNoPairs() {
        Run run = Run.of("covariance", table("1,2\n3,4\n"), "-f", "graphml");
        assertEquals(2, run.status());
        assertTrue(run.err().contains("graphml holds pairs of rows, expected csv, tsv, json or npy"), run.err());
    }
}
