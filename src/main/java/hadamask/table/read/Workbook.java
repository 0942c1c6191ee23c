package hadamask.table.read;

import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.file.Remedy;
import hadamask.table.Quoting;
import hadamask.table.Table;
import hadamask.table.text.Utf8;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/// A sheet of a workbook of Excel (`.xlsx`) as a text of comma-separated values: so all that is found in a text, header, labels
/// and missing values, is found in a sheet, and row 7 is row 7.
///
/// Of a formula the value is taken that was stored with it. A date is a text, as its number would be taken for a quantity.
/// Files leave cells out that are empty: all rows become as wide as the widest, and a row without a value is a blank line.
final class Workbook {
    private static final String CONTENTS = "[Content_Types].xml";
    /// Numbers of the formats of dates and times that are not written out, as ECMA-376 lists them (18.8.30).
    private static final Pattern DATES = Pattern.compile("1[4-9]|2[0-2]|4[5-7]");
    /// What a format of a date has outside of quotes, colours and escapes.
    private static final Pattern DATE = Pattern.compile("(?i).*[ymdhs].*");
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|(?i)general");
    private static final int NAMED = 6;

    private final long limit;
    private final MemoryLimit memory;
    private byte[] text = new byte[1 << 16];
    private int length;
    /// The number of the next row.
    private int row = 1;
    /// The cells of each line of the text up to the last that has a value.
    private int[] widths = new int[1 << 10];

    private Workbook(MemoryLimit memory) {
        this.memory = memory;
        this.limit = Math.min(memory.room() / 2, Integer.MAX_VALUE - 8);
    }

    /// Whether a zip archive is one.
    static boolean begins(byte[] head) {
        if (!Utf8.startsWith(head, 'P', 'K', 3, 4)) {
            return false;
        }
        String start = new String(head, StandardCharsets.ISO_8859_1);
        return start.contains(CONTENTS) || start.contains("xl/") || start.contains("_rels/.rels");
    }

    /// A sheet as a text.
    ///
    /// @param sheet its name; null: the first
    /// @throws InputException if there is no such sheet, or the workbook is broken or larger than memory allows
    static byte[] text(byte[] content, @Nullable String sheet, MemoryLimit memory) {
        Workbook workbook = new Workbook(memory);
        workbook.requireRoom(content);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(content),
                new ReadingOptions(true, true))) {
            List<Sheet> sheets = book.getSheets().toList();
            Sheet found = sheet == null && !sheets.isEmpty() ? sheets.getFirst() : named(sheets, String.valueOf(sheet));
            try (Stream<Row> rows = found.openStream()) {
                rows.forEachOrdered(workbook::add);
            }
        } catch (InputException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // the library has many ways to say so
            throw new InputException("is a broken workbook: " + reason(e), e);
        }
        return workbook.evened();
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").replaceFirst("^[\\w.]+Exception: ", "");
    }

    private static Sheet named(List<Sheet> sheets, String name) {
        for (Sheet sheet : sheets) {
            if (sheet.getName().equals(name)) {
                return sheet;
            }
        }
        List<String> names = sheets.stream().map(Sheet::getName).limit(NAMED).toList();
        throw new InputException("has no sheet \"" + name + "\": holds " + Table.count(sheets.size(), "sheet") + ": "
                + String.join(", ", names) + (sheets.size() > NAMED ? ", ..." : ""), Remedy.of(Remedy.Kind.ONE_SHEET));
    }

    /// Unpacks all once, as the library has no limit: what is larger than memory allows is refused.
    private void requireRoom(byte[] content) {
        long unpacked = 0;
        byte[] piece = new byte[1 << 16];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            while (zip.getNextEntry() != null) {
                for (int count = zip.read(piece); count >= 0; count = zip.read(piece)) {
                    unpacked += count;
                    if (unpacked > limit) {
                        throw tooLarge();
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) { // the second for a name in no encoding
            throw new InputException("is a broken zip archive: " + e.getMessage(), e);
        }
    }

    private InputException tooLarge() {
        return new InputException("unpacks to more than " + MemoryLimit.text(limit) + " and "
                + memory.exceeded().problem(), memory.exceeded().remedy());
    }

    private void add(Row next) {
        while (row < next.getRowNum()) {
            endRow(0);
        }
        int width = 0;
        for (int j = 0; j < next.getCellCount(); j++) {
            Cell cell = next.getCell(j);
            String word = cell == null ? "" : word(cell).replaceAll("[\\r\\n]+", " ");
            if (!word.isBlank()) {
                put(",".repeat(j - Math.max(0, width - 1)) + Quoting.cell(word, ','));
                width = j + 1;
            }
        }
        endRow(width);
    }

    private void endRow(int width) {
        put("\n");
        if (row > widths.length) {
            widths = Arrays.copyOf(widths, 2 * widths.length);
        }
        widths[row - 1] = width;
        row++;
    }

    /// The text, its rows filled up with empty cells.
    private byte[] evened() {
        int rows = row - 1;
        int widest = Arrays.stream(widths, 0, rows).max().orElse(0);
        long missing = Arrays.stream(widths, 0, rows).filter(width -> width > 0).mapToLong(width -> widest - width)
                .sum();
        if (length + missing > limit) {
            throw tooLarge();
        }
        byte[] even = new byte[(int) (length + missing)];
        int at = 0;
        int line = 0;
        for (int i = 0; i < length; i++) {
            if (text[i] == '\n') {
                int more = widths[line] == 0 ? 0 : widest - widths[line];
                Arrays.fill(even, at, at + more, (byte) ',');
                at += more;
                line++;
            }
            even[at++] = text[i];
        }
        return even;
    }

    private static String word(Cell cell) {
        CellType type = cell.getType();
        String raw = cell.getRawValue();
        if (type == CellType.NUMBER) {
            return isDate(cell) ? cell.asDate().toString() : raw;
        }
        if (type == CellType.BOOLEAN) {
            return "1".equals(raw) || "true".equalsIgnoreCase(raw) ? "TRUE" : "FALSE";
        }
        return raw == null ? "" : type == CellType.STRING ? cell.getText() : raw;
    }

    private static boolean isDate(Cell cell) {
        Integer number = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        return (number != null && DATES.matcher(number.toString()).matches())
                || (format != null && DATE.matcher(LITERAL.matcher(format).replaceAll("")).matches());
    }

    private void put(String more) {
        byte[] bytes = more.getBytes(StandardCharsets.UTF_8);
        if (length + (long) bytes.length > limit) {
            throw tooLarge();
        }
        if (length + bytes.length > text.length) {
            text = Arrays.copyOf(text, (int) Math.min(limit, Math.max(length + (long) bytes.length, 2L * text.length)));
        }
        System.arraycopy(bytes, 0, text, length, bytes.length);
        length += bytes.length;
    }
}
