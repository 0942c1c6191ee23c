package hadamask.table.text;

import hadamask.file.ByteSource;
import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.file.Remedy;
import hadamask.parallel.Workers;
import hadamask.table.Dialect;
import hadamask.table.Note;
import hadamask.table.ReadOptions;
import hadamask.table.Table;
import hadamask.table.TablePieces;
import hadamask.table.text.TextReader.Cells;
import hadamask.table.text.TextReader.Piece;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A delimited text in pieces, which are cut at ends of lines; places are bytes.
///
/// @param head the first lines
/// @param size bytes of the whole text
/// @param piece bytes of a piece, about
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
public record TextPieces(String name, byte[] head, long size, ReadOptions options, int piece) implements TablePieces {
    /// Bytes from which header, labels and delimiter are found: as many rows and cells as these are judged by are in it.
    public static final int HEAD = 4 << 20;
    private static final int STEP = 1 << 16;

    /// The pieces of a text; null where its first line is too long.
    ///
    /// @param head its first bytes, [#HEAD] or all
    public static @Nullable TextPieces of(String name, byte[] head, long size, ReadOptions options, int piece) {
        int end = head.length;
        if (head.length < size) {
            while (end > 0 && head[end - 1] != '\n') {
                end--;
            }
        }
        if (end == 0) {
            return null;
        }
        return new TextPieces(name, end == head.length ? head : Arrays.copyOf(head, end), size, options, piece);
    }

    /// What the first lines tell, by which all pieces are read.
    private record Opened(TextReader reader, String delimiter, Preamble start, @Nullable Note note) {}

    private Opened opened() {
        Dialect dialect = options.dialect();
        Preamble start = Preamble.of(head, dialect.skip());
        DelimiterSearch found = DelimiterSearch.of(name, head, start, dialect);
        String delimiter = String.valueOf(found.delimiter());
        Records records = Records.of(head, start, delimiter, dialect, Workers.current(),
                head.length < size ? Records.Extent.MORE_FOLLOWS : Records.Extent.WHOLE);
        return new Opened(new TextReader(head, CellSyntax.of(found.delimiter(), options), records, options,
                Cells.NUMBERS), delimiter, start, found.note());
    }

    @Override
    public int count() {
        return Math.toIntExact(Math.ceilDiv(size, (long) piece));
    }

    @Override
    public Table head(ByteSource source) {
        Opened opened = opened();
        try {
            Table table = opened.reader.table(name, opened.reader.piece(MemoryLimit.ofHeap(), 0, Workers.current()))
                    .table();
            return opened.note == null ? table : table.withNoteFirst(opened.note);
        } catch (InputException e) {
            throw e.remedy().kind() == Remedy.Kind.MORE_MEMORY
                    ? e
                    : Misreading.explain(e, head, opened.start, options);
        }
    }

    /// The first line that begins at a place or behind it.
    private long cut(ByteSource source, long place) throws IOException {
        if (place <= 0) {
            return 0;
        }
        for (long from = place - 1; from < size; from += STEP) {
            byte[] bytes = source.read(from, STEP);
            for (int k = 0; k < bytes.length; k++) {
                if (bytes[k] == '\n') {
                    return from + k + 1;
                }
            }
        }
        return size;
    }

    @Override
    public Rows read(ByteSource source, int number, long lines, MemoryLimit memory, Workers workers)
            throws IOException {
        long from = cut(source, (long) number * piece);
        long to = cut(source, (number + 1L) * piece);
        Opened opened = opened();
        byte[] text = bytes(source, from, to);
        Preamble start = number == 0 ? opened.start : new Preamble(0, Math.toIntExact(lines + 1), null);
        Records records = Records.of(text, start, opened.delimiter, options.dialect(), workers,
                to < size ? Records.Extent.MORE_FOLLOWS : Records.Extent.WHOLE);
        if (records.rest() < text.length) {
            throw new InputException("a quoted cell has a line end near byte " + to
                    + ", where the table is cut into pieces, expected cells of one line");
        }
        TextReader reader = number == 0
                ? opened.reader.first(text, records)
                : new TextReader(opened.reader, text, records);
        Piece found = reader.piece(memory, 0, workers);
        long[] places = new long[found.lines().length];
        for (int i = 0; i < places.length; i++) {
            places[i] = from + records.start(reader.first() + i);
        }
        return new Rows(opened.reader.table(name, found).table(), places, to, records.restLine() - 1L - lines);
    }

    @Override
    public Table range(ByteSource source, long from, long to, MemoryLimit memory, Workers workers) throws IOException {
        Opened opened = opened();
        byte[] text = bytes(source, from, to);
        Records records = Records.of(text, new Preamble(0, 1, null), opened.delimiter, options.dialect(), workers);
        return opened.reader.table(name, new TextReader(opened.reader, text, records).piece(memory, 0, workers))
                .table();
    }

    private static byte[] bytes(ByteSource source, long from, long to) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(Math.toIntExact(to - from));
        long at = from;
        while (at < to) {
            byte[] next = source.read(at, (int) Math.min(1 << 22, to - at));
            if (next.length == 0) {
                throw new InputException("ends earlier than when it was opened");
            }
            all.writeBytes(next);
            at += next.length;
        }
        return all.toByteArray();
    }
}
