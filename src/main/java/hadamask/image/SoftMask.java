package hadamask.image;

import org.jspecify.annotations.Nullable;

/// A weight for each pixel of an image, from 0 (out) to 1 (in), in steps of 1/255 or 1/65535.
///
/// Memory: 1 byte per pixel, or 2 in steps of 1/65535. The samples are not copied.
///
/// @param weights a grey picture without alpha: a sample divided by [Image#maxSample()] is a weight
public record SoftMask(Image weights) {
    public SoftMask {
        if (weights.layout() != Layout.GRAY) {
            throw new IllegalArgumentException(weights + " is not grey");
        }
    }

    /// The soft mask of a mask: weights of 0 and 1 only, in steps of 1/255.
    public static SoftMask of(Mask mask) {
        return new SoftMask(mask.toImage(Attributes.NONE));
    }

    /// Columns, at least 1.
    public int width() {
        return weights.width();
    }

    /// Rows, at least 1.
    public int height() {
        return weights.height();
    }

    /// The sample that means a weight of 1: 255 or 65535.
    public int one() {
        return weights.maxSample();
    }

    /// The weight of a pixel as a sample, from 0 to [#one()].
    ///
    /// @param x column, from 0
    /// @param y row, from 0
    public int sample(int x, int y) {
        return weights.sample(x, y, 0);
    }

    /// One minus each weight.
    public SoftMask inverted() {
        int width = width();
        int length = width * height();
        if (weights.bitDepth() == 8) {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) ~weights.bytes()[i];
            }
            return new SoftMask(Image.of8Bit(width, height(), Layout.GRAY, bytes, weights.attributes()));
        }
        short[] shorts = new short[length];
        for (int i = 0; i < length; i++) {
            shorts[i] = (short) ~weights.shorts()[i];
        }
        return new SoftMask(Image.of16Bit(width, height(), Layout.GRAY, shorts, weights.attributes()));
    }

    /// The pixels whose weight is above one half.
    public Mask hard() {
        return Mask.of(weights);
    }

    /// The smallest rectangle that holds every pixel whose weight is not 0, or null when none is.
    public @Nullable Rectangle boundingBox() {
        byte[] some = new byte[width() * height()];
        for (int y = 0, i = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++, i++) {
                some[i] = (byte) (sample(x, y) > 0 ? 1 : 0);
            }
        }
        return new Mask(width(), height(), some).boundingBox();
    }

    /// The mask as a picture: grey of 8 or 16 bits.
    public Image toImage(Attributes attributes) {
        return weights.with(attributes);
    }
}
