package hadamask.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Good pictures with a block of metadata, whatever that holds, where the format has a place for it.
final class Wrapped {
    /// What a segment of JPEG can hold beside its own length and the mark of a profile or of EXIF.
    private static final int SEGMENT = 65_000;

    private Wrapped() {
    }

    /// @param picture a JPEG
    static byte[] exifInJpeg(byte[] picture, byte[] exif) {
        return segment(picture, 0xE1, "Exif\0\0", exif);
    }

    /// @param picture a JPEG
    /// @param profile as much of it as one segment holds
    static byte[] profileInJpeg(byte[] picture, byte[] profile) {
        return segment(picture, 0xE2, "ICC_PROFILE\0\1\1", profile);
    }

    private static byte[] segment(byte[] picture, int marker, String mark, byte[] content) {
        byte[] held = Arrays.copyOf(content, Math.min(content.length, SEGMENT));
        byte[] segment = ByteBuffer.allocate(4 + mark.length() + held.length).putShort((short) (0xFF00 | marker))
                .putShort((short) (2 + mark.length() + held.length)).put(mark.getBytes(ISO_8859_1)).put(held).array();
        return Mutator.replaced(picture, 2, 0, segment);
    }

    /// @param picture a PNG
    static byte[] inPng(byte[] picture, String chunk, byte[] content) {
        return Mutator.replaced(picture, 33, 0, PngRepair.chunk(chunk, content));
    }

    /// @param picture a PNG
    static byte[] profileInPng(byte[] picture, byte[] profile) {
        return inPng(picture, "iCCP", Mutator.replaced(PngRepair.deflated(profile), 0, 0, new byte[]{'p', 0, 0}));
    }

    /// @param picture an extended WebP
    static byte[] exifInWebp(byte[] picture, byte[] exif) {
        byte[] chunk = ByteBuffer.allocate(8 + exif.length + exif.length % 2).order(ByteOrder.LITTLE_ENDIAN)
                .put("EXIF".getBytes(ISO_8859_1)).putInt(exif.length).put(exif).array();
        byte[] longer = Mutator.replaced(picture, picture.length, 0, chunk);
        ByteBuffer.wrap(longer).order(ByteOrder.LITTLE_ENDIAN).putInt(4, longer.length - 8);
        return longer;
    }
}
