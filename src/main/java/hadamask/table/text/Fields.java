package hadamask.table.text;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.table.Dialect;
import hadamask.table.number.NumberParser;
import hadamask.table.number.Text;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The cells of a record, one after the other, without the blanks and quotes around them. When the delimiter is a blank,
/// consecutive ones count as one.
public final class Fields {
    private final byte[] text;
    private final byte delimiter;
    private final CellSyntax syntax;
    private final NumberParser numbers;
    private int position;
    private int recordEnd;
    private int line;
    private byte[] bytes;
    private int from;
    private int to;

    public Fields(byte[] text, CellSyntax syntax) {
        this.text = text;
        this.syntax = syntax;
        this.delimiter = (byte) syntax.delimiter();
        this.bytes = text;
        numbers = new NumberParser(text);
    }

    /// Moves to the start of a record.
    public void record(Records records, int record) {
        position = records.start(record);
        recordEnd = records.end(record);
        line = records.line(record);
        int start = position;
        while (delimiter == ' ' && recordEnd > start && isBlank(text[recordEnd - 1])) {
            recordEnd--;
        }
    }

    /// Moves to the next cell if it is a plain number, as nearly all cells of a table are, and reads it in a single pass.
    ///
    /// @return the number, or NaN if the cell is anything else, and still the next one
    double nextNumber() {
        if (position > recordEnd) {
            return Double.NaN;
        }
        double value = numbers.prefix(position, recordEnd);
        if (!Double.isNaN(value)) {
            if (numbers.end() < recordEnd && text[numbers.end()] != delimiter) {
                return Double.NaN;
            }
            position = numbers.end() + 1;
        }
        return value;
    }

    /// Moves to the next cell.
    ///
    /// @return whether there is one
    public boolean next() {
        int k = position;
        if (k > recordEnd) {
            return false;
        }
        while (k < recordEnd && isBlank(text[k])) {
            k++;
        }
        if (k < recordEnd && text[k] == '"' && syntax.quotes() == Dialect.Quotes.DOUBLE) {
            quoted(k + 1);
            return true;
        }
        bytes = text;
        from = k;
        while (k < recordEnd && text[k] != delimiter) {
            k++;
        }
        position = k + 1;
        while (k > from && isBlank(text[k - 1])) {
            k--;
        }
        to = k;
        return true;
    }

    /// How many cells the rest of the record has.
    int remaining() {
        int cells = 0;
        while (next()) {
            cells++;
        }
        return cells;
    }

    /// The cell as a number; blanks may stand around it within quotes, too.
    double number() {
        return syntax.number(bytes, contentStart(), contentEnd());
    }

    boolean isMissing() {
        return syntax.isMissing(bytes, contentStart(), contentEnd());
    }

    private int contentStart() {
        int k = from;
        while (k < to && isBlank(bytes[k])) {
            k++;
        }
        return k;
    }

    private int contentEnd() {
        int k = to;
        while (k > from && isBlank(bytes[k - 1])) {
            k--;
        }
        return Math.max(k, contentStart());
    }

    boolean isEmpty() {
        return from == to;
    }

    /// The cell as it is, even if it is not valid UTF-8: for messages.
    String shown() {
        return Text.shortened(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    /// The cell as a name.
    public String text() {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
        } catch (CharacterCodingException e) {
            throw new InputException("\"" + shown() + "\" is not UTF-8",
                    "convert it with: iconv -f WINDOWS-1252 -t UTF-8").at(place());
        }
    }

    /// All cells of a record, even those that are not valid UTF-8.
    List<String> texts(Records records, int record) {
        List<String> texts = new ArrayList<>();
        record(records, record);
        while (next()) {
            texts.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
        return texts;
    }

    /// One cell of a record, from 0.
    public String text(Records records, int record, int column) {
        record(records, record);
        for (int j = 0; j <= column; j++) {
            next();
        }
        return text();
    }

    private String place() {
        return "row " + line;
    }

    private boolean isBlank(byte b) {
        return b == ' ' || (b == '\t' && delimiter != '\t');
    }

    private void quoted(int start) {
        int k = start;
        int doubled = 0;
        while (k < recordEnd && (text[k] != '"' || (k + 1 < recordEnd && text[k + 1] == '"'))) {
            if (text[k] == '"') {
                doubled++;
                k++;
            }
            k++;
        }
        if (k >= recordEnd) {
            throw Records.neverClosed().at(place());
        }
        setContent(start, k, doubled);
        k++;
        while (k < recordEnd && text[k] != delimiter && isBlank(text[k])) {
            k++;
        }
        if (k < recordEnd && text[k] != delimiter) {
            throw new InputException("there is more behind the closing quote of \"" + shown() + "\", expected \""
                    + (char) delimiter + "\"", Remedy.of(Remedy.Kind.NO_QUOTES)).at(place());
        }
        position = k + 1;
    }

    private void setContent(int start, int end, int doubled) {
        if (doubled == 0) {
            bytes = text;
            from = start;
            to = end;
            return;
        }
        bytes = new byte[end - start - doubled];
        from = 0;
        to = 0;
        for (int k = start; k < end; k++) {
            bytes[to++] = text[k];
            if (text[k] == '"') {
                k++;
            }
        }
    }
}
