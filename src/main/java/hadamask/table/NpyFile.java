package hadamask.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A square `.npy` file of which the rows are written in any order, by several threads at once: in long pieces from buffers
/// outside the heap, which is the cheapest way into a file.
public final class NpyFile {
    private final FileChannel channel;
    private final MatrixFrame frame;
    private final long start;
    private final Queue<ByteBuffer> buffers = new ConcurrentLinkedQueue<>();

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

    /// Writes the entries of rows `firstRow` to `firstRow + rowCount - 1`.
    ///
    /// @param block the entries, row by row
    /// @throws IOException if they cannot be written
    public void place(int firstRow, int rowCount, double[] block) throws IOException {
        int count = rowCount * frame.columns();
        ByteBuffer idle = buffers.poll();
        ByteBuffer buffer = idle == null || idle.capacity() < count * Double.BYTES
                ? ByteBuffer.allocateDirect(Math.multiplyExact(count, Double.BYTES)).order(ByteOrder.LITTLE_ENDIAN)
                : idle;
        buffer.clear().limit(count * Double.BYTES);
        buffer.asDoubleBuffer().put(block, 0, count);
        write(buffer, start + (long) firstRow * frame.columns() * Double.BYTES);
        buffers.add(buffer);
    }

    private void write(ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }
}
