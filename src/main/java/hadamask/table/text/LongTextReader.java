package hadamask.table.text;

import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.file.Remedy;
import hadamask.parallel.Workers;
import hadamask.table.Dialect;
import hadamask.table.MixedTable;
import hadamask.table.Note;
import hadamask.table.ReadOptions;
import hadamask.table.text.TextReader.Cells;
import hadamask.table.text.TextReader.Piece;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a delimited text of any length, one window of whole records after the other. What is guessed is guessed from the
/// first window.
///
/// Memory: 16 bytes per cell, 4 per row and the labels, and two windows.
public final class LongTextReader {
    /// Bytes that are parsed at a time.
    private static final int WINDOW = 64 << 20;

    private final InputStream in;
    private final ReadOptions options;
    private final Workers workers;
    private final MemoryLimit memory;
    private final int window;
    private byte[] rest = new byte[0];
    private boolean ended;
    private int line = 1;
    private final List<Piece> pieces = new ArrayList<>();

    private LongTextReader(InputStream in, ReadOptions options, MemoryLimit memory, Workers workers, int window) {
        this.in = in;
        this.options = options;
        this.memory = memory;
        this.workers = workers;
        this.window = window;
    }

    public static MixedTable read(Input input, InputStream in, ReadOptions options, Cells cells, Workers workers) {
        return read(input, in, options, cells, workers, WINDOW);
    }

    /// @param window bytes that are parsed at a time
    static MixedTable read(Input input, InputStream in, ReadOptions options, Cells cells, Workers workers,
            int window) {
        try {
            return new LongTextReader(in, options, input.memory(), workers, window).table(input.name(), cells);
        } catch (IOException e) {
            throw new InputException("cannot be read: " + Input.reason(e), e);
        }
    }

    private MixedTable table(String name, Cells kinds) throws IOException {
        byte[] text = next();
        Dialect dialect = options.dialect();
        Preamble start = Preamble.of(text, dialect.skip());
        DelimiterSearch found = DelimiterSearch.of(name, text, start, dialect);
        String delimiter = String.valueOf(found.delimiter());
        try {
            Records records = records(text, start, delimiter);
            TextReader first = new TextReader(text, CellSyntax.of(found.delimiter(), options), records, options,
                    kinds);
            TextReader reader = first;
            long cells = 0;
            while (true) {
                Piece piece = reader.piece(memory, 2 * cells * Double.BYTES, workers);
                pieces.add(piece);
                cells += piece.values().length;
                if (cells > Integer.MAX_VALUE - 8) {
                    throw new InputException("has more than 2^31 - 9 cells, expected fewer");
                }
                if (ended && rest.length == 0) {
                    break;
                }
                text = next();
                records = records(text, new Preamble(0, line, null), delimiter);
                reader = new TextReader(first, text, records);
            }
            MixedTable read = first.table(name, all((int) cells));
            Note note = found.note();
            return note == null ? read : new MixedTable(read.table().withNoteFirst(note), read.texts());
        } catch (InputException e) {
            throw line > 1 || e.remedy().kind() == Remedy.Kind.MORE_MEMORY
                    ? e
                    : Misreading.explain(e, text, start, options);
        }
    }

    private Records records(byte[] text, Preamble start, String delimiter) {
        Records records = Records.of(text, start, delimiter, options.dialect(), workers,
                ended ? Records.Extent.WHOLE : Records.Extent.MORE_FOLLOWS);
        if (records.rest() == 0 && text.length > 0) {
            throw Records.neverClosed().at("line " + line);
        }
        byte[] open = Arrays.copyOfRange(text, records.rest(), text.length);
        byte[] behind = rest;
        rest = Arrays.copyOf(open, open.length + behind.length);
        System.arraycopy(behind, 0, rest, open.length, behind.length);
        line = records.restLine();
        return records;
    }

    /// The next lines, at least one; what follows the last whole one is kept.
    private byte[] next() throws IOException {
        byte[] text = Arrays.copyOf(rest, Math.addExact(rest.length, window));
        int filled = rest.length + in.readNBytes(text, rest.length, window);
        ended = filled < text.length;
        int end = filled;
        if (!ended) {
            end = lastLineEnd(text, filled);
            if (end == 0) {
                throw new InputException("a row has more than " + window + " bytes").at("line " + line);
            }
        }
        rest = Arrays.copyOfRange(text, end, filled);
        return end == text.length ? text : Arrays.copyOf(text, end);
    }

    private static int lastLineEnd(byte[] text, int filled) {
        int end = filled;
        while (end > 0 && text[end - 1] != '\n' && (text[end - 1] != '\r' || end == filled || text[end] == '\n')) {
            end--;
        }
        return end;
    }

    private Piece all(int cells) {
        int count = 0;
        for (Piece piece : pieces) {
            count += piece.lines().length;
        }
        double[] values = new double[cells];
        int[] lines = new int[count];
        String @Nullable [] labels = pieces.getFirst().labels() == null ? null : new String[count];
        TextCells firstTexts = pieces.getFirst().texts();
        TextCells texts = firstTexts == null ? null : firstTexts.room(count);
        int row = 0;
        int at = 0;
        for (int k = 0; k < pieces.size(); k++) {
            Piece piece = pieces.set(k, new Piece(new double[0], null, new int[0], null)); // its memory is free behind it
            System.arraycopy(piece.values(), 0, values, at, piece.values().length);
            System.arraycopy(piece.lines(), 0, lines, row, piece.lines().length);
            if (labels != null && piece.labels() != null) {
                System.arraycopy(piece.labels(), 0, labels, row, piece.labels().length);
            }
            if (texts != null && piece.texts() != null) {
                texts.put(row, piece.texts());
            }
            at += piece.values().length;
            row += piece.lines().length;
        }
        return new Piece(values, labels, lines, texts);
    }
}
