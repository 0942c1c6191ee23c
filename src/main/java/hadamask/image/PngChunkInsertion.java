package hadamask.image;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// Passes a PNG file through and changes the chunks before its pixels: its own follow the header, and a colour profile
/// that the encoder invents (for grey, a linear one) is left out.
final class PngChunkInsertion extends FilterOutputStream {
    private static final int SIGNATURE = 8;
    private static final int PROFILE = 0x69434350;
    private static final int PIXELS = 0x49444154;

    private final byte[] inserted;
    /// The file up to the first pixel data, which is small; null once that is written.
    private ByteBuffer head = ByteBuffer.allocate(1 << 16);
    private boolean passing;

    PngChunkInsertion(OutputStream out, byte[] inserted) {
        super(out);
        this.inserted = inserted;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[]{(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (passing) {
            out.write(bytes, offset, length);
            return;
        }
        if (head.remaining() < length) {
            head = ByteBuffer.allocate(2 * (head.position() + length)).put(head.flip());
        }
        head.put(bytes, offset, length);
        passHead();
    }

    private void passHead() throws IOException {
        int end = head.position();
        int at = SIGNATURE;
        while (at + 8 <= end) {
            int next = at + 12 + head.getInt(at);
            if (head.getInt(at + 4) == PIXELS) {
                writeHead(at, end);
                return;
            }
            if (next > end) {
                return;
            }
            at = next;
        }
    }

    private void writeHead(int pixels, int end) throws IOException {
        byte[] all = head.array();
        int header = SIGNATURE + 25;
        out.write(all, 0, header);
        out.write(inserted);
        int at = header;
        while (at < pixels) {
            int length = 12 + head.getInt(at);
            if (head.getInt(at + 4) != PROFILE) {
                out.write(all, at, length);
            }
            at += length;
        }
        out.write(all, pixels, end - pixels);
        passing = true;
        head = ByteBuffer.allocate(0);
    }

    @Override
    public void flush() throws IOException {
        // The caller of the encoder flushes when all is written.
    }
}
