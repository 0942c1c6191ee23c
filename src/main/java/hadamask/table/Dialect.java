package hadamask.table;

import java.util.Locale;

/// Finds what stands between the cells of a text: a tab, a semicolon, a comma, or blanks.
final class Dialect {
    /// Candidates, the surest first: a comma also stands inside numbers and names.
    private static final String CANDIDATES = "\t;, ";
    private static final int LOOK = 10;

    private Dialect() {
    }

    /// The delimiter of a text: a tab when the name says so, otherwise the candidate that occurs equally often in most of
    /// the first rows; a comma when none occurs.
    static char delimiter(String name, byte[] text, int from) {
        String lower = name.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - ".gz".length()) : lower;
        if (plain.endsWith(".tsv") || plain.endsWith(".tab")) {
            return '\t';
        }
        Records first = Records.of(text, from, CANDIDATES, LOOK);
        char best = ',';
        int bestScore = 0;
        for (int k = 0; k < CANDIDATES.length(); k++) {
            char candidate = CANDIDATES.charAt(k);
            int score = score(candidate, text, first);
            boolean blanksAlone = candidate != ' ' || (bestScore == 0 && score == first.count());
            if (score > bestScore && blanksAlone) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /// In how many of the records it occurs as often as in the first; 0 when it does not occur there.
    private static int score(char candidate, byte[] text, Records records) {
        int expected = records.count() == 0 ? 0 : occurrences(candidate, text, records, 0);
        int score = 0;
        for (int i = 0; i < records.count() && expected > 0; i++) {
            score += occurrences(candidate, text, records, i) == expected ? 1 : 0;
        }
        return score;
    }

    private static int occurrences(char candidate, byte[] text, Records records, int record) {
        int count = 0;
        boolean quoted = false;
        int start = records.start(record);
        int end = records.end(record);
        boolean blank = true; // blanks in a row, and at the start, are one
        for (int k = start; k < end; k++) {
            if (text[k] == '"') {
                quoted = !quoted;
            } else if (text[k] == candidate && !quoted && !(candidate == ' ' && (blank || k == end - 1))) {
                count++;
            }
            blank = text[k] == ' ';
        }
        return count;
    }
}
