package hadamask.table;

import hadamask.file.ByteSource;
import hadamask.file.MemoryLimit;
import hadamask.parallel.Workers;
import java.io.IOException;
import java.io.Serializable;

/// A long table in pieces, of which each can be read without the others: a text, cut at ends of lines, or a `.npy`. What is guessed is guessed from
/// the first rows.
///
/// A missing value is NaN where the options leave its row out: that is for the caller to do.
public interface TablePieces extends Serializable {
    /// Bytes of a piece: 32 MB.
    int PIECE = 32 << 20;

    /// How many pieces there are.
    int count();

    /// The first rows, and what was guessed from them.
    Table head(ByteSource source) throws IOException;

    /// A piece.
    ///
    /// @param number from 0
    /// @param lines how many stand before the piece
    /// @throws hadamask.file.InputException if it is no table, with the row and column
    Rows read(ByteSource source, int number, long lines, MemoryLimit memory, Workers workers) throws IOException;

    /// Some rows.
    ///
    /// @param from where a row begins, as [Rows#places()] tells
    /// @param to where another begins, further on
    Table range(ByteSource source, long from, long to, MemoryLimit memory, Workers workers) throws IOException;

    /// The rows of a piece.
    ///
    /// @param table with the names of the columns, and labels where there are any
    /// @param places where each row begins, in the unit of the pieces
    /// @param end where the piece ends
    /// @param lines it has
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Rows(Table table, long[] places, long end, long lines) {}
}
