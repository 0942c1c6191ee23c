package hadamask.codec.gif;

/// Counts the frames of a GIF without unpacking any.
public final class GifFrames {
    private static final int SCREEN_FLAGS = 10;
    private static final int FRAME = 0x2C;
    private static final int EXTENSION = 0x21;
    /// From the mark of a frame to its flags.
    private static final int TO_FLAGS = 9;

    private final byte[] file;
    private int at;

    private GifFrames(byte[] file) {
        this.file = file;
    }

    /// How many frames a GIF has whose data begin in the file; blocks are followed as far as they make sense.
    public static int count(byte[] file) {
        return new GifFrames(file).count();
    }

    private int count() {
        int count = 0;
        at = SCREEN_FLAGS + 3 + palette(SCREEN_FLAGS);
        while (true) {
            int kind = byteAt(at);
            if (kind == EXTENSION) {
                at += 2;
            } else if (kind == FRAME) {
                at += TO_FLAGS + 2 + palette(at + TO_FLAGS);
                count += byteAt(at) > 0 ? 1 : 0;
            } else {
                return count;
            }
            skipData();
        }
    }

    private void skipData() {
        for (int length = byteAt(at++); length > 0; length = byteAt(at++)) {
            at += length;
        }
    }

    /// The bytes of the palette whose size stands in the flags at a place.
    private int palette(int flagsAt) {
        int flags = byteAt(flagsAt);
        return flags < 0 || (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    /// -1 behind the end.
    private int byteAt(int i) {
        return i < file.length ? file[i] & 0xFF : -1;
    }
}
