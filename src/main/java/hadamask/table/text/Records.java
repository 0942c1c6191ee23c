package hadamask.table.text;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.parallel.Workers;
import hadamask.table.Dialect;
import hadamask.table.number.EightBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Where the records of a text are: a record is a line, or several where a quoted cell contains line ends.
///
/// Lines end with LF, CRLF or CR. Blank lines are skipped. Memory: 12 bytes per record.
public final class Records {
    /// Bytes that one of several workers scans.
    private static final int PART = 1 << 20;

    private final byte[] comment;
    private final Dialect.Quotes quotes;
    private int[] starts = new int[1024];
    private int[] ends = new int[1024];
    private int[] lines = new int[1024];
    private int count;
    private int lineEnds;
    private boolean plain = true;
    private int rest;

    private Records(Dialect dialect) {
        String start = dialect.comment();
        comment = start == null ? new byte[0] : start.getBytes(StandardCharsets.UTF_8);
        quotes = dialect.quotes();
    }

    /// All records.
    ///
    /// @param text the whole text
    /// @param start where the table starts
    /// @param delimiters what stands between cells: a quote counts only at the start of a cell
    /// @param dialect which lines are comments, and whether a quote is more than a character
    /// @param workers scan parts of it at the same time
    public static Records of(byte[] text, Preamble start, String delimiters, Dialect dialect, Workers workers) {
        return of(text, start, delimiters, dialect, workers, Extent.WHOLE);
    }

    /// Whether a text is all there is.
    enum Extent {
        WHOLE,
        /// It ends with a line, and more follows: a quote that is open there is closed behind.
        MORE_FOLLOWS
    }

    /// The same for a text of which more may follow.
    static Records of(byte[] text, Preamble start, String delimiters, Dialect dialect, Workers workers, Extent extent) {
        int[] starts = partStarts(text, start.from());
        Records[] parts = new Records[starts.length - 1];
        workers.inAnyOrder(parts.length, part -> {
            parts[part] = new Records(dialect);
            parts[part].plain = parts[part].indexPlain(text, starts[part], starts[part + 1], 1, Integer.MAX_VALUE);
        });
        Records all = new Records(dialect);
        all.lineEnds = start.line() - 1;
        for (Records part : parts) {
            all.append(part);
        }
        all.rest = text.length;
        if (all.plain) {
            return all;
        }
        Records quoted = new Records(dialect);
        quoted.indexQuoted(text, start, delimiters, Integer.MAX_VALUE, extent);
        return quoted;
    }

    /// Where parts of a text start, each after a line end, and where the last one ends.
    private static int[] partStarts(byte[] text, int from) {
        int parts = Math.max(1, (text.length - from) / PART);
        int[] starts = new int[parts + 1];
        starts[0] = from;
        for (int part = 1; part <= parts; part++) {
            int k = Math.max(starts[part - 1], part == parts ? text.length : from + part * PART);
            while (k < text.length && text[k - 1] != '\n' && (text[k - 1] != '\r' || text[k] == '\n')) {
                k++;
            }
            starts[part] = k;
        }
        return starts;
    }

    /// The first records.
    ///
    /// @param text the whole text
    /// @param start where the table starts
    /// @param delimiters what stands between cells: a quote counts only at the start of a cell
    /// @param dialect which lines are comments, and whether a quote is more than a character
    /// @param limit how many records are wanted
    static Records of(byte[] text, Preamble start, String delimiters, Dialect dialect, int limit) {
        Records records = new Records(dialect);
        if (!records.indexPlain(text, start.from(), text.length, start.line(), limit)) {
            records.count = 0;
            records.indexQuoted(text, start, delimiters, limit, Extent.WHOLE);
        }
        return records;
    }

    public int count() {
        return count;
    }

    /// Where the text goes on behind the last record: its end, or the start of a record that is not whole.
    int rest() {
        return rest;
    }

    /// The line that stands there, from 1.
    int restLine() {
        return lineEnds + 1;
    }

    int start(int record) {
        return starts[record];
    }

    /// The end of a record, exclusive, before its line end.
    int end(int record) {
        return ends[record];
    }

    /// The line at which a record starts, from 1.
    public int line(int record) {
        return lines[record];
    }

