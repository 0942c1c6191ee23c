package hadamask.table.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hadamask.Threads;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.matrix.Matrix;
import hadamask.table.ColumnSpec;
import hadamask.table.Missing;
import hadamask.table.ReadOptions;
import hadamask.table.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {
    private static final double NAN = Double.NaN;

    private static Table read(String text) {
        return read(text, ReadOptions.DEFAULT);
    }

    private static Table read(String text, ReadOptions options) {
        return read(text.getBytes(StandardCharsets.UTF_8), options);
    }

    private static Table read(byte[] bytes, ReadOptions options) {
        return TableReader.read(Input.stream("data.csv", new ByteArrayInputStream(bytes)), options);
    }

    private static void assertTable(Table table, int rows, double... values) {
        assertEquals(new Matrix(rows, values.length / rows, values), table.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2\n3,4\n", "1,2\n3,4", "1,2\r\n3,4\r\n", "1,2\r3,4\r", "\ufeff1,2\n3,4\n", "1;2\n3;4\n",
        "1\t2\n3\t4\n", "1 2\n3 4\n", "  1   2 \n 3  4\n", "\"1\",\"2\"\n3,4\n", "1,2\n\n  \n3,4\n\n",
        " 1 , 2 \n3,\t4\n",
        "+1,2.\n3e0,.4E+1\n"})
    void theSameTableIsReadFromManyDialects(String text) {
        Table table = read(text);
        assertTable(table, 2, 1, 2, 3, 4);
        assertNull(table.columnNames());
        assertNull(table.labels());
    }

    @Test
    void aHeaderIsFoundWhenTheFirstRowIsNotAllNumbers() {
        Table table = read("height,weight\n10,8\n9,7\n");
        assertEquals(List.of("height", "weight"), table.columnNames());
        assertTable(table, 2, 10, 8, 9, 7);
    }

    @Test
    void aFirstColumnThatIsNotNumericLabelsTheRows() {
        Table table = read("name,a,b\ncat,1,2\n\"dog, big\",3,4\n");
        assertEquals(List.of("cat", "dog, big"), table.labels());
        assertEquals(List.of("a", "b"), table.columnNames());
        assertTable(table, 2, 1, 2, 3, 4);
    }

    @Test
    void labelsBeforeNumbersThatAreNoNamesAreNoHeader() {
        Table table = read("king,0.13,-0.2\nqueen,0.12,0.4\n");
        assertEquals(List.of("king", "queen"), table.labels());
        assertTable(table, 2, 0.13, -0.2, 0.12, 0.4);
    }

    @Test
    void yearsAreColumnNames() {
        assertEquals(List.of("2019", "2020"), read("country,2019,2020\nfr,1,2\n").columnNames());
    }

    @Test
    void aFirstColumnWithoutANameLabelsTheRowsThoughItIsNumeric() {
        Table table = read(",0,1\n0,5,6\n1,7,8\n");
        assertEquals(List.of("0", "1"), table.labels());
        assertTable(table, 2, 5, 6, 7, 8);
    }

    @Test
    void withoutHeadersTheFirstRowIsData() {
        Table table = read("a,1\nb,2\n", ReadOptions.DEFAULT.withHeaders(ReadOptions.Headers.NONE));
        assertEquals(List.of("a", "b"), table.labels());
        assertTable(table, 2, 1, 2);
    }

    @Test
    void columnsAreChosenByPositionNameRangeAndExclusion() {
        String text = "a,b,c,d\n1,2,3,4\n";
        assertTable(read(text, ReadOptions.DEFAULT.withColumns(new ColumnSpec("4,1-2"))), 1, 4, 1, 2);
        assertTable(read(text, ReadOptions.DEFAULT.withColumns(new ColumnSpec("b-d"))), 1, 2, 3, 4);
        assertTable(read(text, ReadOptions.DEFAULT.withColumns(new ColumnSpec("!b"))), 1, 1, 3, 4);
        assertTable(read(text, ReadOptions.DEFAULT.withColumns(new ColumnSpec("a-d,!2,!c"))), 1, 1, 4);
        assertTable(read(text, ReadOptions.DEFAULT.withColumns(new ColumnSpec("3-"))), 1, 3, 4);
    }

    @Test
    void whatIsLeftOutIsNotPutBack() {
        String text = "a,b,c,d\n1,2,3,4\n";
        assertTable(read(text, ReadOptions.DEFAULT.withColumns(new ColumnSpec("!2,2-3"))), 1, 3);
        assertTable(read(text, ReadOptions.DEFAULT.withColumns(new ColumnSpec("d,!b,a-c"))), 1, 4, 1, 3);
        assertTable(read("a,k,b,y\n1,x,2,3\n4,z,5,6\n", ReadOptions.DEFAULT.withColumns(new ColumnSpec("!y,numeric"))),
                2, 1, 2, 4, 5);
        assertThrows(InputException.class, () -> read(text, ReadOptions.DEFAULT.withColumns(new ColumnSpec("!3,3"))));
    }

    @Test
    void aColumnOfTextIsNoFaultWhenItIsNotChosen() {
        Table table = read("x,kind,y\n1,cat,2\n", ReadOptions.DEFAULT.withColumns(new ColumnSpec("x,y")));
        assertTable(table, 1, 1, 2);
    }

    @Test
    void anIdColumnLabelsTheRowsAndIsNoNumber() {
        Table table = read("x,key\n1,7\n2,8\n", ReadOptions.DEFAULT.withId("key"));
        assertEquals(List.of("7", "8"), table.labels());
        assertTable(table, 2, 1, 2);
    }

    @Test
    void missingValuesAreNanOrTheirRowsAreDropped() {
        String text = "a,b\n1,\nNA,nan\nn/a,NULL\nnone,.\n5,6\n";
        assertTable(read(text, ReadOptions.DEFAULT.withMissing(Missing.NAN)), 5, 1, NAN, NAN, NAN, NAN, NAN, NAN, NAN,
                5,
                6);
        Table complete = read(text, ReadOptions.DEFAULT.withMissing(Missing.DROP));
        assertTable(complete, 1, 5, 6);
        assertEquals("row 6", complete.rowTitle(0));
    }

    @Test
    void infinityIsANumberInAnyCase() {
        assertTable(read("inf,-Infinity\n+INF,1\n"), 2, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY, 1);
    }

    @Test
    void aQuotedCellMayHoldQuotesDelimitersAndLineEnds() {
        Table table = read("id,v\n\"a \"\"b\"\"\nc;d\",1\ne,2\n");
        assertEquals(List.of("a \"b\"\nc;d", "e"), table.labels());
        assertEquals("row 4 (\"e\")", table.rowTitle(1));
    }

    @Test
    void gzipIsUnpackedWhateverTheName() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("1,2\n3,4\n".getBytes(StandardCharsets.UTF_8));
        }
        assertTable(read(packed.toByteArray(), ReadOptions.DEFAULT), 2, 1, 2, 3, 4);
    }

    @Test
    void columnsWithoutNumbersOfRowsAreNoLimit() {
        int columns = 1_000_000;
        StringJoiner row = new StringJoiner(",");
        for (int j = 0; j < columns; j++) {
            row.add("5");
        }
        Table table = read(row + "\n" + row);
        assertEquals(2, table.values().rows());
        assertEquals(columns, table.values().columns());
    }

    @Test
    void theTableDoesNotDependOnTheThreads() {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder text = new StringBuilder("x,y,z\n");
        for (int i = 0; i < 30_000; i++) {
            text.append(random.nextDouble()).append(',').append(random.nextInt()).append(',')
                    .append(random.nextDouble() * 1e300).append('\n');
        }
        Table one = Threads.by(1, () -> read(text.toString()));
        Table seven = Threads.by(7, () -> read(text.toString()));
        assertArrayEquals(one.values().values(), seven.values().values());
    }

    @Test
    void columnsOfAnotherTableAreFoundByName() {
        Table other = read("b,x,a\n1,2,3\n").columnsLike(read("a,b\n0,0\n"));
        assertEquals(List.of("a", "b"), other.columnNames());
        assertTable(other, 1, 3, 1);
    }

    /// Long enough for several parts, of which none may lose or double a line.
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\n\n", "\r\n \r\n"})
    void aLongTableIsReadInPartsWhateverTheLineEndsAndThreads(String end) {
        SplittableRandom random = new SplittableRandom(3);
        int rows = 60_000;
        double[] values = new double[3 * rows];
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < 3; j++) {
                values[3 * i + j] = random.nextBoolean() ? random.nextDouble() : random.nextInt(100);
                text.append(values[3 * i + j]).append(j < 2 ? "," : end);
            }
        }
        for (int threads : new int[]{1, 2, 7}) {
            Table table = Threads.by(threads, () -> read(text.toString()));
            assertTable(table, rows, values);
            int linesPerRow = end.replace("\r\n", "\n").replace(" ", "").length();
            assertEquals("row " + (1 + linesPerRow * (rows - 1)), table.rowTitle(rows - 1));
        }
    }

    @Test
    void aLongTableWithQuotesIsReadAsAWhole() {
        StringBuilder text = new StringBuilder("name,x\n");
        for (int i = 0; i < 300_000; i++) {
            text.append(i == 200_000 ? "\"two\nlines\"" : "a" + i).append(',').append(i).append('\n');
        }
        Table table = Threads.by(2, () -> read(text.toString()));
        assertEquals(300_000, table.values().rows());
        assertEquals("row 200002 (\"two\nlines\")", table.rowTitle(200_000));
        assertEquals(299_999, table.values().get(299_999, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e", "1e+", "1ex", "1.2.3", "1-2", "--1", "1 2", "0x10", "1f", "e5", "."})
    void whatOnlyBeginsAsANumberIsNone(String cell) {
        assertThrows(InputException.class, () -> read("1,2\n3," + cell + "\n5,6\n"));
    }

    @Test
    void numbersMayHaveBlanksAndQuotesAroundThem() {
        assertTable(read("1 ,2\n\"3\", 4 \n5e2,6E-1\n"), 3, 1, 2, 3, 4, 500, 0.6);
    }
}
