package hadamask.codec.bmp;

import hadamask.codec.format.BrokenImageException;
import hadamask.file.InputException;
import hadamask.image.Attributes;
import hadamask.image.Attributes.Resolution;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a bitmap says about itself: headers of OS/2 (12, 16 and 64 bytes) and of Windows (40, 52, 56, 108 and 124 bytes).
///
/// @param size of the header, in bytes
/// @param width columns, at least 1
/// @param height rows, at least 1
/// @param topDown whether the first row in the file is the upper one
/// @param bits per pixel; 0 where a file of another kind is inside
/// @param packing how pixels are stored
/// @param start where they begin
/// @param masks the bits of red, green, blue and alpha in a pixel of 16 or 32 bits; 0 where there is none
record BmpHeader(int size, long width, long height, boolean topDown, int bits, Packing packing, int start,
        int paletteStart,
        int paletteEntries, Masks masks, Attributes attributes) {
    private static final double INCHES_PER_METRE = 1 / 0.0254;
    private static final int FILE_HEAD = 14;
    private static final int OLD = 12;
    private static final int OS2 = 64;
    private static final int WINDOWS = 40;
    private static final int V3 = 56;
    private static final int V5 = 124;
    /// `MBED`: the profile is in the file.
    private static final int EMBEDDED = 0x4D424544;
    private static final int MAX_COLORS = 256;

    /// How pixels are stored: `biCompression`.
    enum Packing {
        PLAIN, RUNS_OF_8, RUNS_OF_4, MASKED, JPEG, PNG
    }

    /// The bits of each colour in a pixel.
    record Masks(int red, int green, int blue, int alpha) {
        static final Masks OF_16 = new Masks(0x7C00, 0x3E0, 0x1F, 0);
        static final Masks OF_32 = new Masks(0xFF0000, 0xFF00, 0xFF, 0);
    }

    /// Reads the header, and refuses what contradicts itself. No size is limited here.
    static BmpHeader of(byte[] file) throws IOException {
        ByteBuffer data = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < FILE_HEAD + OLD) {
            throw truncated();
        }
        int size = data.getInt(FILE_HEAD);
        if (size != OLD && size != 16 && (size < WINDOWS || size > V5)) {
            throw new BrokenImageException("its header has " + (size & 0xFFFFFFFFL) + " bytes, expected 12 to 124");
        }
        if (file.length < FILE_HEAD + size) {
            throw truncated();
        }
        boolean old = size == OLD;
        long width = old ? data.getShort(18) & 0xFFFF : data.getInt(18);
        long height = old ? data.getShort(20) & 0xFFFF : data.getInt(22);
        int bits = data.getShort(old ? 24 : 28) & 0xFFFF;
        int code = size < WINDOWS ? 0 : data.getInt(30);
        Packing packing = packing(code, bits, size);
        boolean masksBehind = size == WINDOWS && (code == 3 || code == 6);
        int paletteStart = FILE_HEAD + size + (masksBehind ? code == 6 ? 16 : 12 : 0);
        if (paletteStart > file.length) {
            throw truncated();
        }
        long start = data.getInt(10) & 0xFFFFFFFFL;
        long claimed = size < WINDOWS ? 0 : data.getInt(46) & 0xFFFFFFFFL;
        if (bits <= 8 && bits > 0 && claimed > MAX_COLORS) {
            throw new BrokenImageException("its palette has " + claimed + " colours, expected at most 256");
        }
        int entry = old ? 3 : 4;
        // Some say no more about the palette than that the pixels begin behind it; others nothing about where they begin.
        long room = start == 0 ? MAX_COLORS : Math.max(0, start - paletteStart) / entry;
        int entries = bits > 8 ? 0 : (int) Math.min(room, claimed > 0 ? claimed : 1L << bits);
        start = start == 0 ? paletteStart + (long) entry * entries : start;
        if (start > file.length || paletteStart + (long) entry * entries > file.length) {
            throw truncated();
        }
        if (start < FILE_HEAD + size) {
            throw new BrokenImageException("its pixels begin inside of its header");
        }
        Masks masks = packing == Packing.MASKED ? masks(data, size, code) : bits == 16 ? Masks.OF_16 : Masks.OF_32;
        return new BmpHeader(size, width, Math.abs(height), height < 0, bits, packing, (int) start, paletteStart,
                entries,
                masks, new Attributes(profile(file, data, size), size < WINDOWS ? null : resolution(data)));
    }

    private static Packing packing(int code, int bits, int size) throws IOException {
        Packing packing = switch (code) {
            case 0 -> Packing.PLAIN;
            case 1 -> Packing.RUNS_OF_8;
            case 2 -> Packing.RUNS_OF_4;
            case 3, 6 -> Packing.MASKED;
            case 4 -> Packing.JPEG;
            case 5 -> Packing.PNG;
            default -> null;
        };
        if (size == OS2 && (code == 3 || code == 4)) {
            throw unread(code == 3 ? "Huffman codes" : "runs of 24-bit pixels", "OS/2");
        }
        if (packing == null) {
            throw code >= 11 && code <= 13 ? unread("CMYK colours", "Windows") : unread("packing " + code, "Windows");
        }
        boolean fits = switch (packing) {
            case PLAIN -> bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32;
            case RUNS_OF_8 -> bits == 8;
            case RUNS_OF_4 -> bits == 4;
            case MASKED -> bits == 16 || bits == 32;
            case JPEG, PNG -> true;
        };
        if (!fits) {
            throw new BrokenImageException("it says " + bits + " bits per pixel, packed in way " + code);
        }
        return packing;
    }

    private static InputException unread(String what, String whose) {
        return new InputException(
                "is a BMP of " + whose + " with " + what + ", which is not read, expected plain pixels,"
                        + " runs of 4 or 8 bits, masks, or a JPEG or PNG inside",
                "convert it to PNG, such as by ImageMagick: magick in.bmp out.png");
    }

    private static Masks masks(ByteBuffer data, int size, int code) throws IOException {
        int at = FILE_HEAD + WINDOWS;
        int alpha = code == 6 || size >= V3 ? data.getInt(at + 12) : 0;
        Masks masks = new Masks(data.getInt(at), data.getInt(at + 4), data.getInt(at + 8), alpha);
        for (int mask : new int[]{masks.red, masks.green, masks.blue, masks.alpha}) {
            int bits = mask >>> (mask == 0 ? 0 : Integer.numberOfTrailingZeros(mask));
            if ((bits & (bits + 1)) != 0) {
                throw new BrokenImageException("the bits of a colour do not stand together: mask 0x"
                        + Integer.toHexString(mask));
            }
        }
        if ((masks.red | masks.green | masks.blue) == 0) {
            throw new BrokenImageException("its masks name no bit of a colour");
        }
        return masks;
    }

    private static @Nullable Resolution resolution(ByteBuffer data) {
        int x = data.getInt(38);
        int y = data.getInt(42);
        return x > 0 && y > 0 ? new Resolution(x / INCHES_PER_METRE, y / INCHES_PER_METRE) : null;
    }

    private static byte @Nullable [] profile(byte[] file, ByteBuffer data, int size) {
        if (size < V5 || data.getInt(FILE_HEAD + 56) != EMBEDDED) {
            return null;
        }
        long from = FILE_HEAD + (data.getInt(FILE_HEAD + 112) & 0xFFFFFFFFL);
        long length = data.getInt(FILE_HEAD + 116) & 0xFFFFFFFFL;
        return length == 0 || from + length > file.length
                ? null
                : Arrays.copyOfRange(file, (int) from, (int) (from + length));
    }

    /// Bytes from one row to the next: a multiple of four.
    long rowBytes() {
        return (width * bits + 31) / 32 * 4;
    }

    /// Bytes of a palette entry.
    int entryBytes() {
        return size == OLD ? 3 : 4;
    }

    static InputException truncated() {
        return new InputException("is a truncated BMP: the data end before the picture does");
    }
}
