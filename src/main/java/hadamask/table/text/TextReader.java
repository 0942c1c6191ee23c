package hadamask.table.text;

import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.file.Remedy;
import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import hadamask.table.Dialect;
import hadamask.table.Missing;
import hadamask.table.MixedTable;
import hadamask.table.Note;
import hadamask.table.Provenance;
import hadamask.table.ReadOptions;
import hadamask.table.Table;
import hadamask.table.TextColumns;
import hadamask.table.array.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a delimited text: finds the records, then parses ranges of them in parallel, each into its own place.
public final class TextReader {
    private static final int BYTES_PER_PART = 1 << 18;
    /// The position of a row in the text, and its line number.
    private static final int ROW_BYTES = 3 * Integer.BYTES + Integer.BYTES;
    /// A short text and its place in two lists.
    private static final int LABEL_BYTES = 64;

    private final byte[] text;
    private final CellSyntax syntax;
    private final Records records;
    private final FirstRows rows;
    private final TableLayout layout;
    private final ReadOptions options;
    private final int first;

    /// What cells may be besides missing.
    public enum Cells {
        NUMBERS,
        /// A column is one or the other as a whole.
        NUMBERS_OR_TEXTS
    }

    TextReader(byte[] text, CellSyntax syntax, Records records, ReadOptions options, Cells cells) {
        this.text = text;
        this.syntax = syntax;
        this.records = records;
        this.rows = new FirstRows(text, syntax, records);
        this.layout = TableLayout.of(rows, options, cells);
        this.options = options;
        this.first = layout.firstRow();
    }

    /// The same for a text that goes on behind another.
    TextReader(TextReader before, byte[] text, Records records) {
        this(before, text, records, 0);
    }

    private TextReader(TextReader before, byte[] text, Records records, int first) {
        this.text = text;
        this.syntax = before.syntax;
        this.records = records;
        this.rows = before.rows;
        this.layout = before.layout;
        this.options = before.options;
        this.first = first;
    }

    /// The same for a text that begins in the same way: its header is no row.
    TextReader first(byte[] longer, Records all) {
        return new TextReader(this, longer, all, layout.firstRow());
    }

    /// The record of the first row.
    int first() {
        return first;
    }

    /// What stands in the records of a text.
    ///
    /// @param values row by row
    /// @param labels of the rows, or null
    /// @param lines of the rows, from 1
    /// @param texts those of columns of texts, or null
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Piece(double[] values, String @Nullable [] labels, int[] lines, @Nullable TextCells texts) {}

    public static MixedTable read(Input input, byte[] text, ReadOptions options, Cells cells, Workers workers) {
        Dialect dialect = options.dialect();
        Preamble start = Preamble.of(text, dialect.skip());
        DelimiterSearch found = DelimiterSearch.of(input.name(), text, start, dialect);
        CellSyntax syntax = CellSyntax.of(found.delimiter(), options);
        try {
            Records records = Records.of(text, start, String.valueOf(found.delimiter()), dialect, workers);
            MixedTable read = new TextReader(text, syntax, records, options, cells).table(input, workers);
            Note note = found.note();
            return note == null ? read : new MixedTable(read.table().withNoteFirst(note), read.texts());
        } catch (InputException e) {
            throw e.remedy().kind() == Remedy.Kind.MORE_MEMORY ? e : Misreading.explain(e, text, start, options);
        }
    }

    private MixedTable table(Input input, Workers workers) {
        return table(input.name(), piece(input.memory(), 0, workers));
    }

    /// Parses the records.
    ///
    /// @param besides further bytes in use
    Piece piece(MemoryLimit memory, long besides, Workers workers) {
        if (first == layout.firstRow()) {
            layout.requireNames(new Fields(text, syntax), records);
        }
        int count = records.count() - first;
        int columns = layout.selected().length;
        long perRow = (long) ROW_BYTES + (layout.id() < 0 ? 0 : LABEL_BYTES);
        double[] values = Numbers.room(count, columns, memory, besides + text.length + perRow * count);
        String[] labels = layout.id() < 0 ? null : new String[count];
        TextCells texts = layout.texts().isEmpty() ? null : new TextCells(layout, count);
        int[] lines = new int[count];
        for (int i = 0; i < count; i++) {
            lines[i] = records.line(first + i);
        }
        if (count > 0) {
            long bytes = records.end(records.count() - 1) - (long) records.start(first);
            int parts = Math.clamp(bytes / BYTES_PER_PART, 1, count);
            workers.inAnyOrder(parts, part -> {
                int start = (int) ((long) count * part / parts);
                int end = (int) ((long) count * (part + 1) / parts);
                parse(start, end, values, labels, texts);
            });
        }
        return new Piece(values, labels, lines, texts);
    }

