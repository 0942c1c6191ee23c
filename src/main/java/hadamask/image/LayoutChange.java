package hadamask.image;

/// An image in another layout: grey becomes red, green and blue, new alpha is opaque.
public final class LayoutChange {
    private LayoutChange() {
    }

    /// The same pixels in another layout; the image itself where it has that layout.
    ///
    /// @throws IllegalArgumentException if colours or alpha would be lost
    public static Image to(Layout layout, Image image) {
        Layout from = image.layout();
        if (from == layout) {
            return image;
        }
        if ((from.isColor() && !layout.isColor()) || (from.hasAlpha() && !layout.hasAlpha())) {
            throw new IllegalArgumentException(from + " does not fit into " + layout);
        }
        Image result = blank(image, layout);
        copyPlane(image, from.red(), result, layout.red());
        if (layout.isColor()) {
            copyPlane(image, from.green(), result, layout.green());
            copyPlane(image, from.blue(), result, layout.blue());
        }
        if (from.hasAlpha()) {
            copyPlane(image, from.alpha(), result, layout.alpha());
        } else if (layout.hasAlpha()) {
            fillPlane(result, layout.alpha());
        }
        return result;
    }

    /// The image without alpha, seen on a ground of one colour: `alpha * colour + (1 - alpha) * ground`, rounded.
    ///
    /// @param red of the ground, from 0 to the largest sample of the image; likewise green and blue
    public static Image onGround(Image image, int red, int green, int blue) {
        Layout from = image.layout();
        if (!from.hasAlpha()) {
            return image;
        }
        boolean gray = !from.isColor() && red == green && green == blue;
        Layout layout = gray ? Layout.GRAY : Layout.color(image.bitDepth(), false);
        Image result = blank(image, layout);
        blend(image, from.red(), red, result, layout.red());
        if (layout.isColor()) {
            blend(image, from.green(), green, result, layout.green());
            blend(image, from.blue(), blue, result, layout.blue());
        }
        return result;
    }

    /// The colours of an image that has alpha, as if it were opaque.
    public static Image withoutAlpha(Image image) {
        Layout from = image.layout();
        Layout layout = from.isColor() ? Layout.color(image.bitDepth(), false) : Layout.GRAY;
        Image result = blank(image, layout);
        copyPlane(image, from.red(), result, layout.red());
        if (layout.isColor()) {
            copyPlane(image, from.green(), result, layout.green());
            copyPlane(image, from.blue(), result, layout.blue());
        }
        return result;
    }

    /// The alpha of an image that has some, as a grey picture of its depth.
    public static Image alphaOf(Image image) {
        Image result = blank(image, Layout.GRAY);
        copyPlane(image, image.layout().alpha(), result, 0);
        return result;
    }

    private static Image blank(Image image, Layout layout) {
        int length = Math.multiplyExact(image.width() * image.height(), layout.samples());
        return image.bitDepth() == 8
                ? Image.of8Bit(image.width(), image.height(), layout, new byte[length], image.attributes())
                : Image.of16Bit(image.width(), image.height(), layout, new short[length], image.attributes());
    }

    private static void copyPlane(Image image, int sample, Image result, int resultSample) {
        int step = image.layout().samples();
        int resultStep = result.layout().samples();
        int pixels = image.width() * image.height();
        if (image.bitDepth() == 8) {
            byte[] from = image.bytes();
            byte[] to = result.bytes();
            for (int i = 0; i < pixels; i++) {
                to[i * resultStep + resultSample] = from[i * step + sample];
            }
        } else {
            short[] from = image.shorts();
            short[] to = result.shorts();
            for (int i = 0; i < pixels; i++) {
                to[i * resultStep + resultSample] = from[i * step + sample];
            }
        }
    }

    private static void fillPlane(Image result, int sample) {
        int step = result.layout().samples();
        int length = result.width() * result.height() * step;
        for (int i = sample; i < length; i += step) {
            set(result, i, result.maxSample());
        }
    }

    private static void blend(Image image, int sample, int ground, Image result, int resultSample) {
        int alpha = image.layout().alpha();
        int step = result.layout().samples();
        int max = image.maxSample();
        for (int y = 0, i = resultSample; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++, i += step) {
                long opaque = image.sample(x, y, alpha);
                long blended = opaque * image.sample(x, y, sample) + (max - opaque) * ground;
                set(result, i, (int) ((2 * blended + max) / (2L * max)));
            }
        }
    }

    private static void set(Image image, int i, int value) {
        if (image.bitDepth() == 8) {
            image.bytes()[i] = (byte) value;
        } else {
            image.shorts()[i] = (short) value;
        }
    }
}
