package hadamask.codec.png;

import hadamask.codec.format.BrokenImageException;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Puts unfiltered rows of a PNG into the samples of an [Image].
///
/// Grey of less than 8 bits is scaled: `v * 255 / (2^b - 1)`, which is exact. Palette entries become colours. A
/// transparent colour, or palette entries with alpha, add an alpha sample.
abstract class PngSamples {
    /// What a pixel is made of: the colour types of PNG.
    enum Kind {
        GRAY(0, 1), RGB(2, 3), PALETTE(3, 1), GRAY_ALPHA(4, 2), RGBA(6, 4);

        private final int code;
        private final int channels;

        Kind(int code, int channels) {
            this.code = code;
            this.channels = channels;
        }

        int channels() {
            return channels;
        }

        /// As the header has it.
        int code() {
            return code;
        }

        static Kind of(int code, int depth) throws IOException {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    boolean low = depth == 1 || depth == 2 || depth == 4;
                    boolean fits = depth == 8 || (depth == 16 && kind != PALETTE)
                            || (low && (kind == GRAY || kind == PALETTE));
                    if (fits) {
                        return kind;
                    }
                }
            }
            throw new BrokenImageException("there is no colour type " + code + " with " + depth + " bits");
        }
    }

    private final int bitsPerPixel;
    final int width;
    final int height;
    final Layout layout;

    PngSamples(int bitsPerPixel, int width, int height, Layout layout) {
        this.bitsPerPixel = bitsPerPixel;
        this.width = width;
        this.height = height;
        this.layout = layout;
    }

    /// Samples of the right kind.
    ///
    /// @param palette red, green, blue of each entry
    /// @param transparency alpha of palette entries, or the transparent colour
    static PngSamples of(Kind kind, int depth, int width, int height, byte @Nullable [] palette,
            byte @Nullable [] transparency) throws IOException {
        if (kind == Kind.PALETTE) {
            if (palette == null || palette.length < 3) {
                throw new BrokenImageException("it has no palette");
            }
            return new PngIndexedSamples(depth, width, height, palette, transparency);
        }
        int[] key = transparency == null || transparency.length < 2 * kind.channels || kind.code > 2
                ? null
                : new int[kind.channels];
        for (int i = 0; key != null && transparency != null && i < key.length; i++) {
            key[i] = (transparency[2 * i] & 0xFF) << 8 | (transparency[2 * i + 1] & 0xFF);
        }
        if (depth == 16) {
            return new PngDeepSamples(kind, width, height, key);
        }
        if (depth < 8) {
            return new PngIndexedSamples(depth, width, height, key == null ? -1 : key[0]);
        }
        return new PngByteSamples(kind, width, height, key);
    }

    /// Bits of a pixel in the file.
    int bitsPerPixel() {
        return bitsPerPixel;
    }

    /// Puts one row, or every `step`-th pixel of one.
    ///
    /// @param row a byte that does not count, then the bytes of the pixels
    /// @param count pixels
    /// @param x column of the first pixel
    /// @param y row of the image
    /// @param step columns from pixel to pixel
    final void put(byte[] row, int count, int x, int y, int step) {
        int n = layout.samples();
        put(row, count, (y * width + x) * n, step * n);
    }

    /// @param at index of the first sample
    /// @param step samples from pixel to pixel
    abstract void put(byte[] row, int count, int at, int step);

    /// The image; its samples belong to it from now on.
    abstract Image image(Attributes attributes);
}
