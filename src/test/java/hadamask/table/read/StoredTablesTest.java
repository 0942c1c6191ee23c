package hadamask.table.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.matrix.Matrix;
import hadamask.matrix.SparseMatrix;
import hadamask.parallel.Workers;
import hadamask.table.ColumnSpec;
import hadamask.table.Missing;
import hadamask.table.Note;
import hadamask.table.ReadOptions;
import hadamask.table.ReadOptions.Orientation;
import hadamask.table.Table;
import hadamask.table.array.Numbers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of numbers without names, packed texts, and workbooks.
class StoredTablesTest {
    private static final Matrix MATRIX = Matrix.of(new double[][]{{0, 5, 0}, {0, 0, 0}, {7, 0, 8}});
    private static final ReadOptions PLAIN = ReadOptions.DEFAULT;

    @TempDir
    Path folder;

    private static Input pipe(byte[] content) {
        return Input.stream("data", new ByteArrayInputStream(content));
    }

    /// From a pipe and from a file, which know their size or not.
    private Table read(byte[] content, ReadOptions options) throws IOException {
        Table piped = TableReader.read(pipe(content), options);
        Table filed = TableReader.read(Input.file(Files.write(folder.resolve("data"), content)), options);
        assertEquals(piped.values(), filed.values());
        return piped;
    }

    private static Table stored(byte[] content, ReadOptions options) {
        return TableReader.readSparse(pipe(content), options, Workers.current());
    }

