package hadamask.segment.edge;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.SoftMask;

/// The weights of a soft mask while they are made, at the depth of a picture.
final class Weights {
    private final Image samples;
    private final int one;

    /// @param bitDepth 8 or 16
    Weights(int width, int height, int bitDepth) {
        samples = bitDepth == 8
                ? Image.of8Bit(width, height, Layout.GRAY, new byte[width * height], Attributes.NONE)
                : Image.of16Bit(width, height, Layout.GRAY, new short[width * height], Attributes.NONE);
        one = samples.maxSample();
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
