package hadamask.table.text;

import org.jspecify.annotations.Nullable;

/// What precedes the rows of a text: a byte order mark, skipped lines, and Excel's `sep=;`.
///
/// @param from where the rows start
/// @param line the line that they start with, from 1
/// @param delimiter the one that a first line gives; null: none is given
public record Preamble(int from, int line, @Nullable Character delimiter) {
    private static final int[] SEPARATOR = {'s', 'e', 'p', '='};

    /// Finds where the rows start.
    ///
    /// @param skip lines to skip
    public static Preamble of(byte[] text, int skip) {
        int from = Utf8.start(text);
        for (int line = 0; line < skip; line++) {
            from = nextLine(text, from);
        }
        if (skip == 0) {
            int at = from;
            boolean quoted = at < text.length && text[at] == '"';
            at += quoted ? 1 : 0;
            if (Utf8.startsWith(text, at, SEPARATOR) && at + SEPARATOR.length < text.length) {
                byte character = text[at + SEPARATOR.length];
                int end = at + SEPARATOR.length + (quoted ? 2 : 1);
                if (character >= '\t' && character < 0x7f && character != '\n' && character != '\r'
                        && character != '"' && isLineEnd(text, end)) {
                    return new Preamble(nextLine(text, end), 2, (char) character);
                }
            }
        }
        return new Preamble(from, skip + 1, null);
    }

    private static boolean isLineEnd(byte[] text, int at) {
        return at >= text.length || text[at] == '\n' || text[at] == '\r';
    }

    private static int nextLine(byte[] text, int from) {
        int k = from;
        while (k < text.length && text[k] != '\n' && text[k] != '\r') {
            k++;
        }
        if (k + 1 < text.length && text[k] == '\r' && text[k + 1] == '\n') {
            k++;
        }
        return Math.min(text.length, k + 1);
    }
}
