package hadamask.table;

import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.file.Remedy;
import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import java.util.ArrayList;
import java.util.List;

/// Reads a table of numbers: CSV, TSV or another delimited text, also packed by gzip, or a matrix of NumPy (`.npy`).
///
/// The text is UTF-8, with or without a byte order mark. The delimiter, the header and the column of row labels are detected
/// unless the options give them. The whole text and the numbers are in memory while it is read:
/// the size of the text, 8 bytes per cell and 12 per row; afterwards 8 bytes per cell and the labels. At most 2 GiB of
/// text and 2^31 - 9 cells.
public final class TableReader {
    private TableReader() {
    }

    /// Reads all of an input, by those who run the current thread.
    ///
    /// @throws InputException if it is no table, as the other one says
    public static Table read(Input input, ReadOptions options) {
        return read(input, options, Workers.current());
    }

    /// Reads all of an input.
    ///
    /// @param workers who share the work; the result does not depend on how many they are
    /// @throws InputException if it is no table, with the row (the line in the file, from 1) and the column of what is
    ///         wrong
    public static Table read(Input input, ReadOptions options, Workers workers) {
        return read(input, options, TextReader.Cells.NUMBERS, workers).table();
    }

    /// The same of a table of which columns may be texts: those that have more texts than numbers in their first rows.
    public static MixedTable readMixed(Input input, ReadOptions options, Workers workers) {
        return read(input, options, TextReader.Cells.NUMBERS_OR_TEXTS, workers);
    }

    private static MixedTable read(Input input, ReadOptions options, TextReader.Cells cells, Workers workers) {
        try {
            byte[] content = Content.of(input);
            MixedTable read = NpyReader.isNpy(content)
                    ? MixedTable.of(NpyReader.read(input, content, options))
                    : TextReader.read(input, content, options, cells, workers);
            return options.missing() == Missing.DROP
                    ? new MixedTable(complete(read.table()), read.texts())
                    : read;
        } catch (InputException e) {
            throw e.where().startsWith(input.name()) ? e : e.at(input.name());
        } catch (OutOfMemoryError e) {
            throw input.memory().exceeded(e).at(input.name());
        }
    }

    private static Table complete(Table table) {
        Table complete = table.completeRows();
        int rows = table.values().rows();
        int left = complete.values().rows();
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

    /// A matrix with room for all cells.
    ///
    /// @param memory of the process
    /// @param besides further bytes in use: the content, and the index of its rows
    static double[] cells(int rows, int columns, MemoryLimit memory, long besides) {
        if ((long) rows * columns > Integer.MAX_VALUE - 8) {
            throw new InputException("has " + rows + " x " + columns + " cells, expected at most 2^31 - 9");
        }
        memory.require(rows + " x " + columns + " cells", (long) Double.BYTES * rows * columns + besides);
        return new double[rows * columns];
    }

    static Matrix requireCells(Matrix matrix) {
        if (matrix.rows() == 0 || matrix.columns() == 0) {
            throw new InputException("has no cells, expected a table of numbers");
        }
        return matrix;
    }
}
