package hadamask.codec.tiff;

import hadamask.codec.format.BrokenImageException;
import hadamask.codec.format.Cmyk;
import hadamask.codec.format.TiffTags;
import hadamask.image.AssociatedAlpha;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import org.jspecify.annotations.Nullable;

/// The pixels of a TIFF on their way from the samples of its strips and tiles to an [Image].
final class TiffPixels implements TiffRows {
    private final TiffKind kind;
    private final boolean bigEndian;
    private final Layout layout;
    private final byte[] bytes;
    private final short[] shorts;
    /// Of CMYK, the four inks of each pixel.
    private final byte[] ink;
    /// Red, green and blue of each entry of a palette.
    private final byte[] palette;
    private final int[] line;

    TiffPixels(TiffKind kind, TiffTags tags) throws BrokenImageException {
        this.kind = kind;
        this.bigEndian = tags.isBigEndian();
        boolean deep = kind.bits() == 16 && kind.color() != TiffColor.CMYK;
        boolean alpha = kind.alpha() >= 0;
        boolean gray = kind.color() == TiffColor.BLACK_IS_ZERO || kind.color() == TiffColor.WHITE_IS_ZERO;
        this.layout = gray ? alpha ? Layout.GRAY_ALPHA : Layout.GRAY : Layout.color(deep ? 16 : 8, alpha);
        int pixels = kind.width() * kind.height();
        int count = Math.multiplyExact(pixels, layout.samples());
        this.bytes = new byte[deep ? 0 : count];
        this.shorts = new short[deep ? count : 0];
        this.ink = new byte[kind.color() == TiffColor.CMYK ? Math.multiplyExact(4, pixels) : 0];
        this.palette = kind.color() == TiffColor.PALETTE ? palette(tags, kind.bits()) : new byte[0];
        this.line = new int[Math.multiplyExact(kind.width(), kind.samples())];
    }

    private static byte[] palette(TiffTags tags, int bits) throws BrokenImageException {
        long[] map = tags.pixelNumbers(TiffTags.COLOR_MAP);
        int n = 1 << bits;
        if (map.length < 3 * n) {
            throw new BrokenImageException("its palette has " + map.length / 3 + " colours, expected " + n);
        }
        // Some writers put 8 bits where 16 belong.
        boolean shallow = true;
        for (long value : map) {
            shallow &= value < 256;
        }
        byte[] colors = new byte[3 * n];
        for (int i = 0; i < 3 * n; i++) {
            colors[i % n * 3 + i / n] = (byte) (shallow ? map[i] : map[i] >> 8);
        }
        return colors;
    }

    @Override
    public void put(byte[] data, int at, int x, int y, int columns, int plane) {
        int n = kind.together();
        read(data, at, columns * n);
        int pixel = y * kind.width() + x;
        int colors = kind.color().samples();
        for (int i = 0; i < n; i++) {
            int sample = kind.planar() ? plane : i;
            if (sample < colors) {
                putColor(sample, i, n, pixel, columns);
            } else if (sample == kind.alpha()) {
                putSamples(layout.alpha(), i, n, pixel, columns, false);
            }
        }
    }

    private void read(byte[] data, int at, int count) {
        int bits = kind.bits();
        if (bits == 8) {
            for (int i = 0; i < count; i++) {
                line[i] = data[at + i] & 0xFF;
            }
        } else if (bits == 16) {
            int high = bigEndian ? 0 : 1;
            for (int i = 0; i < count; i++) {
                int two = at + 2 * i;
                line[i] = (data[two + high] & 0xFF) << 8 | (data[two + 1 - high] & 0xFF);
            }
        } else {
            int mask = (1 << bits) - 1;
            for (int i = 0; i < count; i++) {
                int bit = i * bits;
                line[i] = data[at + (bit >> 3)] >> (8 - bits - (bit & 7)) & mask;
            }
        }
    }

    private void putColor(int sample, int first, int step, int pixel, int columns) {
        switch (kind.color()) {
            case PALETTE -> {
                int n = layout.samples();
                for (int i = 0, from = first, o = pixel * n; i < columns; i++, from += step, o += n) {
                    int entry = 3 * line[from];
                    bytes[o + layout.red()] = palette[entry];
                    bytes[o + layout.green()] = palette[entry + 1];
                    bytes[o + layout.blue()] = palette[entry + 2];
                }
            }
            case CMYK -> {
                boolean deep = kind.bits() == 16;
                for (int i = 0, from = first, o = 4 * pixel + sample; i < columns; i++, from += step, o += 4) {
                    ink[o] = (byte) (deep ? rounded(line[from]) : line[from]);
                }
            }
            default -> {
                int place = sample == 0 ? layout.red() : sample == 1 ? layout.green() : layout.blue();
                putSamples(place, first, step, pixel, columns, kind.color() == TiffColor.WHITE_IS_ZERO);
            }
        }
    }

    private static int rounded(int deep) {
        return (deep * 255 + 32767) / 65535;
    }

    private void putSamples(int place, int first, int step, int pixel, int columns, boolean inverted) {
        int n = layout.samples();
        int max = (1 << kind.bits()) - 1;
        int scale = kind.bits() < 8 ? 255 / max : 1;
        int flip = inverted ? max : 0;
        int o = pixel * n + place;
        if (shorts.length > 0) {
            for (int i = 0, from = first; i < columns; i++, from += step, o += n) {
                shorts[o] = (short) (line[from] ^ flip);
            }
            return;
        }
        boolean deep = kind.bits() == 16;
        for (int i = 0, from = first; i < columns; i++, from += step, o += n) {
            int value = (line[from] ^ flip) * scale;
            bytes[o] = (byte) (deep ? rounded(value) : value);
        }
    }

    /// The image; its colours are those that are seen, not multiplied by alpha.
    ///
    /// @param profile of the file, or null
    Image image(byte @Nullable [] profile, Attributes.@Nullable Resolution resolution) {
        if (kind.color() == TiffColor.CMYK) {
            return Image.of8Bit(kind.width(), kind.height(), layout, inked(profile), new Attributes(null, resolution));
        }
        Attributes attributes = new Attributes(profile, resolution);
        Image image = shorts.length > 0
                ? Image.of16Bit(kind.width(), kind.height(), layout, shorts, attributes)
                : Image.of8Bit(kind.width(), kind.height(), layout, bytes, attributes);
        // The colours of a palette are not multiplied by anything.
        boolean multiplied = kind.associated() && kind.color() != TiffColor.PALETTE;
        return multiplied ? AssociatedAlpha.divided(image) : image;
    }

    private byte[] inked(byte @Nullable [] profile) {
        if (!layout.hasAlpha()) {
            return Cmyk.toBgr(ink, kind.width(), kind.height(), profile);
        }
        for (int i = 0, a = layout.alpha(); kind.associated() && i < ink.length; i++) {
            int alpha = bytes[i / 4 * 4 + a] & 0xFF;
            ink[i] = (byte) (alpha == 0 ? 0 : Math.min(255, ((ink[i] & 0xFF) * 255 + alpha / 2) / alpha));
        }
        byte[] bgr = Cmyk.toBgr(ink, kind.width(), kind.height(), profile);
        for (int i = 0, o = 0; i < bgr.length; i += 3, o += 4) {
            bytes[o + layout.blue()] = bgr[i];
            bytes[o + layout.green()] = bgr[i + 1];
            bytes[o + layout.red()] = bgr[i + 2];
        }
        return bytes;
    }
}
