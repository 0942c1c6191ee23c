package hadamask.codec.gif;

import hadamask.codec.format.BrokenImageException;
import hadamask.codec.format.Damage;
import hadamask.codec.format.PictureSize;
import hadamask.codec.format.PixelLimit;
import hadamask.file.InputException;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/// Reads the first frame of a GIF, at its place on the logical screen; what it does not cover is transparent.
///
/// The platform's reader sees other pixels in some files, and says nothing: `Own, and why` in `architecture.md`.
public final class GifReader {
    private static final int[] INTERLACE_START = {0, 4, 2, 1};
    private static final int[] INTERLACE_STEP = {8, 8, 4, 2};
    private static final int MAX_CODES = 4096;

    private final byte[] file;
    private final PixelLimit limit;
    private final Damage damage;
    private int at = 13;
    private int transparent = -1;

    private GifReader(byte[] file, PixelLimit limit, Damage damage) {
        this.file = file;
        this.limit = limit;
        this.damage = damage;
    }

    /// Reads a GIF file.
    public static Image read(byte[] file, PixelLimit limit, Damage damage) throws IOException {
        return new GifReader(file, limit, damage).firstFrame();
    }

    private Image firstFrame() throws IOException {
        int screenWidth = uint16(6);
        int screenHeight = uint16(8);
        if (screenWidth > 0 && screenHeight > 0) {
            check(screenWidth, screenHeight);
        }
        byte[] palette = palette(byteAt(10));
        while (true) {
            int kind = byteAt(at++);
            if (kind == 0x2C) {
                return frame(screenWidth, screenHeight, palette);
            }
            if (kind == 0x3B) {
                throw new BrokenImageException("it holds no picture");
            }
            if (kind != 0x21) {
                throw new BrokenImageException("there is no block at byte " + (at - 1) + ", where one is expected");
            }
            extension();
        }
    }

    /// A byte per pixel is unpacked, and becomes a colour.
    private void check(long width, long height) {
        limit.check(width, height, 4, new PictureSize(width, height, transparent < 0 ? 3 : 4, 1, 0));
    }

    private void extension() {
        int label = byteAt(at++);
        if (label == 0xF9 && byteAt(at) >= 4) {
            transparent = (byteAt(at + 1) & 1) != 0 ? byteAt(at + 4) : -1;
        }
        for (int length = byteAt(at++); length != 0; length = byteAt(at++)) {
            at += length;
        }
    }

    private Image frame(int screenWidth, int screenHeight, byte[] shared) throws IOException {
        int left = uint16(at);
        int top = uint16(at + 2);
        int width = uint16(at + 4);
        int height = uint16(at + 6);
        int flags = byteAt(at + 8);
        at += 9;
        check(width, height);
        boolean hasScreen = screenWidth > 0 && screenHeight > 0;
        int columns = hasScreen ? screenWidth : left + width;
        int rows = hasScreen ? screenHeight : top + height;
        check(columns, rows);
        byte[] own = palette(flags);
        byte[] colors = own.length > 0 ? own : shared;
        boolean covered = left == 0 && top == 0 && width >= columns && height >= rows;
        Layout layout = covered && transparent < 0 ? Layout.BGR : Layout.ABGR;
        byte[] table = table(layout, colors);
        byte[] pixels = unpacked(width, height);
        byte[] samples = new byte[columns * rows * layout.samples()];
        boolean interlaced = (flags & 0x40) != 0;
        int row = 0;
        for (int pass = 0; pass < (interlaced ? 4 : 1); pass++) {
            int step = interlaced ? INTERLACE_STEP[pass] : 1;
            for (int y = interlaced ? INTERLACE_START[pass] : 0; y < height; y += step, row++) {
                if (top + y < rows) {
                    int count = Math.clamp(columns - left, 0, width);
                    put(pixels, row * width, count, table, layout.samples(), samples, (top + y) * columns + left);
                }
            }
        }
        return Image.of8Bit(columns, rows, layout, samples, Attributes.NONE);
    }

    private static void put(byte[] pixels, int from, int count, byte[] table, int n, byte[] samples, int pixel) {
        for (int i = 0, o = pixel * n; i < count; i++, o += n) {
            System.arraycopy(table, (pixels[from + i] & 0xFF) * n, samples, o, n);
        }
    }

