package hadamask.table.read;

import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.file.Opening;
import hadamask.file.Remedy;
import hadamask.matrix.SparseMatrix;
import hadamask.parallel.Workers;
import hadamask.table.Dialect;
import hadamask.table.LabelColumn;
import hadamask.table.Missing;
import hadamask.table.MixedTable;
import hadamask.table.Note;
import hadamask.table.ReadOptions;
import hadamask.table.Table;
import hadamask.table.array.ArrayFile;
import hadamask.table.array.Numbers;
import hadamask.table.number.NumberParser;
import hadamask.table.text.LongTextReader;
import hadamask.table.text.TextReader;
import hadamask.table.text.TextReader.Cells;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads a table of numbers: CSV, TSV or another delimited text, an array of NumPy (`.npy`, `.npz`), a sparse matrix of SciPy, or
/// one of Matrix Market, a sheet of a workbook of Excel (`.xlsx`); all but the last also packed.
///
/// The text is UTF-8, with or without a byte order mark. The delimiter, the header and the column of row labels are detected
/// unless the options give them. The whole text and the numbers are in memory while it is read:
/// the size of the text, 8 bytes per cell and 12 per row; afterwards 8 bytes per cell and the labels. Of a text of 2 GiB and more only
/// pieces are in memory. At most 2^31 - 9 cells.
public final class TableReader {
    /// What tells a format: a zip archive has the name of its first file in it.
    private static final int HEAD = 4096;

    /// What is read of a pipe as one text.
    private static final int LONG_PIPE = 1 << 30;

    private TableReader() {
    }

    /// Reads all of an input, by those who run the current thread.
    ///
    /// @throws InputException if it is no table, as the other one says
    public static Table read(Input input, ReadOptions options) {
        return read(input, options, Workers.current());
    }

    /// Reads all of an input. A sparse matrix is filled up with zeros, which a note says.
    ///
    /// @param workers who share the work; the result does not depend on how many they are
    /// @throws InputException if it is no table, with the row (the line in the file, from 1) and the column of what is
    ///         wrong
    public static Table read(Input input, ReadOptions options, Workers workers) {
        return filled(input, readSparse(input, options, workers));
    }

    /// The same of a table of which columns may be texts: those that have more texts than numbers in their first rows.
    public static MixedTable readMixed(Input input, ReadOptions options, Workers workers) {
        MixedTable read = read(input, options, Cells.NUMBERS_OR_TEXTS, workers);
        return new MixedTable(filled(input, read.table()), read.texts());
    }

    private static Table filled(Input input, Table table) {
        SparseMatrix sparse = table.sparse();
        if (sparse == null) {
            return table;
        }
        try {
            return table.filled(input.memory()).withNoteFirst(new Note(Note.Topic.ZEROS,
                    sparse.entries() + " of " + sparse + " numbers are not 0; the others were filled up", Remedy.NONE));
        } catch (InputException e) {
            throw e.at(input.name());
        } catch (OutOfMemoryError e) {
            throw input.memory().exceeded(e).at(input.name());
        }
    }

    /// Reads all of an input, a sparse matrix as it is: without its zeros.
    ///
    /// @param workers who share the work; the result does not depend on how many they are
    /// @return a table that [Table#sparse()] may tell all of
    /// @throws InputException as [#read]
    public static Table readSparse(Input input, ReadOptions options, Workers workers) {
        return read(input, options, Cells.NUMBERS, workers).table();
    }

    private static MixedTable read(Input input, ReadOptions options, Cells cells, Workers workers) {
        try (Opening opening = input.begin(HEAD)) {
            MixedTable read = stored(input, opening, options, cells, workers);
            if (options.orientation() == ReadOptions.Orientation.COLUMNS) {
                if (!read.texts().places().isEmpty()) {
                    throw new InputException("has columns of texts, expected numbers where columns are compared");
                }
                read = MixedTable.of(turned(read.table(), options));
            }
            return options.missing() == Missing.DROP
                    ? new MixedTable(complete(read.table()), read.texts())
                    : read;
        } catch (IOException e) {
            throw new InputException("cannot be read: " + Input.reason(e), e).at(input.name());
        } catch (InputException e) {
            throw e.where().startsWith(input.name()) ? e : e.at(input.name());
        } catch (OutOfMemoryError e) {
            throw input.memory().exceeded(e).at(input.name());
        }
    }

    /// The columns as rows. That a first column of numbers was taken as names is said.
    private static Table turned(Table table, ReadOptions options) {
        Table turned = table.transposed();
        List<String> names = table.labels();
        boolean numbers = options.labels().choice() == LabelColumn.Choice.FOUND && names != null
                && names.stream().allMatch(TableReader::isNumber);
        return numbers
                ? turned.withNoteFirst(new Note(Note.Topic.LABELS,
                        "the first column was taken as the names of what is measured",
                        Remedy.of(Remedy.Kind.LABELS_ARE_NUMBERS)))
                : turned;
    }

