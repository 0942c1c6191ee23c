package hadamask.file;

import java.io.IOException;
import java.io.InputStream;

/// An input that was opened once, of which the first bytes are known: what comes of it may be asked before all of it is
/// read, from a pipe, too.
///
/// @hidden public for other packages of Hadamask alone
public final class Opening implements AutoCloseable {
    private final Input input;
    private final InputStream in;
    private final byte[] head;
    private final long size;

    /// @param size of the whole content; -1 where it is not known
    Opening(Input input, InputStream in, byte[] head, long size) {
        this.input = input;
        this.in = in;
        this.head = head;
        this.size = size;
    }

    /// The first bytes.
    public byte[] head() {
        return head;
    }

    /// The size of the whole content in bytes, or -1 where it is not known, as of a pipe.
    public long size() {
        return size;
    }

    /// Whether the content is known to be longer than an array can be.
    public boolean isLong() {
        return size > Input.MAX_BYTES;
    }

    /// The whole content, from the first byte. Once, and not with [#bytes()].
    public InputStream stream() {
        return new FromTheFirst(head, in);
    }

    /// The whole content, as an array. Once, and not with [#stream()].
    ///
    /// @throws InputException as [Input#bytes()]
    public byte[] bytes() {
        return input.bytes(in, head, size);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /// Some bytes, and then those of a stream.
    private static final class FromTheFirst extends InputStream {
        private final byte[] head;
        private final InputStream rest;
        private int at;

        FromTheFirst(byte[] head, InputStream rest) {
            this.head = head;
            this.rest = rest;
        }

        @Override
        public int read() throws IOException {
            return at < head.length ? Byte.toUnsignedInt(head[at++]) : rest.read();
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            int left = head.length - at;
            if (left == 0 || count == 0) {
                return rest.read(bytes, from, count);
            }
            int taken = Math.min(left, count);
            System.arraycopy(head, at, bytes, from, taken);
            at += taken;
            return taken;
        }
    }
}
