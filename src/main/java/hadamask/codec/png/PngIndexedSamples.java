package hadamask.codec.png;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Pixels that are looked up in a table: palette entries of 1 to 8 bits, and grey of 1 to 4 bits.
final class PngIndexedSamples extends PngSamples {
    private final int depth;
    /// The samples of each value a pixel can have, one after the other, in the order of the layout.
    private final byte[] table;
    private final byte[] samples;

    /// A palette.
    PngIndexedSamples(int depth, int width, int height, byte[] palette, byte @Nullable [] alpha) {
        super(depth, width, height, alpha == null ? Layout.BGR : Layout.ABGR);
        this.depth = depth;
        int n = layout.samples();
        this.table = new byte[n << depth];
        for (int i = 0; i < 1 << depth; i++) {
            // An index beyond the palette is opaque black, as in other readers.
            if (3 * i + 2 < palette.length) {
                table[i * n + layout.red()] = palette[3 * i];
                table[i * n + layout.green()] = palette[3 * i + 1];
                table[i * n + layout.blue()] = palette[3 * i + 2];
            }
            if (alpha != null) {
                table[i * n + layout.alpha()] = i < alpha.length ? alpha[i] : (byte) 0xFF;
            }
        }
        this.samples = new byte[width * height * n];
    }

    /// The places in a palette themselves.
    PngIndexedSamples(int depth, int width, int height) {
        super(depth, width, height, Layout.GRAY);
        this.depth = depth;
        this.table = new byte[1 << depth];
        for (int i = 0; i < table.length; i++) {
            table[i] = (byte) i;
        }
        this.samples = new byte[width * height];
    }

    /// Grey of less than 8 bits.
    ///
    /// @param transparent the value that is transparent, or -1
    PngIndexedSamples(int depth, int width, int height, int transparent) {
        super(depth, width, height, transparent < 0 ? Layout.GRAY : Layout.GRAY_ALPHA);
        this.depth = depth;
        int n = layout.samples();
        int max = (1 << depth) - 1;
        this.table = new byte[n << depth];
        Arrays.fill(table, (byte) 0xFF);
        for (int v = 0; v <= max; v++) {
            table[v * n] = (byte) (v * 255 / max);
        }
        if (transparent >= 0 && transparent <= max) {
            table[transparent * n + 1] = 0;
        }
        this.samples = new byte[width * height * n];
    }

    @Override
    void put(byte[] row, int count, int at, int step) {
        int n = layout.samples();
        int mask = (1 << depth) - 1;
        for (int p = 0, o = at; p < count; p++, o += step) {
            long bit = (long) p * depth;
            int value = row[1 + (int) (bit >> 3)] >> (8 - depth - ((int) bit & 7)) & mask;
            for (int c = 0; c < n; c++) {
                samples[o + c] = table[value * n + c];
            }
        }
    }

    @Override
    Image image(Attributes attributes) {
        return Image.of8Bit(width, height, layout, samples, attributes);
    }
}
