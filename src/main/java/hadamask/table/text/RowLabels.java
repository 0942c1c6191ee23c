package hadamask.table.text;

import hadamask.file.Remedy;
import hadamask.table.ColumnSpec;
import hadamask.table.LabelColumn;
import hadamask.table.Note;
import hadamask.table.ReadOptions;
import hadamask.table.number.Punctuation;
import hadamask.table.text.CellSyntax.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which column labels the rows.
///
/// @param column from 0; -1: none
/// @param role what else is known of that column, or of the first one
/// @param note what is said of the choice; null where it is plain
record RowLabels(int column, Role role, @Nullable Note note) {
    /// Names, in lower case, of columns that number rows; so are names that end in ` id`, `_id` or `ID`.
    private static final Set<String> NAMES = Set.of("rownames", "row names", "row_names", "row.names", "rowname", "row",
            "rownumber", "row number", "row_number", "rowid", "row id", "row_id", "id", "ids", "index", "idx", "no",
            "no.", "nr", "nr.", "number", "obs", "obs.", "otu", "otus", "otuid", "unnamed: 0");

    /// Fewer rows may count from 1 by chance.
    private static final int NO_CHANCE = 5;

    /// A column that does not name its rows shows it within these; looking at all labels would take as long as reading them.
    private static final int MAX_LABELS = 20_000;

    private static final RowLabels NONE = new RowLabels(-1, Role.NUMBERS, null);

    /// What else is known of the column of labels.
    enum Role {
        /// It is a column of numbers, like others.
        NUMBERS,
        /// It can be nothing but labels.
        TEXTS,
        /// It was named as the labels.
        NAMED
    }

    /// Finds the labels: the column that is named, or else the first one where it alone has no name, is a text, counts the
    /// rows, or is called as columns are that number rows. A column of numbers that the selection names is none.
    ///
    /// @param names of the columns, or null
    static RowLabels of(FirstRows rows, @Nullable List<String> names, int count, Header header, ReadOptions options) {
        LabelColumn wanted = options.labels();
        if (wanted.choice() == LabelColumn.Choice.NAMED) {
            return new RowLabels(ColumnSpec.column(wanted.column(), names, count), Role.NAMED, null);
        }
        if (count < 2) {
            return NONE;
        }
        int start = header.isAboveData() ? 1 : 0;
        if (isText(rows, start)) {
            boolean left = wanted.choice() == LabelColumn.Choice.NONE;
            return new RowLabels(left ? -1 : 0, Role.TEXTS, null);
        }
        if (wanted.choice() == LabelColumn.Choice.NONE || options.columns().names(0, names, count)) {
            return NONE;
        }
        if (header.use() == Header.Use.NAMES_BEHIND_THE_FIRST) {
            return new RowLabels(0, Role.NUMBERS, null);
        }
        if (names != null && names.getFirst().isEmpty() && !names.subList(1, count).contains("")) {
            return new RowLabels(0, Role.NUMBERS, null);
        }
        boolean called = names != null && isCalledSo(names.getFirst()) && isNatural(rows, start);
        if (called || rows.counts(start, 0, NO_CHANCE)) {
            String title = names == null || names.getFirst().isEmpty() ? "1" : "\"" + names.getFirst() + "\"";
            return new RowLabels(0, Role.NUMBERS, new Note(Note.Topic.LABELS,
                    "column " + title + " was taken as the labels of the rows", Remedy.of(Remedy.Kind.LABELS_ARE_NUMBERS)));
        }
        return NONE;
    }

    /// Whether the first column is not one of numbers: it begins with a text, and has more texts than numbers. One bad number
    /// does not make it a column of labels.
    private static boolean isText(FirstRows rows, int start) {
        int texts = 0;
        int numbers = 0;
        boolean textFirst = false;
        for (int i = start; i < rows.count(); i++) {
            Kind kind = rows.kind(i, 0);
            boolean text = kind == Kind.TEXT && !isPunctuated(rows.cell(i, 0));
            textFirst |= text && texts + numbers == 0;
            texts += text ? 1 : 0;
            numbers += kind == Kind.NUMBER || (kind == Kind.TEXT && !text) ? 1 : 0;
        }
        return textFirst && texts > numbers;
    }

    /// Most labels are recognised by their first character, without loading a further class at the start.
    private static boolean isPunctuated(String cell) {
        char first = cell.charAt(0);
        return first < 'A' && Punctuation.isPunctuated(cell);
    }

    private static boolean isCalledSo(String name) {
        String plain = (name.startsWith("#") ? name.substring(1) : name).strip();
        String lower = plain.toLowerCase(Locale.ROOT);
        int before = lower.length() - 3;
        return NAMES.contains(lower) || (lower.endsWith("id") && before >= 0
                && (" ._-#".indexOf(lower.charAt(before)) >= 0 || plain.endsWith("ID")));
    }

    private static boolean isNatural(FirstRows rows, int start) {
        ColumnEvidence evidence = ColumnEvidence.of(rows, start, 0);
        return evidence.numbers() > 0 && evidence.natural() == evidence.numbers() && evidence.texts() == 0;
    }

    /// The note about labels shared by several of the first 20,000 rows; null when there are none.
    ///
    /// @param title how messages call their column
    static @Nullable Note repeated(String[] labels, String title) {
        int looked = Math.min(labels.length, MAX_LABELS);
        Set<String> seen = HashSet.newHashSet(looked);
        for (int i = 0; i < looked; i++) {
            if (!seen.add(labels[i])) {
                return new Note(Note.Topic.REPEATED_LABELS,
                        "column " + title + " labels the rows, and several are \"" + labels[i] + "\"",
                        Remedy.of(Remedy.Kind.ROW_NUMBERS));
            }
        }
        return null;
    }
}
