package hadamask.table;

import hadamask.file.InputException;
import java.util.Arrays;

/// Where the records of a text stand: a record is a line, or several where a quoted cell has line ends in it.
///
/// Lines end with LF, CRLF or CR. Blank lines are skipped. Memory: 12 bytes per record.
final class Records {
    private int[] starts = new int[1024];
    private int[] ends = new int[1024];
    private int[] lines = new int[1024];
    private int count;

    private Records() {
    }

    /// @param text the whole text
    /// @param from where it starts, behind a byte order mark
    /// @param delimiters what stands between cells: a quote counts only at the start of a cell
    /// @param limit how many records are wanted
    static Records of(byte[] text, int from, String delimiters, int limit) {
        Records records = new Records();
        if (!records.indexPlain(text, from, limit)) {
            records.count = 0;
            records.indexQuoted(text, from, delimiters, limit);
        }
        return records;
    }

    int count() {
        return count;
    }

    int start(int record) {
        return starts[record];
    }

    /// The end of a record, exclusive, before its line end.
    int end(int record) {
        return ends[record];
    }

    /// The line at which a record starts, from 1.
    int line(int record) {
        return lines[record];
    }

    /// @return false when a quote was met, which changes what a line end is
    private boolean indexPlain(byte[] text, int from, int limit) {
        int start = from;
        int line = 1;
        for (int k = next(text, from); k < text.length && count < limit; k = next(text, start)) {
            if (text[k] == '"') {
                return false;
            }
            add(text, start, k, line++);
            boolean pair = text[k] == '\r' && k + 1 < text.length && text[k + 1] == '\n';
            start = k + (pair ? 2 : 1);
        }
        if (count < limit) {
            add(text, start, text.length, line);
        }
        return true;
    }

    /// The place of the first LF, CR or `"` from a place on, or the length of the text.
    private static int next(byte[] text, int from) {
        int k = from;
        while (k < text.length && (text[k] > '"' || (text[k] != '\n' && text[k] != '\r' && text[k] != '"'))) {
            k++; // nearly all bytes of a table are larger, and done with the first comparison
        }
        return k;
    }

    private void indexQuoted(byte[] text, int from, String delimiters, int limit) {
        int start = from;
        int line = 1;
        int startLine = 1;
        int openLine = 0; // the line of an open quote; 0: none is open
        int closed = -1; // where the last quote was closed
        boolean atCellStart = true;
        for (int k = from; k < text.length && count < limit; k++) {
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
        if (openLine > 0) {
            throw new InputException("a quote is opened and never closed").at("line " + openLine);
        }
        if (count < limit) {
            add(text, start, text.length, startLine);
        }
    }

    private void add(byte[] text, int start, int end, int line) {
        int k = start;
        while (k < end && text[k] == ' ') {
            k++;
        }
        if (k == end) {
            return;
        }
        if (count == starts.length) {
            int larger = count * 2;
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
            lines = Arrays.copyOf(lines, larger);
        }
        starts[count] = start;
        ends[count] = end;
        lines[count++] = line;
    }
}