    private static InputException refusal(byte[] content, ReadOptions options) {
        return assertThrows(InputException.class, () -> TableReader.read(pipe(content), options));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csr", "csc", "coo"})
    void sparseMatricesOfSciPy(String format) throws IOException {
        assertEquals(MATRIX, read(StoredFiles.sparse(format), PLAIN).values());
        SparseMatrix sparse = stored(StoredFiles.sparse(format), PLAIN).sparse();
        assertNotNull(sparse);
        assertEquals(3, sparse.entries());
        assertEquals(MATRIX.transposed(),
                read(StoredFiles.sparse(format), PLAIN.withOrientation(Orientation.COLUMNS)).values());
        assertEquals(Matrix.of(new double[][]{{0, 0}, {0, 0}, {8, 7}}),
                read(StoredFiles.sparse(format), PLAIN.withColumns(new ColumnSpec("3,1"))).values());
    }

    @Test
    void entriesOfOnePlaceAreAddedAndThatIsSaid() throws IOException {
        List<Note> notes = stored(StoredFiles.sparse("coo"), PLAIN).notes();
        assertEquals("1 entries stand where another does, and were added to it", notes.getFirst().found());
    }

    @Test
    void anArchiveOfOneArrayIsThatArray() throws IOException {
        byte[] one = StoredFiles.zip(Map.of("data.npy", StoredFiles.npy("1, 2", 3, 4)));
        assertEquals(Matrix.of(new double[][]{{3, 4}}), read(one, PLAIN).values());
        byte[] two = StoredFiles.zip(
                new java.util.TreeMap<>(
                        Map.of("a.npy", StoredFiles.npy("1, 2", 3, 4), "b.npy", StoredFiles.npy("2,", 5, 6))));
        assertEquals(Matrix.of(new double[][]{{5}, {6}}), read(two, PLAIN.withPart("b")).values());
        assertEquals("holds 2 arrays: a, b", refusal(two, PLAIN).problem());
        assertEquals(Remedy.Kind.ONE_PART, refusal(two, PLAIN).remedy().kind());
        assertEquals("has no array \"c\": holds 2 arrays: a, b", refusal(two, PLAIN.withPart("c")).problem());
    }

    /// Behind the last member, too, where others may have stood.
    @Test
    void anArchiveThatIsCutOffIsBroken() throws IOException {
        byte[] first = StoredFiles.zip(Map.of("a.npy", StoredFiles.npy("1, 2", 3, 4)));
        byte[] both = StoredFiles.zip(new java.util.TreeMap<>(
                Map.of("a.npy", StoredFiles.npy("1, 2", 3, 4), "b.npy", StoredFiles.npy("2,", 5, 6))));
        int directory = new String(both, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        int second = new String(both, StandardCharsets.ISO_8859_1).lastIndexOf("PK\3\4");
        for (int length : new int[]{second, second + 10, directory - 1, directory, directory + 60, both.length - 22,
            both.length - 1}) {
            String problem = refusal(Arrays.copyOf(both, length), PLAIN.withPart("a")).problem();
            assertTrue(problem.startsWith("is a broken zip archive: "), problem);
        }
        byte[] commented = Arrays.copyOf(first, first.length + 3);
        commented[first.length - 2] = 3;
        assertEquals(Matrix.of(new double[][]{{3, 4}}), read(commented, PLAIN).values());
    }

    /// Whose arrays cannot be read, of three dimensions.
    @Test
    void aSparseMatrixInBlocksIsCalledByItsName() {
        Map<String, byte[]> members = new java.util.LinkedHashMap<>();
        members.put("format.npy", StoredFiles.npy("|S3", "", false, bytes("bsr")));
        members.put("shape.npy", StoredFiles.npy("2,", 2, 2));
        members.put("data.npy", StoredFiles.npy("1, 2, 2", 1, 2, 3, 4));
        InputException e = refusal(StoredFiles.zip(members), PLAIN);
        assertEquals("holds a sparse matrix of the format bsr, expected csr, csc or coo", e.problem());
        assertEquals("data", e.where());
    }

    @ParameterizedTest
    @CsvSource({"<f2, 2", ">f2, 2", "<f4, 4", ">f8, 8", "|i1, 1", ">i2, 2", "<i4, 4", "<i8, 8", ">u8, 8", "<u8, 8",
        "|b1, 1", "<u2, 2"})
    void everyTypeOfNumPyInBothOrders(String type, int size) throws IOException {
        ByteBuffer data = ByteBuffer.allocate(6 * size)
                .order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        double[] values = {0, 1, 1, 0, 1, 0};
        for (double value : values) {
            switch (type.substring(1)) {
                case "f2" -> data.putShort(Float.floatToFloat16((float) value));
                case "f4" -> data.putFloat((float) value);
                case "f8" -> data.putDouble(value);
                default -> {
                    for (int k = 0; k < size; k++) {
                        int low = data.order() == ByteOrder.BIG_ENDIAN ? size - 1 : 0;
                        data.put((byte) (k == low ? value : 0));
                    }
                }
            }
        }
        assertEquals(new Matrix(2, 3, values),
                read(StoredFiles.npy(type, "2, 3", false, data.array()), PLAIN).values());
        assertEquals(new Matrix(3, 2, values).transposed(),
                read(StoredFiles.npy(type, "2, 3", true, data.array()), PLAIN).values());
    }

    @Test
    void unsignedIntegersAreTheNearestDoubles() throws IOException {
        byte[] data = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN).putLong(-1).putLong(Long.MIN_VALUE)
                .putLong(0x8000000000000401L).array();
        assertEquals(Matrix.of(new double[][]{{0x1p64}, {0x1p63}, {0x1.0000000000001p63}}),
                read(StoredFiles.npy("<u8", "3,", false, data), PLAIN).values());
    }

    @Test
    void matrixMarketOfEveryForm() throws IOException {
        assertEquals(MATRIX,
                read(bytes("%%MatrixMarket matrix coordinate real general\n% a comment\n\n3 3 3\n1 2 5\n3 1 7"
                        + "\n\n%x\n 3  3\t8e0\n"), PLAIN).values());
        assertEquals(Matrix.of(new double[][]{{1, 2}, {2, 0}}),
                read(bytes("%%matrixmarket MATRIX coordinate integer symmetric\r\n2 2 2\r\n1 1 1\r\n2 1 2\r\n"), PLAIN)
                        .values());
        assertEquals(Matrix.of(new double[][]{{0, -2}, {2, 0}}),
                read(bytes("%%MatrixMarket matrix coordinate real skew-symmetric\n2 2 1\n2 1 2"), PLAIN).values());
        assertEquals(Matrix.of(new double[][]{{0, 1}}),
                read(bytes("%%MatrixMarket matrix coordinate pattern general\n1 2 1\n1 2\n"), PLAIN).values());
        assertEquals(Matrix.of(new double[][]{{1, 3, 5}, {2, 4, 6}}),
                read(bytes("%%MatrixMarket matrix array real general\n2 3\n1\n2\n3\n4\n5\n6\n"), PLAIN).values());
        assertEquals(Matrix.of(new double[][]{{1, 2}, {2, 3}}),
                read(bytes("%%MatrixMarket matrix array real symmetric\n2 2\n1\n2\n3\n"), PLAIN).values());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "coordinate complex general:2 2 1:1 1 1 2 | line 1",
        "coordinate real general:2 2 | line 2", "coordinate real general:2 2 1:3 1 5 | line 3",
        "coordinate real general:2 2 1:1 1 x | line 3", "coordinate real general:2 2 1:% c:1 1 5 5 | line 4",
        "coordinate real general:2 2 1:1 0 5 | line 3", "coordinate real symmetric:2 2 1:1 2 5 | line 3",
        "coordinate real symmetric:2 3 1:2 1 5 | line 2", "coordinate real general:2 2 2:1 1 5 | ''",
        "array real general:2 2:1:2:3 | ''", "coordinate real general:x 2 1 | line 2",
        "coordinate real general:2147483639 2 1:1 1 1 | ''", "array pattern general:2 2:1 | line 1"})
    void whatIsNoMatrixMarketIsRefusedWithItsLine(String lines, String place) {
        InputException e = refusal(bytes("%%MatrixMarket matrix " + lines.replace(":", "\n") + "\n"), PLAIN);
        assertEquals("data" + (place.isEmpty() ? "" : ": " + place), e.where(), e.problem());
    }