    private static boolean isNumber(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        return !Double.isNaN(NumberParser.parse(text, 0, text.length));
    }

    /// Where columns are compared, the header labels them, and the first column names what they have.
    private static ReadOptions inTheFile(ReadOptions options) {
        if (options.orientation() == ReadOptions.Orientation.ROWS) {
            return options;
        }
        ReadOptions named = options.headers() == ReadOptions.Headers.FIND
                ? options.withHeaders(ReadOptions.Headers.FIRST_ROW)
                : options;
        return options.labels().choice() == LabelColumn.Choice.FOUND ? named.withId("1") : named;
    }

    private static MixedTable stored(Input input, Opening opening, ReadOptions options, Cells cells,
            Workers workers) {
        byte[] head = opening.head();
        MemoryLimit memory = input.memory();
        if (head.length > 0 && (head[0] < 0 || head[0] == 'P' || head[0] == '%')) { // what no table of text begins with
            if (ArrayFile.isNpy(head)) {
                return numbers(input, ArrayFile.npy(opening.stream(), opening.size(), memory), options);
            }
            if (ArrayFile.isNpz(head)) {
                return numbers(input, ArrayFile.npz(opening.stream(), options.part(), memory), options);
            }
            if (Workbook.begins(head)) {
                byte[] sheet = Workbook.text(opening.bytes(), options.part(), memory);
                return TextReader.read(input, sheet, inTheFile(ofSheet(options)), cells, workers);
            }
            if (MatrixMarket.begins(head)) {
                return numbers(input, MatrixMarket.read(opening.stream(), memory, workers), options);
            }
        }
        if (Content.isPacked(head)) {
            return unpacked(input, Content.unpacked(opening, memory), options, cells, workers);
        }
        FileKind.requireNone(head);
        if (opening.isLong()) {
            return LongTextReader.read(input, opening.stream(), inTheFile(options), cells, workers);
        }
        return opening.size() < 0
                ? piped(input, opening.stream(), inTheFile(options), cells, workers)
                : TextReader.read(input, opening.bytes(), inTheFile(options), cells, workers);
    }

    /// A sheet as it is written here: with commas, quotes and points.
    private static ReadOptions ofSheet(ReadOptions options) {
        Dialect asked = options.dialect();
        return options.withDialect(new Dialect(',', Dialect.Quotes.DOUBLE, Dialect.Decimal.POINT, asked.comment(),
                asked.skip()));
    }

    /// A text of a length that is not known.
    private static MixedTable piped(Input input, InputStream in, ReadOptions options, Cells cells, Workers workers) {
        byte[] start;
        try {
            start = in.readNBytes(LONG_PIPE);
        } catch (IOException e) {
            throw new InputException("cannot be read: " + Input.reason(e), e);
        }
        return start.length < LONG_PIPE
                ? TextReader.read(input, start, options, cells, workers)
                : LongTextReader.read(input, new SequenceInputStream(new ByteArrayInputStream(start), in), options,
                        cells, workers);
    }

    /// What was packed, which is in memory as a whole.
    private static MixedTable unpacked(Input input, byte[] content, ReadOptions options, Cells cells,
            Workers workers) {
        byte[] head = Arrays.copyOf(content, Math.min(HEAD, content.length));
        InputStream in = new ByteArrayInputStream(content);
        if (ArrayFile.isNpy(head)) {
            return numbers(input, ArrayFile.npy(in, content.length, input.memory()), options);
        }
        return MatrixMarket.begins(head)
                ? numbers(input, MatrixMarket.read(in, input.memory(), workers), options)
                : TextReader.read(input, content, inTheFile(options), cells, workers);
    }

    private static MixedTable numbers(Input input, Numbers numbers, ReadOptions options) {
        return MixedTable.of(StoredNumbers.table(input.name(), numbers, options, input.memory()));
    }

    private static Table complete(Table table) {
        Table complete = table.completeRows();
        int rows = table.rows();
        int left = complete.rows();
        if (left == 0) {
            throw new InputException("each row has a missing value, none is left");
        }
        List<Note> notes = new ArrayList<>(table.notes());
        if (left < rows) {
            notes.add(new Note(Note.Topic.ROWS, rows - left + " of " + Table.count(rows, "row") + (rows - left == 1
                    ? " has a missing value and was left out"
                    : " have a missing value and were left out"), Remedy.NONE));
        }
        return complete.withNotes(notes);
    }
}
