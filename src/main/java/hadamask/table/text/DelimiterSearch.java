package hadamask.table.text;

import hadamask.file.Remedy;
import hadamask.table.Dialect;
import hadamask.table.Note;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds the delimiter of a text: a tab, a semicolon, a comma, a bar, or blanks.
///
/// @param delimiter that was found
/// @param note what users are told of it; null where it is obvious
record DelimiterSearch(char delimiter, @Nullable Note note) {
    /// Candidates, the surest first: a comma also stands inside numbers and names.
    static final String CANDIDATES = "\t;,| ";
    private static final int LOOK = 10;

    /// The delimiter of a text: the one that is given; otherwise a tab when the name says so and one is there, otherwise the candidate that occurs equally
    /// often in most of the first rows; a comma when none occurs.
    static DelimiterSearch of(String name, byte[] text, Preamble start, Dialect dialect) {
        Character given = dialect.delimiter();
        if (given != null) {
            return new DelimiterSearch(given, null);
        }
        Character said = start.delimiter();
        if (said != null) {
            return new DelimiterSearch(said, new Note(Note.Topic.DELIMITER,
                    "line 1 is sep=" + said + ", which was taken as what stands between the cells",
                    new Remedy(Remedy.Kind.OTHER_DELIMITER, ",")));
        }
        Records first = Records.of(text, start, CANDIDATES, dialect, LOOK);
        boolean tabs = saysTabs(name);
        if (tabs && (first.count() == 0 || occurs('\t', text, first))) {
            return new DelimiterSearch('\t', null);
        }
        char best = 0;
        int bestScore = 0;
        for (int k = 0; k < CANDIDATES.length(); k++) {
            char candidate = CANDIDATES.charAt(k);
            if (candidate == ',' && dialect.decimal() == Dialect.Decimal.COMMA && !occurs('"', text, first)) {
                continue;
            }
            int score = score(candidate, text, first, dialect);
            boolean alone = (candidate != ' ' && candidate != '|') || (bestScore == 0 && score == first.count());
            if (score > bestScore && alone) {
                best = candidate;
                bestScore = score;
            }
        }
        if (tabs) {
            boolean whole = bestScore > 0 && bestScore == first.count();
            return whole ? guessed(best, "has no tab in its first rows: ", "tab") : new DelimiterSearch('\t', null);
        }
        if (best == 0) {
            return new DelimiterSearch(dialect.decimal() == Dialect.Decimal.COMMA ? ';' : ',', null);
        }
        return best == '|' ? guessed(best, "", ",") : new DelimiterSearch(best, null);
    }

    private static DelimiterSearch guessed(char best, String why, String otherwise) {
        return new DelimiterSearch(best, new Note(Note.Topic.DELIMITER,
                why + "\"" + best + "\" was taken as what stands between the cells",
                new Remedy(Remedy.Kind.OTHER_DELIMITER, otherwise)));
    }

    /// Whether a file's name says that its cells are separated by tabs.
    private static boolean saysTabs(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - ".gz".length()) : lower;
        return plain.endsWith(".tsv") || plain.endsWith(".tab");
    }

    private static boolean occurs(char character, byte[] text, Records records) {
        for (int k = records.start(0); k < records.end(records.count() - 1); k++) {
            if (text[k] == character) {
                return true;
            }
        }
        return false;
    }

    /// In how many of the records it occurs as often as in the first, or, where the others agree, once more, as below a
    /// header of R; 0 when it does not occur there.
    private static int score(char candidate, byte[] text, Records records, Dialect dialect) {
        int expected = records.count() == 0 ? 0 : occurrences(candidate, text, records, 0, dialect);
        int score = 0;
        int more = 0;
        for (int i = 0; i < records.count(); i++) {
            int found = occurrences(candidate, text, records, i, dialect);
            score += expected > 0 && found == expected ? 1 : 0;
            more += found == expected + 1 ? 1 : 0;
        }
        boolean fieldShort = expected > 0 && more == records.count() - 1 && more > 0;
        return fieldShort ? records.count() : score;
    }

    /// How often a delimiter separates cells of a record.
    static int occurrences(char candidate, byte[] text, Records records, int record, Dialect dialect) {
        int count = 0;
        boolean quotes = dialect.quotes() == Dialect.Quotes.DOUBLE;
        boolean quoted = false;
        int start = records.start(record);
        int end = records.end(record);
        boolean blank = true; // blanks in a row, and at the start, are one
        for (int k = start; k < end; k++) {
            if (text[k] == '"' && quotes) {
                quoted = !quoted;
            } else if (text[k] == candidate && !quoted && !(candidate == ' ' && (blank || k == end - 1))) {
                count++;
            }
            blank = text[k] == ' ';
        }
        return count;
    }
}
