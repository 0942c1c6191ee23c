package hadamask.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Finds line ends and quotes in a text, eight bytes at a time: most bytes of a table are neither.
final class LineScan {
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;

    private final byte[] text;
    private final ByteBuffer words;

    LineScan(byte[] text) {
        this.text = text;
        this.words = ByteBuffer.wrap(text).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// The place of the first LF, CR or `"` from a place on, or the length of the text.
    int next(int from) {
        int k = from;
        for (; k <= text.length - Long.BYTES; k += Long.BYTES) {
            long word = words.getLong(k);
            long found = zeros(word ^ ('\n' * ONES)) | zeros(word ^ ('\r' * ONES)) | zeros(word ^ ('"' * ONES));
            if (found != 0) {
                return k + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (k < text.length && text[k] != '\n' && text[k] != '\r' && text[k] != '"') {
            k++;
        }
        return k;
    }

    /// The top bit of each byte that is 0; above the lowest of them, others may be set, too.
    private static long zeros(long word) {
        return (word - ONES) & ~word & TOPS;
    }
}