    @Test
    void matrixMarketIsReadInPiecesAsAtOnce() {
        StringBuilder text = new StringBuilder("%%MatrixMarket matrix coordinate real general\n40 50 400\n");
        for (int k = 0; k < 400; k++) {
            text.append(1 + k * 7 % 40).append(' ').append(1 + k * 11 % 50).append(' ').append(k / 8.0).append('\n');
        }
        Numbers.Sparse whole = (Numbers.Sparse) matrixMarket(text.toString(), 1 << 20);
        for (int piece : new int[]{60, 100, 1001}) {
            Numbers.Sparse found = (Numbers.Sparse) matrixMarket(text.toString(), piece);
            assertEquals(whole.matrix().filled(), found.matrix().filled());
        }
    }

    private static Numbers matrixMarket(String text, int piece) {
        return MatrixMarket.read(new ByteArrayInputStream(bytes(text)), pipe(new byte[0]).memory(), Workers.current(),
                piece);
    }

    @Test
    void aFewBytesCannotPromiseBillionsOfNumbers() {
        String head = "%%MatrixMarket matrix coordinate real general\n";
        assertTrue(refusal(bytes(head + "2000000000 3 1\n1 1 1\n"), PLAIN).problem().startsWith("has 2000000000 rows"));
        assertTrue(refusal(bytes(head + "3 2000000000 1\n1 1 1\n"), PLAIN).problem()
                .startsWith("has 2000000000 columns"));
        assertTrue(refusal(bytes(head + "3 2000000000 1\n1 1 1\n"), PLAIN.withOrientation(Orientation.COLUMNS))
                .problem().startsWith("has 2000000000 rows"));
    }

    @Test
    void packedTextsArePackedInManyWays() throws IOException {
        byte[] text = bytes("a,b\n" + "1,2\n3,4\n".repeat(300));
        for (Map.Entry<String, byte[]> packed : StoredFiles.packed(text).entrySet()) {
            byte[] twice = new byte[2 * packed.getValue().length];
            System.arraycopy(packed.getValue(), 0, twice, 0, twice.length / 2);
            System.arraycopy(packed.getValue(), 0, twice, twice.length / 2, twice.length / 2);
            assertEquals(600, read(packed.getValue(), PLAIN).rows(), packed.getKey());
            assertEquals(601, TableReader.read(pipe(twice), PLAIN.withMissing(Missing.NAN)
                    .withMissingWords(java.util.Set.of("a", "b")).withHeaders(ReadOptions.Headers.FIRST_ROW)).rows()
                    - 600,
                    packed.getKey() + " in two parts");
            byte[] cut = java.util.Arrays.copyOf(packed.getValue(), packed.getValue().length - 5);
            assertTrue(refusal(cut, PLAIN).problem().startsWith("is a broken " + packed.getKey() + " file"),
                    refusal(cut, PLAIN).problem());
        }
    }

    @Test
    void packedBombsAreRefused() {
        byte[] zeros = bytes("1,1\n".repeat(1 << 18));
        for (Map.Entry<String, byte[]> packed : StoredFiles.packed(zeros).entrySet()) {
            InputException e = assertThrows(InputException.class,
                    () -> Content.unpacked(packed.getValue(), 1 << 16, pipe(new byte[0]).memory()));
            assertTrue(e.problem().startsWith("unpacks to more than"), packed.getKey() + ": " + e.problem());
        }
    }