    /// The samples of each of 256 indices; those beyond the palette are black.
    private byte[] table(Layout layout, byte[] colors) {
        int n = layout.samples();
        byte[] table = new byte[256 * n];
        for (int i = 0; i < 256; i++) {
            if (3 * i + 2 < colors.length) {
                table[i * n + layout.red()] = colors[3 * i];
                table[i * n + layout.green()] = colors[3 * i + 1];
                table[i * n + layout.blue()] = colors[3 * i + 2];
            }
            if (layout.hasAlpha()) {
                table[i * n + layout.alpha()] = (byte) (i == transparent ? 0 : 0xFF);
            }
        }
        return table;
    }

    private byte[] palette(int flags) {
        if ((flags & 0x80) == 0) {
            return new byte[0];
        }
        int length = 3 << ((flags & 7) + 1);
        if (at + length > file.length) {
            throw truncated();
        }
        at += length;
        return Arrays.copyOfRange(file, at - length, at);
    }

    /// Undoes the packing (LZW with codes that grow to 12 bits).
    private byte[] unpacked(int width, int height) throws IOException {
        int codeBits = byteAt(at++);
        if (codeBits < 1 || codeBits > 11) {
            throw new BrokenImageException("its codes have " + codeBits + " bits, expected 1 to 11");
        }
        byte[] packed = subBlocks();
        if ((long) width * height / MAX_CODES > 8L * packed.length) {
            damage.truncated();
        }
        byte[] out = new byte[width * height];
        // A code stands for a run of earlier output: the run of its prefix, and the byte that followed that.
        int[] start = new int[MAX_CODES + 1];
        int[] length = new int[MAX_CODES + 1];
        int clear = 1 << codeBits;
        int next = clear + 2;
        int bits = codeBits + 1;
        int previous = -1;
        int filled = 0;
        long bit = 0;
        while (filled < out.length) {
            if (bit + bits > 8L * packed.length) {
                damage.truncated();
                break;
            }
            int code = code(packed, bit, bits);
            bit += bits;
            if (code == clear) {
                next = clear + 2;
                bits = codeBits + 1;
                previous = -1;
                continue;
            }
            if (code == clear + 1) {
                damage.truncated();
                break;
            }
            if (code > next || (code >= next && previous < 0)) {
                damage.broken("its pixels cannot be unpacked");
                break;
            }
            if (previous >= 0 && next < MAX_CODES) {
                start[next] = filled - (previous < clear ? 1 : length[previous]);
                length[next] = filled - start[next] + 1;
                next++;
            }
            if (code < clear) {
                out[filled++] = (byte) code;
            } else {
                // Byte by byte: the run may reach into what it writes.
                int end = Math.min(out.length, filled + length[code]);
                for (int from = start[code]; filled < end; from++) {
                    out[filled++] = out[from];
                }
            }
            if (next == 1 << bits && bits < 12) {
                bits++;
            }
            previous = code;
        }
        return out;
    }

    private static int code(byte[] packed, long bit, int bits) {
        int i = (int) (bit >> 3);
        int three = packed[i] & 0xFF;
        three |= i + 1 < packed.length ? (packed[i + 1] & 0xFF) << 8 : 0;
        three |= i + 2 < packed.length ? (packed[i + 2] & 0xFF) << 16 : 0;
        return three >> (int) (bit & 7) & (1 << bits) - 1;
    }

    private byte[] subBlocks() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        // The end mark may be missing: what is there decides whether the picture is whole.
        while (at < file.length) {
            int length = Math.min(file[at] & 0xFF, file.length - at - 1);
            if (length <= 0) {
                break;
            }
            all.write(file, at + 1, length);
            at += 1 + length;
        }
        return all.toByteArray();
    }

    private int byteAt(int i) {
        if (i >= file.length) {
            throw truncated();
        }
        return file[i] & 0xFF;
    }

    private int uint16(int i) {
        return byteAt(i) | byteAt(i + 1) << 8;
    }

    private static InputException truncated() {
        return new InputException("is a truncated GIF: the data end before the picture does");
    }
}
