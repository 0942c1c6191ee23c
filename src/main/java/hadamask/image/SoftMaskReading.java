package hadamask.image;

import hadamask.image.MaskReading.Finding;

/// What a picture says when it is read as a soft mask.
///
/// The weight of a pixel is its grey, the mean of its colours, times its alpha, rounded to the depth of the picture. As for
/// a [MaskReading], samples of 0 and 1 only are a mask of these, and where all that can be seen has one colour, not above one
/// half, alpha is the weight.
///
/// @param mask the weights
/// @param finding [Finding#MASK], [Finding#ZERO_AND_ONE] or [Finding#ALPHA]
public record SoftMaskReading(SoftMask mask, Finding finding) {
    /// Reads a picture as a soft mask.
    ///
    /// Time: two passes over the pixels. Memory: 1 byte per pixel for the weights, 2 for those of 16 bits.
    public static SoftMaskReading of(Image image) {
        if (MaskReading.isOneColor(image)) {
            return new SoftMaskReading(weights(image, true), Finding.ALPHA);
        }
        SoftMask weights = weights(image, false);
        if (isZeroAndOne(weights)) {
            return new SoftMaskReading(ofOnes(weights), Finding.ZERO_AND_ONE);
        }
        return new SoftMaskReading(weights, Finding.MASK);
    }

    private static SoftMask weights(Image image, boolean alphaAlone) {
        int width = image.width();
        boolean deep = image.bitDepth() == 16;
        byte[] bytes = new byte[deep ? 0 : width * image.height()];
        short[] shorts = new short[deep ? width * image.height() : 0];
        for (int y = 0, i = 0; y < image.height(); y++) {
            for (int x = 0; x < width; x++, i++) {
                int weight = weight(image, x, y, alphaAlone);
                if (deep) {
                    shorts[i] = (short) weight;
                } else {
                    bytes[i] = (byte) weight;
                }
            }
        }
        return new SoftMask(deep
                ? Image.of16Bit(width, image.height(), Layout.GRAY, shorts, Attributes.NONE)
                : Image.of8Bit(width, image.height(), Layout.GRAY, bytes, Attributes.NONE));
    }

    private static int weight(Image image, int x, int y, boolean alphaAlone) {
        Layout layout = image.layout();
        long max = image.maxSample();
        long alpha = layout.hasAlpha() ? image.sample(x, y, layout.alpha()) : max;
        if (alphaAlone) {
            return (int) alpha;
        }
        long sum = (long) image.sample(x, y, layout.red()) + image.sample(x, y, layout.green())
                + image.sample(x, y, layout.blue());
        return (int) ((2 * sum * alpha + 3 * max) / (6 * max));
    }

    /// Whether no weight is above the least that there is, and one is.
    private static boolean isZeroAndOne(SoftMask weights) {
        int most = 0;
        for (int y = 0; y < weights.height(); y++) {
            for (int x = 0; x < weights.width(); x++) {
                most = Math.max(most, weights.sample(x, y));
                if (most > 1) {
                    return false;
                }
            }
        }
        return most == 1;
    }

    private static SoftMask ofOnes(SoftMask weights) {
        byte[] bytes = new byte[weights.width() * weights.height()];
        for (int y = 0, i = 0; y < weights.height(); y++) {
            for (int x = 0; x < weights.width(); x++, i++) {
                bytes[i] = (byte) -weights.sample(x, y);
            }
        }
        return new SoftMask(
                Image.of8Bit(weights.width(), weights.height(), Layout.GRAY, bytes, Attributes.NONE));
    }
}
