package hadamask.table.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.Threads;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.table.ColumnSpec;
import hadamask.table.Missing;
import hadamask.table.ReadOptions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadTableTest {
    private static String complaint(Input input, ReadOptions options) {
        InputException e = assertThrows(InputException.class, () -> TableReader.read(input, options));
        return e.where() + ": " + e.problem();
    }

    private static String complaint(byte[] bytes, ReadOptions options) {
        return complaint(Input.stream("data.csv", new ByteArrayInputStream(bytes)), options);
    }

    private static String complaint(String text) {
        return complaint(text.replace("|", "\n").getBytes(StandardCharsets.UTF_8), ReadOptions.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '\'', value = {
        "'' > data.csv: is empty, expected a table of numbers",
        "'||  |' > data.csv: is empty, expected a table of numbers",
        "'a,b|' > data.csv: has a header and no rows, expected rows of numbers",
        "'a,b|1,x|' > data.csv: row 2, column \"b\": \"x\" is not a number",
        "'v,w|1,2||3,4|5,n/a|' > data.csv: row 5, column \"w\": \"n/a\" is not a number",
        "'v,w|1,NaN|' > data.csv: row 2, column \"w\": \"NaN\" is not a number",
        "'v,w|1,|' > data.csv: row 2, column \"w\": is empty, expected a number",
        "'1,2|3,4d|' > data.csv: row 2, column 2: \"4d\" is not a number",
        "'1,2|3,0x1p3|' > data.csv: row 2, column 2: \"0x1p3\" is not a number",
        "'1,2|3,1_000|' > data.csv: row 2, column 2: \"1_000\" is not a number",
        "'1,2|3,1e|' > data.csv: row 2, column 2: \"1e\" is not a number",
        "'1,2|3,--4|' > data.csv: row 2, column 2: \"--4\" is not a number",
        "'5.1,3.5,setosa|4.9,3,setosa|' > data.csv: row 1, column 3: \"setosa\" is not a number",
        "'x,y|7,1|O,2|' > data.csv: row 3, column \"x\": \"O\" is not a number",
        "'a,b|1,\"2|' > data.csv: line 2: a quote is opened and never closed",
        "'a,b|1,\"2\"3|' > data.csv: row 2: there is more behind the closing quote of \"2\", expected \",\"",
        "'id,kind|a,cat|b,dog|' > data.csv: row 2, column \"kind\": \"cat\" is not a number"})
    void aBadTableIsRefusedWithItsPlace(String text, String expected) {
        assertEquals(expected, complaint(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '\'', value = {
        "'a,b,c,d,e|1,2,3,4,5|1,2,3,4,5,6|' > data.csv: row 3 has 6 fields, expected 5",
        "'1,2,3|1,2|' > data.csv: row 2 has 2 fields, expected 3"})
    void raggedRowsAreNotPaddedWithZeros(String text, String expected) {
        assertEquals(expected, complaint(text));
    }

    @Test
    void theFirstOfManyFaultsIsReportedWithAnyNumberOfThreads() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 200_000; i++) {
            text.append(i % 70_000 == 0 ? "x,1\n" : "1234567,7654321\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        for (int threads : new int[]{1, 2, 7}) {
            assertEquals("data.csv: row 70000, column 1: \"x\" is not a number",
                    Threads.by(threads, () -> complaint(bytes, ReadOptions.DEFAULT)));
        }
    }

    @Test
    void utf16IsRefusedWithAndWithoutByteOrderMark() {
        assertTrue(complaint("a,b\n1,2\n".getBytes(StandardCharsets.UTF_16), ReadOptions.DEFAULT)
                .startsWith("data.csv: is a UTF-16 text"));
        assertTrue(complaint("a,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE), ReadOptions.DEFAULT)
                .startsWith("data.csv: is a UTF-16 text"));
    }

    @Test
    void aBrokenGzipIsRefused() {
        byte[] broken = {0x1f, (byte) 0x8b, 8, 0, 0, 0};
        assertTrue(complaint(broken, ReadOptions.DEFAULT).startsWith("data.csv: is a broken gzip file"));
    }

    @Test
    void aFolderIsRefused(@TempDir Path folder) {
        assertEquals(folder + ": is a folder, expected a file", complaint(Input.file(folder), ReadOptions.DEFAULT));
    }

    @Test
    void aColumnThatIsNotThereIsNamed() {
        byte[] text = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
        assertEquals("data.csv: there is no column \"z\"",
                complaint(text, ReadOptions.DEFAULT.withColumns(new ColumnSpec("a,z"))));
        assertEquals("data.csv: there is no column \"3\"",
                complaint(text, ReadOptions.DEFAULT.withColumns(new ColumnSpec("1-2,3"))));
        assertEquals("data.csv: there is no column \"k\"", complaint(text, ReadOptions.DEFAULT.withId("k")));
    }

    @Test
    void aNameThatOccursTwiceChoosesNothing() {
        byte[] text = "a,a\n1,2\n".getBytes(StandardCharsets.UTF_8);
        assertEquals("data.csv: \"a\" is the name of columns 1 and 2, expected one",
                complaint(text, ReadOptions.DEFAULT.withColumns(new ColumnSpec("a"))));
        assertEquals(2, TableReader.read(Input.stream("data.csv", new ByteArrayInputStream(text)), ReadOptions.DEFAULT)
                .values().columns());
    }

    @Test
    void whenEachRowIsDroppedNoneIsLeft() {
        assertEquals("data.csv: each row has a missing value, none is left", complaint(
                "1,\n,2\n".getBytes(StandardCharsets.UTF_8), ReadOptions.DEFAULT.withMissing(Missing.DROP)));
    }
}
