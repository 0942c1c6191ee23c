package hadamask.segment.edge;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.image.SoftMask;

/// The weights of a soft mask while they are made, at the depth of a picture.
final class Weights {
    private final Image samples;
    private final int one;

    /// The weights of a hard mask, to begin with.
    ///
    /// @param bitDepth 8 or 16
    Weights(Mask mask, int bitDepth) {
        int width = mask.width();
        int height = mask.height();
        samples = bitDepth == 8
                ? mask.toImage(Attributes.NONE)
                : Image.of16Bit(width, height, Layout.GRAY, deep(mask.values()), Attributes.NONE);
        one = samples.maxSample();
    }

    private static short[] deep(byte[] values) {
        short[] shorts = new short[values.length];
        for (int i = 0; i < shorts.length; i++) {
            shorts[i] = (short) -values[i];
        }
        return shorts;
    }

    /// Sets a weight, rounded.
    ///
    /// @param i place of the pixel, row by row
    /// @param weight what is below 0 counts as 0, what is above 1 as 1
    void set(int i, float weight) {
        int sample = Math.round(Math.clamp(weight, 0f, 1f) * one);
        if (one == 0xFF) {
            samples.bytes()[i] = (byte) sample;
        } else {
            samples.shorts()[i] = (short) sample;
        }
    }

    SoftMask mask() {
        return new SoftMask(samples);
    }
}