    /// The table of all pieces together.
    MixedTable table(String name, Piece all) {
        TextColumns found = all.texts == null ? TextColumns.NONE : all.texts.numbered(all.values);
        Matrix matrix = new Matrix(all.lines.length, layout.selected().length, all.values);
        String[] labels = all.labels;
        Provenance provenance = Provenance.NONE.withLines(all.lines).withPlaces(layout.selected())
                .withNotes(notes(matrix, labels));
        return new MixedTable(Table.located(name, labels == null ? null : List.of(labels), layout.selectedNames(), matrix,
                provenance), found);
    }

    /// The numbers of a row.
    int columns() {
        return layout.selected().length;
    }

    private void parse(int start, int end, double[] values, String @Nullable [] labels, @Nullable TextCells texts) {
        Fields fields = new Fields(text, syntax);
        int columns = layout.selected().length;
        boolean plain = texts == null && syntax.isPlain() && (layout.id() < 0 || layout.target(layout.id()) < 0);
        for (int i = start; i < end; i++) {
            fields.record(records, first + i);
            if (plain) {
                parseRow(fields, i, i * columns, values, labels);
            } else {
                parseCarefully(fields, i, i * columns, values, labels, texts);
            }
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
        requireEnd(fields, row);
    }

    /// The same where digits alone do not tell the number, a label is a number, too, or there are texts.
    private void parseCarefully(Fields fields, int row, int offset, double[] values, String @Nullable [] labels,
            @Nullable TextCells texts) {
        int count = layout.count();
        for (int j = 0; j < count; j++) {
            if (!fields.next()) {
                throw ragged(row, j);
            }
            int target = layout.target(j);
            if (texts != null && layout.texts().contains(j)) {
                texts.put(row, target, text(fields, row, j));
            } else if (target >= 0) {
                values[offset + target] = number(fields, row, j);
            }
            if (labels != null && j == layout.id()) {
                labels[row] = fields.text();
            }
        }
        requireEnd(fields, row);
    }

    private double number(Fields fields, int row, int column) {
        double value = fields.number();
        if (!Double.isNaN(value)) {
            return value;
        }
        boolean isMissing = fields.isMissing();
        if (isMissing && options.missing() != Missing.ERROR) {
            return Double.NaN;
        }
        CellFault fault = fault();
        throw isMissing && isEmpty(column)
                ? fault.empty(column)
                : fault.of(fields.shown(), isMissing, records.line(first + row), column);
    }

    /// A text; empty where it is missing.
    private String text(Fields fields, int row, int column) {
        if (!fields.isMissing()) {
            return fields.text();
        }
        if (options.missing() == Missing.ERROR) {
            throw fault().missingText(fields.shown(), records.line(first + row), column);
        }
        return "";
    }

    private CellFault fault() {
        return new CellFault(rows.again(), layout, options, syntax.delimiter());
    }

    private boolean isEmpty(int column) {
        Fields fields = new Fields(text, syntax);
        int count = records.count() - first;
        for (int i = 0; i < count; i++) {
            fields.record(records, first + i);
            for (int j = 0; j <= column; j++) {
                if (!fields.next()) {
                    return false;
                }
            }
            if (!fields.isMissing()) {
                return false;
            }
        }
        return count > 1;
    }

    /// What was guessed, and what it led to.
    private List<Note> notes(Matrix matrix, String @Nullable [] labels) {
        List<Note> notes = new ArrayList<>(layout.notes());
        Note repeated = labels != null && layout.foundLabels()
                ? RowLabels.repeated(labels, layout.title(layout.id()))
                : null;
        if (repeated != null) {
            notes.add(repeated);
        }
        for (int k = 0; k < matrix.columns() && options.missing() != Missing.ERROR; k++) {
            if (hasNone(matrix, k)) {
                int column = layout.selected()[k];
                if (options.missing() == Missing.DROP) {
                    throw fault().empty(column);
                }
                notes.add(new Note(Note.Topic.COLUMNS, "column " + layout.title(column) + " is empty in every row",
                        fault().emptyRemedy(column)));
                break; // the first is enough to see what is wrong
            }
        }
        return notes;
    }

    private static boolean hasNone(Matrix matrix, int column) {
        for (int i = 0; i < matrix.rows(); i++) {
            if (!Double.isNaN(matrix.get(i, column))) {
                return false;
            }
        }
        return matrix.rows() > 1;
    }

    private void requireEnd(Fields fields, int row) {
        if (fields.next()) {
            throw ragged(row, layout.count() + 1 + fields.remaining());
        }
    }

    private InputException ragged(int row, int found) {
        // The place is the subject of the sentence: `data.csv: row 3 has 6 fields, expected 5`.
        return new InputException("row " + records.line(first + row) + " has "
                + Table.count(found, "field") + ", expected " + layout.count());
    }
}