    @Test
    void aSheetIsATable() throws IOException {
        byte[] book = StoredFiles.workbook(List.of(List.of("name", "h", "w"), List.of("a, b", "1.5", "-2"),
                List.of("c", "1e3", "4")), List.of(List.of("1", "2")));
        Table table = read(book, PLAIN);
        assertEquals(List.of("h", "w"), table.columnNames());
        assertEquals(List.of("a, b", "c"), table.labels());
        assertEquals(Matrix.of(new double[][]{{1.5, -2}, {1000, 4}}), table.values());
        assertEquals(Matrix.of(new double[][]{{1, 2}}), read(book, PLAIN.withPart("more")).values());
        assertEquals("has no sheet \"x\": holds 2 sheets: data, more", refusal(book, PLAIN.withPart("x")).problem());
        assertEquals(Remedy.Kind.ONE_SHEET, refusal(book, PLAIN.withPart("x")).remedy().kind());
    }

    /// Files leave cells out that are empty.
    @Test
    void rowsOfASheetAreAsWideAsTheWidest() throws IOException {
        byte[] book = StoredFiles.workbook(
                List.of(List.of("name", "h", "w"), List.of("a", "1"), List.of("b", "", "3"), List.of(),
                        List.of("", "", ""), List.of("c", "4", "5"), List.of(" ", "", "", " ")),
                List.of(List.of("Results of May"), List.of(), List.of("name", "h", "w"), List.of("a", "1", "2"),
                        List.of("b", "4")));
        Table table = read(book, PLAIN.withMissing(Missing.NAN));
        double nan = Double.NaN;
        assertEquals(List.of("a", "b", "c"), table.labels());
        assertEquals(Matrix.of(new double[][]{{1, nan}, {nan, 3}, {4, 5}}), table.values());
        assertEquals("data: row 2, column \"w\"", refusal(book, PLAIN).where());
        InputException title = refusal(book, PLAIN.withPart("more"));
        assertEquals("row 1 has 1 cell where the rows below have 3, as a title has", title.problem());
        assertEquals(new Remedy(Remedy.Kind.SKIP_LINES, "2"), title.remedy());
    }

    /// A cell without a content is not in the file, or is there for its border alone.
    @Test
    void cellsAtTheEndOfARowMayBeEmpty() {
        byte[] book = StoredFiles.workbook(List.of(List.of("name", "h", "w"), List.of("a", "1", "2"), List.of("b", "3"),
                List.of("", "", "", ""), List.of("c", "", "4", ""), List.of("d", "5", "#N/A")), List.of());
        assertEquals("data: row 3, column \"w\"", refusal(book, PLAIN).where());
        Table table = TableReader.read(pipe(book), PLAIN.withMissing(Missing.NAN));
        assertEquals(List.of("a", "b", "c", "d"), table.labels());
        double nan = Double.NaN;
        assertEquals(Matrix.of(new double[][]{{1, 2}, {3, nan}, {nan, 4}, {5, nan}}), table.values());
    }

    @Test
    void aColumnOfASheetMayHaveANameAlone() {
        byte[] book = StoredFiles.workbook(List.of(List.of("a", "b", "note"), List.of("1", "2"), List.of("3", "4")),
                List.of(List.of("1", "2"), List.of("3", "4", "5")));
        assertEquals(Matrix.of(new double[][]{{1, 2}, {3, 4}}),
                TableReader.read(pipe(book), PLAIN.withColumns(new ColumnSpec("!note"))).values());
        assertEquals("data: row 1, column 3", refusal(book, PLAIN.withPart("more")).where());
    }

    @Test
    void aTitleOfASheetIsToldFromNames() {
        byte[] book = StoredFiles.workbook(
                List.of(List.of("My table"), List.of("a", "b", "c"), List.of("1", "2", "3"), List.of("3", "4")),
                List.of());
        assertEquals("row 1 has 1 cell where the rows below have 3, as a title has", refusal(book, PLAIN).problem());
    }

    @Test
    void datesAndBooleansOfASheetAreNoNumbers() throws IOException {
        byte[] book = StoredFiles.workbook(
                List.of(List.of("x", "t", "d"), List.of("1", "T", "@45000"), List.of("2", "F", "@45001")),
                List.of());
        InputException e = refusal(book, PLAIN.withColumns(new ColumnSpec("d")));
        assertTrue(e.problem().startsWith("\"2023-03-15T00:00\" is not a number"), e.problem());
        assertEquals(Matrix.of(new double[][]{{1, 1}, {0, 2}}), read(book, PLAIN.withColumns(new ColumnSpec("t,x"))
                .withBooleanWords(ReadOptions.BooleanWords.NUMBERS)).values());
    }
}
