package hadamask.image;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A set of pixels of an image: 1 is in, 0 is out.
///
/// Memory: 1 byte per pixel. The array is not copied: it belongs to the mask, and nobody writes to it.
public final class Mask {
    private final int width;
    private final int height;
    private final byte[] values;

    /// @param values `width * height` bytes, each 0 or 1, row by row from the top left, not copied
    public Mask(int width, int height, byte[] values) {
        if (width < 1 || height < 1 || (long) width * height != values.length) {
            throw new IllegalArgumentException(width + " x " + height + " does not have " + values.length + " pixels");
        }
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /// Columns, at least 1.
    public int width() {
        return width;
    }

    /// Rows, at least 1.
    public int height() {
        return height;
    }

    /// The bytes of the mask, 0 or 1 each, row by row, not copied.
    public byte[] values() {
        return values;
    }

    /// Whether a pixel is in.
    ///
    /// @param x column, from 0
    /// @param y row, from 0
    public boolean contains(int x, int y) {
        return values[y * width + x] != 0;
    }

    /// The number of pixels that are in.
    public int count() {
        int n = 0;
        for (byte v : values) {
            n += v;
        }
        return n;
    }

    /// Whether all pixels are in, or all are out.
    public boolean isUniform() {
        byte first = values[0];
        for (byte v : values) {
            if (v != first) {
                return false;
            }
        }
        return true;
    }

    /// The smallest rectangle that holds every pixel that is in, or null when none is.
    public @Nullable Rectangle boundingBox() {
        int left = width;
        int right = -1;
        int top = -1;
        int bottom = -1;
        for (int y = 0; y < height; y++) {
            int from = y * width;
            int first = 0;
            while (first < width && values[from + first] == 0) {
                first++;
            }
            if (first == width) {
                continue;
            }
            int last = width - 1;
            while (values[from + last] == 0) {
                last--;
            }
            left = Math.min(left, first);
            right = Math.max(right, last);
            top = top < 0 ? y : top;
            bottom = y;
        }
        return top < 0 ? null : new Rectangle(left, top, right - left + 1, bottom - top + 1);
    }

    /// The pixels that are not in this mask.
    public Mask inverted() {
        byte[] inverse = new byte[values.length];
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] = (byte) (values[i] ^ 1);
        }
        return new Mask(width, height, inverse);
    }

    /// The mask as a picture: 8-bit grey, 255 in, 0 out.
    public Image toImage(Attributes attributes) {
        byte[] samples = new byte[values.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) -values[i];
        }
        return Image.of8Bit(width, height, Layout.GRAY, samples, attributes);
    }

    /// The mask that a picture shows: a pixel is in when its grey, the mean of its colours, is above one half and it is
    /// not transparent.
    public static Mask of(Image image) {
        int n = image.layout().samples();
        Layout layout = image.layout();
        byte[] values = new byte[image.width() * image.height()];
        if (layout == Layout.GRAY && image.bitDepth() == 8) {
            byte[] samples = image.bytes();
            for (int i = 0; i < values.length; i++) {
                values[i] = (byte) (samples[i] >>> 7 & 1);
            }
            return new Mask(image.width(), image.height(), values);
        }
        int half = 3 * image.maxSample() / 2;
        int opaque = image.maxSample() / 2;
        boolean alpha = layout.hasAlpha() && n > 1;
        for (int y = 0, i = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++, i++) {
                int sum = image.sample(x, y, layout.red()) + image.sample(x, y, layout.green())
                        + image.sample(x, y, layout.blue());
                boolean in = sum > half && (!alpha || image.sample(x, y, layout.alpha()) > opaque);
                values[i] = (byte) (in ? 1 : 0);
            }
        }
        return new Mask(image.width(), image.height(), values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Mask that && width == that.width && height == that.height
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return width + " x " + height + ", " + count() + " in";
    }
}
