package hadamask.table.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.parallel.Workers;
import hadamask.table.ReadOptions;
import hadamask.table.Table;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A text that is read window by window is the table that it is when read at once.
class LongTextReaderTest {
    private static final Workers WORKERS = new Workers(1);

    private static Table whole(String text, ReadOptions options) {
        return TextReader
                .read(input(text), text.getBytes(StandardCharsets.UTF_8), options, TextReader.Cells.NUMBERS, WORKERS)
                .table();
    }

    private static Table byWindows(String text, ReadOptions options, int window) {
        return LongTextReader.read(input(text), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                options, TextReader.Cells.NUMBERS, WORKERS, window).table();
    }

    private static Input input(String text) {
        return Input.stream("data.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertSame(Table expected, Table found, String what) {
        assertEquals(expected.values(), found.values(), what);
        assertEquals(expected.labels(), found.labels(), what);
        assertEquals(expected.columnNames(), found.columnNames(), what);
        assertEquals(expected.notes(), found.notes(), what);
        for (int i = 0; i < expected.rows(); i++) {
            assertEquals(expected.rowTitle(i), found.rowTitle(i), what);
        }
    }

    /// A header, labels with quotes and line ends in them, blank lines and comments.
    private static String text(long seed, String lineEnd) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("name,a,b" + lineEnd);
        for (int i = 0; i < 200; i++) {
            String label = switch (random.nextInt(6)) {
                case 0 -> "\"x" + lineEnd + lineEnd + "y, " + i + "\"";
                case 1 -> "\"say \"\"" + i + "\"\"\"";
                default -> "row" + i;
            };
            text.append(random.nextInt(7) == 0 ? lineEnd : "").append(label).append(',').append(random.nextInt(1000))
                    .append(',').append(random.nextGaussian()).append(lineEnd);
        }
        return text.toString();
    }

    @Test
    void anyWindowGivesTheSameTable() {
        for (int seed = 0; seed < 12; seed++) {
            String lineEnd = List.of("\n", "\r\n", "\r").get(seed % 3);
            String text = text(seed, lineEnd);
            text = seed % 2 == 0 ? text : text.substring(0, text.length() - lineEnd.length());
            Table expected = whole(text, ReadOptions.DEFAULT);
            for (int window : new int[]{900, 1300, 2000, text.length(), 10 * text.length()}) {
                assertSame(expected, byWindows(text, ReadOptions.DEFAULT, window), seed + ", " + window);
            }
        }
    }

    @Test
    void numbersAloneToo() {
        String text = "1,2\n3,4\n5,6\n7,8\n".repeat(20);
        assertSame(whole(text, ReadOptions.DEFAULT), byWindows(text, ReadOptions.DEFAULT, 8), "numbers");
    }

    @Test
    void aFaultIsToldWithItsLine() {
        String text = "a,b\n" + "1,2\n".repeat(50) + "1,x\n" + "1,2\n".repeat(50);
        InputException e = assertThrows(InputException.class, () -> byWindows(text, ReadOptions.DEFAULT, 16));
        assertEquals("row 52, column \"b\"", e.where());
        assertEquals("\"x\" is not a number", e.problem());
        String ragged = "a,b\n" + "1,2\n".repeat(50) + "1,2,3\n";
        e = assertThrows(InputException.class, () -> byWindows(ragged, ReadOptions.DEFAULT, 16));
        assertEquals("row 52 has 3 fields, expected 2", e.problem());
        String open = "a,b\n" + "1,2\n".repeat(50) + "\"1,2\n" + "1,2\n".repeat(50);
        e = assertThrows(InputException.class, () -> byWindows(open, ReadOptions.DEFAULT, 16));
        assertEquals("a quote is opened and never closed", e.problem());
        assertEquals("line 52", e.where());
    }
}
