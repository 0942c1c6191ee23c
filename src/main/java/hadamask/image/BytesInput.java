package hadamask.image;

import java.io.IOException;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStreamImpl;

/// The content of a file as the stream that the readers of libraries want, without copying it to a cache.
final class BytesInput extends ImageInputStreamImpl {
    private final byte[] bytes;
    private final int padding;
    private final int patchStart;
    private final byte[] patch;

    BytesInput(byte[] bytes) {
        this(bytes, 0, 0, new byte[0]);
    }

    /// @param padding how many zeros are read behind the end
    /// @param patchStart where other bytes are read than those of the file
    /// @param patch these bytes
    private BytesInput(byte[] bytes, int padding, int patchStart, byte[] patch) {
        this.bytes = bytes;
        this.padding = padding;
        this.patchStart = patchStart;
        this.patch = patch;
    }

    /// With zeros behind the end, for a reader that looks ahead bit by bit and would meet the end at each pixel. To read
    /// on behind them is an error that no reader takes for the end.
    static BytesInput padded(byte[] bytes, int zeros) {
        return new BytesInput(bytes, zeros, 0, new byte[0]);
    }

    /// With some bytes replaced.
    ///
    /// @param at where they stand; all of them lie inside of the file
    static BytesInput patched(byte[] bytes, int at, byte[] patch) {
        return new BytesInput(bytes, 0, at, patch);
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        if (streamPos < bytes.length && patch.length == 0) {
            return bytes[(int) streamPos++] & 0xFF;
        }
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        int n = (int) Math.min(length, (long) bytes.length + padding - streamPos);
        if (n <= 0) {
            if (padding > 0) {
                throw new BrokenImageException("the data end before the picture does");
            }
            return -1;
        }
        int at = (int) streamPos;
        int inside = Math.clamp(bytes.length - at, 0, n);
        System.arraycopy(bytes, Math.min(at, bytes.length), target, offset, inside);
        Arrays.fill(target, offset + inside, offset + n, (byte) 0);
        int from = Math.max(at, patchStart);
        int to = Math.min(at + inside, patchStart + patch.length);
        if (from < to) {
            System.arraycopy(patch, from - patchStart, target, offset + from - at, to - from);
        }
        streamPos += n;
        return n;
    }

    @Override
    public long length() {
        return (long) bytes.length + padding;
    }

    @Override
    public boolean isCached() {
        return true;
    }

    @Override
    public boolean isCachedMemory() {
        return true;
    }
}
