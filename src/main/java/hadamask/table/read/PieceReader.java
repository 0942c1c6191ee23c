package hadamask.table.read;

import hadamask.file.ByteSource;
import hadamask.table.Missing;
import hadamask.table.ReadOptions;
import hadamask.table.TablePieces;
import hadamask.table.array.ArrayRows;
import hadamask.table.text.TextPieces;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Finds out whether a table can be read in pieces.
public final class PieceReader {
    private PieceReader() {
    }

    /// The pieces of a table; null where it cannot be cut: it is packed, a workbook, sparse, or its columns are compared.
    ///
    /// @param name how messages call it
    /// @param piece bytes of a piece, about
    /// @throws hadamask.file.InputException if it is a file of a kind that is no table
    public static @Nullable TablePieces of(String name, ByteSource source, ReadOptions options, int piece)
            throws IOException {
        if (options.orientation() == ReadOptions.Orientation.COLUMNS) {
            return null;
        }
        byte[] head = source.read(0, TextPieces.HEAD);
        ReadOptions kept = options.missing() == Missing.DROP ? options.withMissing(Missing.NAN) : options;
        ArrayRows rows = ArrayRows.of(head, source.size());
        if (rows != null) {
            return new ArrayPieces(name, rows, kept, piece);
        }
        if (head.length == 0 || head[0] < 0 || head[0] == 'P' || head[0] == '%' || Content.isPacked(head)) {
            return null;
        }
        FileKind.requireNone(head);
        return TextPieces.of(name, head, source.size(), kept, piece);
    }
}
