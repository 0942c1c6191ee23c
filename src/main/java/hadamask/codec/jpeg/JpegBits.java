package hadamask.codec.jpeg;

/// The bits of the entropy-coded data of a JPEG: a zero behind a byte of 255 is left out, a mark ends them.
final class JpegBits {
    private final byte[] data;
    private int at;
    private int buffer;
    private int count;
    private boolean dry;

    JpegBits(byte[] data) {
        this.data = data;
    }

    /// Begins anew at a byte.
    void startAt(int place) {
        at = place;
        count = 0;
        dry = false;
    }

    /// The next bit; 0 behind the end.
    int bit() {
        if (count == 0) {
            fill();
        }
        count--;
        return buffer >> count & 1;
    }

    /// Some bits, the first the highest.
    int bits(int n) {
        int value = 0;
        for (int i = 0; i < n; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    private void fill() {
        count = 8;
        if (at >= data.length || (data[at] == (byte) 0xFF && (at + 1 >= data.length || data[at + 1] != 0))) {
            dry = true;
            buffer = 0;
            return;
        }
        buffer = data[at] & 0xFF;
        at += buffer == 0xFF ? 2 : 1;
    }

    /// Whether bits were asked for that are not there.
    boolean isDry() {
        return dry;
    }

    /// The place behind the last byte of which a bit was read.
    int place() {
        return at;
    }

    /// The next mark, from a place on: where its 255 stands, or the end.
    int nextMark(int from) {
        int i = from;
        while (i + 1 < data.length) {
            boolean isMark = data[i] == (byte) 0xFF && data[i + 1] != 0 && data[i + 1] != (byte) 0xFF;
            if (isMark) {
                return i;
            }
            i++;
        }
        return data.length;
    }
}
