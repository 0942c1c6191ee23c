package hadamask.hostile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// An EXIF block as cameras write it: orientation, resolution, a directory inside, a second one behind.
final class Exif {
    private Exif() {
    }

    /// The block, from its byte order mark on; an even number of bytes.
    static byte[] block() {
        ByteBuffer b = ByteBuffer.allocate(128);
        b.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        b.putShort((short) 5);
        entry(b, 274, 3, 1, 6 << 16);
        entry(b, 282, 5, 1, 96);
        entry(b, 283, 5, 1, 96);
        entry(b, 296, 3, 1, 2 << 16);
        entry(b, 34665, 4, 1, 74);
        b.putInt(74);
        b.putShort((short) 1);
        entry(b, 36864, 7, 4, 0x30323330);
        b.putInt(0);
        b.position(96);
        b.putInt(300).putInt(1);
        return b.array();
    }

    private static void entry(ByteBuffer b, int tag, int type, int count, int value) {
        b.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
