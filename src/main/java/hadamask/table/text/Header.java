package hadamask.table.text;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.table.Note;
import hadamask.table.ReadOptions;
import hadamask.table.text.CellSyntax.Kind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether the first row holds the names of the columns.
///
/// @param use what it holds
/// @param note what users are told of it; null where it is obvious
record Header(Use use, @Nullable Note note) {
    private static final Header PLAIN_NAMES = new Header(Use.NAMES, null);
    private static final Header PLAIN_DATA = new Header(Use.DATA, null);

    /// What the first row holds.
    enum Use {
        NAMES,
        /// The names of all columns but the first, as R writes them.
        NAMES_BEHIND_THE_FIRST, DATA
    }

    /// Looks at the first rows.
    static Header of(FirstRows rows, ReadOptions.Headers headers) {
        if (headers == ReadOptions.Headers.NONE) {
            return PLAIN_DATA;
        }
        if (isFieldShort(rows)) {
            return new Header(Use.NAMES_BEHIND_THE_FIRST, new Note(Note.Topic.HEADER, "row " + rows.line(0)
                    + " has a name less than the rows have cells: the first cell of each was taken as its label",
                    Remedy.NONE));
        }
        return headers == ReadOptions.Headers.FIRST_ROW ? PLAIN_NAMES : found(rows);
    }

    /// Texts above numbers are a header. Numbers beside them are names, too, if they are natural or few. Where no text
    /// stands above numbers, the numbers decide, and where none is a number, an empty cell speaks for data.
    private static Header found(FirstRows rows) {
        FirstRows.Tally tally = rows.tally(0);
        boolean gaps = tally.missing() + tally.empty() > 0;
        int enough = tally.numbers() == 0 ? 1 : Integer.MAX_VALUE;
        int overNumbers = tally.texts() == 0 ? 0 : textsOverNumbers(rows, enough);
        if (tally.numbers() == 0) {
            boolean header = overNumbers > 0 || (tally.texts() > 0 && !gaps);
            return header && tally.missing() > 0 ? names(rows) : header ? PLAIN_NAMES : PLAIN_DATA;
        }
        HeaderNumbers found = new HeaderNumbers(rows, 0);
        if (overNumbers > 0) {
            return found.areNaturalAndDistinct() || overNumbers >= tally.numbers() || found.areNames()
                    ? names(rows)
                    : PLAIN_DATA;
        }
        boolean corner = rows.kind(0, 0) == Kind.EMPTY && tally.empty() == 1;
        if (tally.missing() > 0 || (gaps && !corner)) {
            return PLAIN_DATA;
        }
        if (corner) {
            boolean overLabels = rows.counts(1, 0, 1) || ColumnEvidence.of(rows, 1, 0).isText();
            return overLabels || found.areNamesBesideAText() ? names(rows) : data(rows, found);
        }
        boolean beside = rows.kind(0, 0) == Kind.TEXT && found.count() > 0;
        boolean title = beside && Titles.WORDS.matcher(rows.cell(0, 0)).matches() && found.areNamesBesideATitle();
        return title || (beside ? found.areNamesBesideAText() : found.areNames()) ? names(rows) : data(rows, found);
    }

    private static Header names(FirstRows rows) {
        if (rows.count() > 2 && rows.kind(1, 0) == Kind.TEXT && new HeaderNumbers(rows, 1).areNamesAgain()) {
            throw new InputException("row " + rows.line(1) + " looks like a second row of names",
                    new Remedy(Remedy.Kind.TWO_HEADERS, String.valueOf(rows.line(1))));
        }
        return new Header(Use.NAMES, new Note(Note.Topic.HEADER, "row " + rows.line(0) + " was taken as column names",
                Remedy.of(Remedy.Kind.NAMES_ARE_DATA)));
    }

    private static Header data(FirstRows rows, HeaderNumbers found) {
        return found.areDoubtful()
                ? new Header(Use.DATA, new Note(Note.Topic.HEADER, "row " + rows.line(0) + " was taken as data",
                        Remedy.of(Remedy.Kind.DATA_ARE_NAMES)))
                : PLAIN_DATA;
    }

    /// In how many columns of numbers the first cell is a text.
    ///
    /// @param enough where counting may stop
    private static int textsOverNumbers(FirstRows rows, int enough) {
        int found = 0;
        for (int j = 0; j < rows.row(0).size() && found < enough; j++) {
            found += rows.kind(0, j) == Kind.TEXT && ColumnEvidence.of(rows, 1, j).isNumeric() ? 1 : 0;
        }
        return found;
    }

    /// R's `write.table` gives the column of row names no name at all: the header is one field short.
    private static boolean isFieldShort(FirstRows rows) {
        int names = rows.row(0).size();
        if (rows.count() < 2 || rows.row(1).size() != names + 1) {
            return false;
        }
        for (int i = 1; i < rows.count(); i++) {
            if (rows.row(i).size() != names + 1) {
                return false;
            }
        }
        ColumnEvidence last = ColumnEvidence.of(rows, 1, names);
        boolean labels = ColumnEvidence.of(rows, 1, 0).isText();
        boolean numbered = rows.counts(1, 0, 1);
        boolean texts = rows.tally(0).texts() == names;
        return last.numbers() + last.texts() > 0 && (labels || numbered || (texts && names > 1))
                && rows.tally(0).empty() == 0;
    }

    /// Words above labels; compiled when they are needed.
    private static final class Titles {
        static final Pattern WORDS = Pattern.compile("(?i)(^|.*[^a-z])(ids?|names?|labels?|samples?|specimens?|subjects?"
                + "|genes?|symbols?|probes?|features?|species|taxon|taxa|otu|countr(y|ies)|regions?|states?|cit(y|ies)"
                + "|wave(length|number)s?)([^a-z].*|$)");

        private Titles() {
        }
    }

    /// Whether the first row is above the data.
    boolean isAboveData() {
        return use != Use.DATA;
    }
}
