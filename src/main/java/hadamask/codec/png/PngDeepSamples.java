package hadamask.codec.png;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import org.jspecify.annotations.Nullable;

/// Pixels of 16 bits per sample, most significant byte first, as PNG stores them.
final class PngDeepSamples extends PngSamples {
    private final int channels;
    private final int @Nullable [] key;
    private final short[] samples;

    PngDeepSamples(Kind kind, int width, int height, int @Nullable [] key) {
        super(16 * kind.channels(), width, height, layout(kind, key != null));
        this.channels = kind.channels();
        this.key = key;
        this.samples = new short[width * height * layout.samples()];
    }

    private static Layout layout(Kind kind, boolean keyed) {
        return switch (kind) {
            case GRAY -> keyed ? Layout.GRAY_ALPHA : Layout.GRAY;
            case GRAY_ALPHA -> Layout.GRAY_ALPHA;
            case RGB -> keyed ? Layout.RGBA : Layout.RGB;
            default -> Layout.RGBA;
        };
    }

    @Override
    void put(byte[] row, int count, int at, int step) {
        int i = 1;
        int o = at;
        for (int p = 0; p < count; p++, o += step) {
            boolean hit = key != null;
            for (int c = 0; c < channels; c++, i += 2) {
                int v = (row[i] & 0xFF) << 8 | (row[i + 1] & 0xFF);
                samples[o + c] = (short) v;
                hit &= key != null && key[c] == v;
            }
            if (key != null) {
                samples[o + channels] = (short) (hit ? 0 : 0xFFFF);
            }
        }
    }

    @Override
    Image image(Attributes attributes) {
        return Image.of16Bit(width, height, layout, samples, attributes);
    }
}