    /// @return false when a quote was met, which changes what ends a record
    private boolean indexPlain(byte[] text, int from, int to, int firstLine, int limit) {
        EightBytes words = new EightBytes(text);
        int start = from;
        int line = firstLine;
        for (int k = next(text, words, from, to); k < to && count < limit; k = next(text, words, start, to)) {
            while (k < to && text[k] == '"') {
                if (quotes == Dialect.Quotes.DOUBLE) {
                    return false;
                }
                k = next(text, words, k + 1, to);
            }
            if (k >= to) {
                break;
            }
            add(text, start, k, line++);
            boolean pair = text[k] == '\r' && k + 1 < text.length && text[k + 1] == '\n';
            start = k + (pair ? 2 : 1);
        }
        if (count < limit) {
            add(text, start, to, line);
        }
        lineEnds = line - firstLine;
        return true;
    }

    /// Appends the records of the next part.
    private void append(Records next) {
        plain &= next.plain;
        reserve(count + next.count);
        System.arraycopy(next.starts, 0, starts, count, next.count);
        System.arraycopy(next.ends, 0, ends, count, next.count);
        for (int k = 0; k < next.count; k++) {
            lines[count + k] = lineEnds + next.lines[k];
        }
        count += next.count;
        lineEnds += next.lineEnds;
    }

    /// The position of the first LF, CR or `"` at or after a position, or the end.
    private static int next(byte[] text, EightBytes words, int from, int to) {
        int k = from;
        while (k < to) {
            while (to - k >= Long.BYTES && EightBytes.areAbove(words.at(k), '"')) {
                k += Long.BYTES; // nearly all bytes of a table are larger
            }
            int end = Math.min(to, k + Long.BYTES);
            for (; k < end; k++) {
                if (text[k] == '\n' || text[k] == '\r' || text[k] == '"') {
                    return k;
                }
            }
        }
        return to;
    }

    private void indexQuoted(byte[] text, Preamble preamble, String delimiters, int limit, Extent extent) {
        int from = preamble.from();
        int start = from;
        int line = preamble.line();
        int startLine = line;
        int openLine = 0; // the line of an open quote; 0: none is open
        int closed = -1; // where the last quote was closed
        boolean atCellStart = true;
        for (int k = from; k < text.length && count < limit; k++) {
            if (comment.length > 0 && k == start && isComment(text, k, text.length)) {
                while (k < text.length && text[k] != '\n' && text[k] != '\r') {
                    k++; // quotes in it are nothing
                }
                if (k == text.length) {
                    break;
                }
            }
            byte b = text[k];
            if (openLine > 0) {
                if (b == '"') {
                    openLine = 0;
                    closed = k;
                } else if (b == '\n' || (b == '\r' && (k + 1 == text.length || text[k + 1] != '\n'))) {
                    line++;
                }
                continue;
            }
            // A doubled quote closes and opens again.
            if (b == '"' && (atCellStart || (closed >= 0 && closed == k - 1))) {
                openLine = line;
                atCellStart = false;
            } else if (b == '\n' || b == '\r') {
                add(text, start, k, startLine);
                if (b == '\r' && k + 1 < text.length && text[k + 1] == '\n') {
                    k++;
                }
                start = k + 1;
                startLine = ++line;
                atCellStart = true;
            } else {
                atCellStart = delimiters.indexOf(b) >= 0 || (atCellStart && (b == ' ' || b == '\t'));
            }
        }
        rest = openLine > 0 ? start : text.length;
        lineEnds = (openLine > 0 ? startLine : line) - 1;
        if (openLine > 0 && extent == Extent.WHOLE) {
            throw neverClosed().at("line " + openLine);
        }
        if (openLine == 0 && count < limit) {
            add(text, start, text.length, startLine);
        }
    }

    private void add(byte[] text, int start, int end, int line) {
        int k = start;
        while (k < end && text[k] == ' ') {
            k++;
        }
        if (k == end || (comment.length > 0 && isComment(text, k, end))) {
            return;
        }
        reserve(count + 1);
        starts[count] = start;
        ends[count] = end;
        lines[count++] = line;
    }

    private boolean isComment(byte[] text, int from, int end) {
        int k = from;
        while (k < end && text[k] == ' ') {
            k++;
        }
        return end - k >= comment.length && Arrays.equals(text, k, k + comment.length, comment, 0, comment.length);
    }

    static InputException neverClosed() {
        return new InputException("a quote is opened and never closed", Remedy.of(Remedy.Kind.NO_QUOTES));
    }

    private void reserve(int records) {
        if (records > starts.length) {
            int larger = Math.max(records, 2 * starts.length);
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
            lines = Arrays.copyOf(lines, larger);
        }
    }
}
