package hadamask.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/// A square `.npy` file of which the blocks are written in any order, by several threads at once: where a symmetric matrix
/// is computed, a block and its mirror image are known at the same time.
public final class NpyFile {
    private final FileChannel channel;
    private final MatrixFrame frame;
    private final long start;

    /// Writes the header.
    ///
    /// @param channel an empty file
    /// @throws IOException if it cannot be written
    public NpyFile(FileChannel channel, MatrixFrame frame) throws IOException {
        this.channel = channel;
        this.frame = frame;
        byte[] header = NpySink.header(frame);
        start = header.length;
        write(ByteBuffer.wrap(header), 0);
    }

    /// Writes the entries of rows `firstRow` to `firstRow + rows - 1`, columns `firstColumn` to
    /// `firstColumn + columns - 1`.
    ///
    /// @param block the entries, row by row
    /// @throws IOException if they cannot be written
    public void place(int firstRow, int rows, int firstColumn, int columns, double[] block) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(columns * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int r = 0; r < rows; r++) {
            buffer.clear();
            buffer.asDoubleBuffer().put(block, r * columns, columns);
            write(buffer, start + ((firstRow + r) * (long) frame.columns() + firstColumn) * Double.BYTES);
        }
    }

    private void write(ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }
}
