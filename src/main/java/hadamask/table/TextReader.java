package hadamask.table;

import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a delimited text: finds the records, then parses ranges of them at the same time, each into its own place.
final class TextReader {
    private static final int BYTES_PER_PART = 1 << 18;
    /// Where a row stands in the text, and its line.
    private static final int ROW_BYTES = 3 * Integer.BYTES + Integer.BYTES;
    /// A short text and its place in two lists.
    private static final int LABEL_BYTES = 64;

    private final byte[] text;
    private final char delimiter;
    private final Records records;
    private final Layout layout;
    private final Missing missing;

    private TextReader(byte[] text, char delimiter, Records records, Layout layout, Missing missing) {
        this.text = text;
        this.delimiter = delimiter;
        this.records = records;
        this.layout = layout;
        this.missing = missing;
    }

    static Table read(Input input, byte[] text, ReadOptions options) {
        int from = Content.textStart(text);
        Character given = options.delimiter();
        char delimiter = given == null ? Dialect.delimiter(input.name(), text, from) : given;
        try (Workers workers = new Workers(options.threads())) {
            Records records = Records.of(text, from, String.valueOf(delimiter), workers);
            Layout layout = Layout.of(text, delimiter, records, options);
            return new TextReader(text, delimiter, records, layout, options.missing()).table(input, workers);
        }
    }

    private Table table(Input input, Workers workers) {
        int first = layout.firstRow();
        int rows = records.count() - first;
        int columns = layout.selected().length;
        long perRow = (long) ROW_BYTES + (layout.id() < 0 ? 0 : LABEL_BYTES);
        double[] values = TableReader.cells(rows, columns, input.memory(), text.length + perRow * rows);
        String[] labels = layout.id() < 0 ? null : new String[rows];
        int[] lines = new int[rows];
        for (int i = 0; i < rows; i++) {
            lines[i] = records.line(first + i);
        }
        long bytes = records.end(records.count() - 1) - (long) records.start(first);
        int parts = Math.clamp(bytes / BYTES_PER_PART, 1, rows);
        workers.inAnyOrder(parts, part -> {
            int start = (int) ((long) rows * part / parts);
            int end = (int) ((long) rows * (part + 1) / parts);
            parse(start, end, values, labels);
        });
        return new Table(input.name(), labels == null ? null : List.of(labels), layout.selectedNames(),
                new Matrix(rows, columns, values), lines).withPlaces(layout.selected());
    }

    private void parse(int start, int end, double[] values, String @Nullable [] labels) {
        Fields fields = new Fields(text, delimiter);
        int columns = layout.selected().length;
        for (int i = start; i < end; i++) {
            fields.record(records, layout.firstRow() + i);
            parseRow(fields, i, i * columns, values, labels);
        }
    }

    private void parseRow(Fields fields, int row, int offset, double[] values, String @Nullable [] labels) {
        int count = layout.count();
        for (int j = 0; j < count; j++) {
            int target = layout.target(j);
            if (target >= 0) {
                double value = fields.nextNumber();
                if (!Double.isNaN(value)) {
                    values[offset + target] = value;
                    continue;
                }
            }
            if (!fields.next()) {
                throw ragged(row, j);
            }
            if (target >= 0) {
                values[offset + target] = number(fields, row, j);
            } else if (labels != null && j == layout.id()) {
                labels[row] = fields.text();
            }
        }
        if (fields.next()) {
            throw ragged(row, count + 1 + fields.remaining());
        }
    }

    private double number(Fields fields, int row, int column) {
        double value = fields.number();
        if (!Double.isNaN(value)) {
            return value;
        }
        boolean isMissing = fields.isMissing();
        if (isMissing && missing != Missing.ERROR) {
            return Double.NaN;
        }
        String place = "row " + records.line(layout.firstRow() + row) + ", column " + layout.title(column);
        String found = fields.isEmpty() ? "is empty, expected a number" : "\"" + fields.shown() + "\" is not a number";
        Remedy remedy = isMissing
                ? Remedy.of(Remedy.Kind.MISSING_VALUES)
                : Layout.isPunctuated(fields.shown())
                        ? Remedy.advice("write a point for a decimal comma, and no thousands separators")
                        : column == 0 && layout.id() < 0
                                ? new Remedy(Remedy.Kind.LABEL_COLUMN, String.valueOf(column + 1))
                                : Remedy.of(Remedy.Kind.LEAVE_COLUMNS_OUT);
        throw new InputException(found, remedy).at(place);
    }

    private InputException ragged(int row, int found) {
        // The place is the subject of the sentence: `data.csv: row 3 has 6 fields, expected 5`.
        return new InputException("row " + records.line(layout.firstRow() + row) + " has " + found
                + (found == 1 ? " field" : " fields") + ", expected " + layout.count());
    }
}
