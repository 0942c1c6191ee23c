package hadamask.table.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;

/// A `.npy` file of a whole matrix whose rows may be written in any order by several threads at once: in long pieces, which is
/// the cheapest way into a file.
public final class NpyFile {
    private final FileChannel channel;
    private final MatrixFrame frame;
    private final NumberType type;
    private final long start;

    /// Writes the header.
    ///
    /// @param channel an empty file
    /// @param frame of shape [Shape#SQUARE]
    /// @param type of a number
    /// @throws IOException if it cannot be written
    public NpyFile(FileChannel channel, MatrixFrame frame, NumberType type) throws IOException {
        if (frame.shape() != Shape.SQUARE) {
            throw new IllegalArgumentException("rows in any order of shape " + frame.shape() + ", expected SQUARE");
        }
        this.channel = channel;
        this.frame = frame;
        this.type = type;
        byte[] header = NpySink.header(frame, type);
        start = header.length;
        write(ByteBuffer.wrap(header), 0);
    }

    /// Writes whole rows.
    ///
    /// @param firstRow the first of them
    /// @param rows their entries row by row, float64 in little-endian order, which are changed where the file has another type;
    ///        off-heap bytes are copied once less
    /// @throws IOException if they cannot be written
    /// @throws IllegalArgumentException if these are not whole rows
    /// @throws IndexOutOfBoundsException if the matrix has no such rows
    public void place(int firstRow, ByteBuffer rows) throws IOException {
        long row = (long) frame.columns() * Double.BYTES;
        if (row == 0 ? rows.hasRemaining() : rows.remaining() % row != 0) {
            throw new IllegalArgumentException(rows.remaining() + " bytes, expected rows of " + row);
        }
        Objects.checkFromIndexSize(firstRow, (int) (rows.remaining() / Math.max(1, row)), frame.rows());
        type.convert(rows);
        write(rows, start + firstRow * (long) frame.columns() * type.bytes());
    }

    private void write(ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }
}
