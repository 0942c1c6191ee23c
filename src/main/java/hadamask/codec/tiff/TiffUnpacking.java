package hadamask.codec.tiff;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The simple ways in which bytes of a TIFF are packed. Each fills up as much as there is and says how much that was.
final class TiffUnpacking {
    private static final int LZW_CODES = 4096;
    private static final int MAX_REST = 1 << 26;
    private static final int CLEAR = 256;
    private static final int END = 257;

    private TiffUnpacking() {
    }

    /// zlib. Where its checksum is wrong, the last byte is as if it was not there.
    static int inflate(byte[] data, int from, int to, byte[] out) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data, from, to - from);
            int n = 0;
            while (n < out.length && !inflater.finished()) {
                int more = inflater.inflate(out, n, out.length - n);
                if (more == 0 && !inflater.finished()) {
                    return n;
                }
                n += more;
            }
            // Rows that the picture has not, and then the checksum.
            byte[] rest = new byte[4096];
            int more = 1;
            for (int i = 0; i < MAX_REST && more > 0 && !inflater.finished(); i += more) {
                more = inflater.inflate(rest);
            }
            return n;
        } catch (DataFormatException e) {
            return (int) Math.min(inflater.getBytesWritten(), out.length - 1L);
        } finally {
            inflater.end();
        }
    }

    /// Runs of bytes: a count from 0 on for so many and one more that differ, below 0 for repetitions.
    static int packBits(byte[] data, int from, int to, byte[] out) {
        int n = 0;
        int at = from;
        while (at < to && n < out.length) {
            int count = data[at++];
            if (count >= 0) {
                int length = Math.min(Math.min(count + 1, to - at), out.length - n);
                System.arraycopy(data, at, out, n, length);
                at += length;
                n += length;
            } else if (count != -128 && at < to) {
                byte value = data[at++];
                for (int i = 0; i <= -count && n < out.length; i++) {
                    out[n++] = value;
                }
            }
        }
        return n;
    }

    /// LZW of TIFF: codes of 9 to 12 bits, the first bit the highest; and that of its first years, the first bit the
    /// lowest, where codes become longer one code later.
    static int lzw(byte[] data, int from, int to, byte[] out) {
        boolean old = to - from > 1 && data[from] == 0 && (data[from + 1] & 1) != 0;
        int[] start = new int[LZW_CODES + 1];
        int[] length = new int[LZW_CODES + 1];
        int next = END + 1;
        int bits = 9;
        int previous = -1;
        int filled = 0;
        long bit = 8L * from;
        while (filled < out.length && bit + bits <= 8L * to) {
            int code = old ? lowFirst(data, bit, bits) : highFirst(data, bit, bits);
            bit += bits;
            if (code == CLEAR) {
                next = END + 1;
                bits = 9;
                previous = -1;
                continue;
            }
            if (code == END || code > next || (code >= next && previous < 0)) {
                break;
            }
            if (previous >= 0 && next < LZW_CODES) {
                start[next] = filled - (previous < CLEAR ? 1 : length[previous]);
                length[next] = filled - start[next] + 1;
                next++;
            }
            if (code < CLEAR) {
                out[filled++] = (byte) code;
            } else {
                // Byte by byte: the run may reach into what it writes.
                int end = Math.min(out.length, filled + length[code]);
                for (int i = start[code]; filled < end; i++) {
                    out[filled++] = out[i];
                }
            }
            if (next + (old ? 0 : 1) >= 1 << bits && bits < 12) {
                bits++;
            }
            previous = code;
        }
        return filled;
    }

    private static int highFirst(byte[] data, long bit, int bits) {
        int i = (int) (bit >> 3);
        int three = (data[i] & 0xFF) << 16 | (at(data, i + 1) & 0xFF) << 8 | (at(data, i + 2) & 0xFF);
        return three >> (24 - (int) (bit & 7) - bits) & ((1 << bits) - 1);
    }

    private static int lowFirst(byte[] data, long bit, int bits) {
        int i = (int) (bit >> 3);
        int three = (data[i] & 0xFF) | (at(data, i + 1) & 0xFF) << 8 | (at(data, i + 2) & 0xFF) << 16;
        return three >> (int) (bit & 7) & ((1 << bits) - 1);
    }

    private static byte at(byte[] data, int i) {
        return i < data.length ? data[i] : 0;
    }
}
