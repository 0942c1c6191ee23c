package hadamask.codec.png;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import org.jspecify.annotations.Nullable;

/// Pixels of 8 bits per sample, as PNG stores them: grey or RGB, with or without alpha, or with one transparent colour.
final class PngByteSamples extends PngSamples {
    private final Kind kind;
    private final int @Nullable [] key;
    private final byte[] samples;

    PngByteSamples(Kind kind, int width, int height, int @Nullable [] key) {
        super(8 * kind.channels(), width, height, layout(kind, key != null));
        this.kind = kind;
        this.key = key;
        this.samples = new byte[width * height * layout.samples()];
    }

    private static Layout layout(Kind kind, boolean keyed) {
        return switch (kind) {
            case GRAY -> keyed ? Layout.GRAY_ALPHA : Layout.GRAY;
            case GRAY_ALPHA -> Layout.GRAY_ALPHA;
            case RGB -> keyed ? Layout.ABGR : Layout.BGR;
            default -> Layout.ABGR;
        };
    }

    @Override
    void put(byte[] row, int count, int at, int step) {
        switch (kind) {
            case GRAY -> putGray(row, count, at, step);
            case GRAY_ALPHA -> putGrayAlpha(row, count, at, step);
            case RGB -> {
                if (key == null) {
                    putRgb(row, count, at, step);
                } else {
                    putKeyedRgb(row, count, at, step, key);
                }
            }
            default -> putRgba(row, count, at, step);
        }
    }

    private void putGray(byte[] row, int count, int at, int step) {
        if (step == 1) {
            System.arraycopy(row, 1, samples, at, count);
            return;
        }
        for (int i = 1, o = at; i <= count; i++, o += step) {
            samples[o] = row[i];
            if (key != null) {
                samples[o + 1] = (byte) ((row[i] & 0xFF) == key[0] ? 0 : 0xFF);
            }
        }
    }

    private void putGrayAlpha(byte[] row, int count, int at, int step) {
        for (int i = 1, o = at; i < 1 + 2 * count; i += 2, o += step) {
            samples[o] = row[i];
            samples[o + 1] = row[i + 1];
        }
    }

    private void putRgb(byte[] row, int count, int at, int step) {
        byte[] out = samples;
        for (int i = 1, o = at, end = 1 + 3 * count; i < end; i += 3, o += step) {
            out[o] = row[i + 2];
            out[o + 1] = row[i + 1];
            out[o + 2] = row[i];
        }
    }

    private void putKeyedRgb(byte[] row, int count, int at, int step, int[] transparent) {
        for (int i = 1, o = at; i < 1 + 3 * count; i += 3, o += step) {
            boolean hit = (row[i] & 0xFF) == transparent[0] && (row[i + 1] & 0xFF) == transparent[1]
                    && (row[i + 2] & 0xFF) == transparent[2];
            samples[o] = (byte) (hit ? 0 : 0xFF);
            samples[o + 1] = row[i + 2];
            samples[o + 2] = row[i + 1];
            samples[o + 3] = row[i];
        }
    }

    private void putRgba(byte[] row, int count, int at, int step) {
        byte[] out = samples;
        for (int i = 1, o = at, end = 1 + 4 * count; i < end; i += 4, o += step) {
            out[o] = row[i + 3];
            out[o + 1] = row[i + 2];
            out[o + 2] = row[i + 1];
            out[o + 3] = row[i];
        }
    }

    @Override
    Image image(Attributes attributes) {
        return Image.of8Bit(width, height, layout, samples, attributes);
    }
}
