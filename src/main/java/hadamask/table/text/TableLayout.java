package hadamask.table.text;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.table.ColumnSpec;
import hadamask.table.Note;
import hadamask.table.ReadOptions;
import hadamask.table.text.TextReader.Cells;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How a delimited text is laid out: whether it has a header, which column labels the rows, and which columns are read.
final class TableLayout {
    private final int count;
    private final @Nullable List<String> names;
    private final RowLabels labels;
    private final int[] selected;
    private final int[] targets;
    private final int firstRow;
    private final List<Note> notes;
    private final Set<Integer> texts;

    private TableLayout(int count, @Nullable List<String> names, RowLabels labels, int[] selected, int firstRow,
            List<Note> notes, Set<Integer> texts) {
        this.count = count;
        this.names = names;
        this.labels = labels;
        this.selected = selected;
        this.firstRow = firstRow;
        this.notes = notes;
        this.texts = texts;
        this.targets = new int[count];
        Arrays.fill(targets, -1);
        for (int k = 0; k < selected.length; k++) {
            targets[selected[k]] = k;
        }
    }

    /// Looks at the first rows.
    ///
    /// @throws InputException if there are no rows, or no such columns
    static TableLayout of(FirstRows rows, ReadOptions options, Cells cells) {
        if (rows.count() == 0) {
            throw new InputException("is empty, expected a table of numbers");
        }
        Header header = Header.of(rows, options.headers());
        if (header.isAboveData() && rows.count() == 1) {
            throw new InputException("has a header and no rows, expected rows of numbers",
                    Remedy.of(Remedy.Kind.NO_HEADERS));
        }
        boolean fieldShort = header.use() == Header.Use.NAMES_BEHIND_THE_FIRST;
        int count = rows.row(fieldShort ? 1 : 0).size();
        List<String> names = header.isAboveData() ? names(rows.row(0), fieldShort) : null;
        boolean numeric = options.columns().isNumeric(names);
        ColumnSpec spec = numeric ? options.columns().withoutNumeric() : options.columns();
        RowLabels labels = RowLabels.of(rows, names, count, header, numeric ? options.withColumns(spec) : options);
        int firstRow = header.isAboveData() ? 1 : 0;
        NumericColumns found = numeric ? NumericColumns.of(rows, firstRow, count, labels.column()) : null;
        int[] columns = (found == null ? spec : found.in(options.columns())).select(names, count);
        int[] values = IntStream.of(columns)
                .filter(j -> isRead(j, labels, spec, names, count, cells)).toArray();
        Set<Integer> texts = cells == Cells.NUMBERS
                ? Set.of()
                : IntStream.of(values).filter(j -> ColumnEvidence.of(rows, firstRow, j).isText()).boxed()
                        .collect(Collectors.toUnmodifiableSet());
        if (values.length == 0) {
            throw new InputException("has no column of numbers" + (spec.isAll() ? "" : " among those chosen"));
        }
        List<Note> notes = new ArrayList<>();
        Note left = found == null ? null : found.note(names, values);
        if (cells == Cells.NUMBERS_OR_TEXTS && options.headers() == ReadOptions.Headers.FIND && header.isAboveData()
                && header.note() == null
                && IntStream.range(0, count).noneMatch(j -> ColumnEvidence.of(rows, 1, j).isNumeric())) {
            notes.add(new Note(Note.Topic.HEADER, "row " + rows.line(0) + " was taken as column names",
                    Remedy.of(Remedy.Kind.NAMES_ARE_DATA)));
        }
        for (Note note : new Note[]{header.note(), labels.note(), left}) {
            if (note != null) {
                notes.add(note);
            }
        }
        return new TableLayout(count, names, labels, values, firstRow, notes, texts);
    }

    private static List<String> names(List<String> row, boolean fieldShort) {
        if (!fieldShort) {
            return row;
        }
        List<String> names = new ArrayList<>(row);
        names.addFirst("");
        return names;
    }

    /// The column of labels is not read as numbers unless both were asked for; other texts are dropped unless asked for.
    private static boolean isRead(int column, RowLabels labels, ColumnSpec spec, @Nullable List<String> names,
            int count, Cells cells) {
        if (cells == Cells.NUMBERS_OR_TEXTS && labels.role() == RowLabels.Role.TEXTS) {
            return column != labels.column() || spec.names(column, names, count);
        }
        return switch (labels.role()) {
            case NUMBERS -> column != labels.column();
            case NAMED -> column != labels.column() || spec.names(column, names, count);
            case TEXTS -> column != 0 || (labels.column() < 0 && spec.names(0, names, count));
        };
    }

    /// Refuses names and labels that are not UTF-8, in the columns that are read.
    void requireNames(Fields fields, Records records) {
        int shift = names == null ? 0 : names.size() - fields.texts(records, 0).size();
        if (names != null) {
            for (int j : selected) {
                if (names.get(j).indexOf('\ufffd') >= 0) {
                    fields.text(records, 0, j - shift);
                }
            }
        }
    }

    /// The record of the first row, after the header.
    int firstRow() {
        return firstRow;
    }

    /// How many cells each record has.
    int count() {
        return count;
    }

    /// The column of row labels, or -1.
    int id() {
        return labels.column();
    }

    /// Whether the labels were found rather than asked for.
    boolean foundLabels() {
        return labels.column() >= 0 && labels.role() != RowLabels.Role.NAMED;
    }

    /// The columns that are read, in their order.
    int[] selected() {
        return selected;
    }

    /// The place of a column among those that are read, or -1.
    int target(int column) {
        return targets[column];
    }

    /// The columns of texts among those that are read.
    Set<Integer> texts() {
        return texts;
    }

    /// The names of the columns that are read, or null.
    @Nullable
    List<String> selectedNames() {
        List<String> all = names;
        return all == null ? null : IntStream.of(selected).mapToObj(all::get).toList();
    }

    /// What was guessed.
    List<Note> notes() {
        return notes;
    }

    /// How messages call a column.
    String title(int column) {
        return title(names, column);
    }

    static String title(@Nullable List<String> names, int column) {
        return names == null || names.get(column).isEmpty()
                ? String.valueOf(column + 1)
                : "\"" + names.get(column) + "\"";
    }

    /// The specification, as a user writes it, of all columns that are read except some: `1-2`, or `!3,!5-7`.
    ///
    /// @param out from 0, ascending
    /// @param spec what was chosen before
    String without(List<Integer> out, ColumnSpec spec) {
        int kept = count - out.size();
        if (spec.isAll() && labels.column() < 0 && labels.role() == RowLabels.Role.NUMBERS && kept > 0
                && out.getFirst() == kept) {
            return kept == 1 ? "1" : "1-" + kept;
        }
        List<String> items = new ArrayList<>();
        for (int k = 0; k < out.size();) {
            int end = k;
            while (end + 1 < out.size() && out.get(end + 1) == out.get(end) + 1) {
                end++;
            }
            int from = out.get(k) + 1;
            items.add("!" + (end == k ? String.valueOf(from) : from + "-" + (from + end - k)));
            k = end + 1;
        }
        return (spec.isAll() ? "" : spec.text() + ",") + String.join(",", items);
    }
}
