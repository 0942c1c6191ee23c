package hadamask.image;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A picture of `height` x `width` pixels, upright, with 8 or 16 bits per sample.
///
/// Samples are interleaved, row by row from the top left: sample `c` of the pixel in column `x` and row `y` stands at
/// `(y * width + x) * layout.samples() + c`. They are unsigned: 8 bits in a `byte[]`, 16 bits in a `short[]`. Alpha is not
/// premultiplied. An image does not copy the array it is given: it belongs to the image from then on and nobody writes
/// to it, except a stage that was handed the image for good and says so.
///
/// Memory: `layout.samples() * bitDepth / 8` bytes per pixel, 3 for a photograph.
public final class Image {
    private final int width;
    private final int height;
    private final Layout layout;
    private final Object samples;
    private final Attributes attributes;

    private Image(int width, int height, Layout layout, Object samples, int length, Attributes attributes) {
        if (width < 1 || height < 1 || (long) width * height * layout.samples() != length) {
            throw new IllegalArgumentException(
                    width + " x " + height + " " + layout + " does not have " + length + " samples");
        }
        this.width = width;
        this.height = height;
        this.layout = layout;
        this.samples = samples;
        this.attributes = attributes;
    }

    /// An image of 8 bits per sample.
    ///
    /// @param samples `width * height * layout.samples()` unsigned bytes, not copied
    public static Image of8Bit(int width, int height, Layout layout, byte[] samples, Attributes attributes) {
        return new Image(width, height, layout, samples, samples.length, attributes);
    }

    /// An image of 16 bits per sample.
    ///
    /// @param samples `width * height * layout.samples()` unsigned shorts, not copied
    public static Image of16Bit(int width, int height, Layout layout, short[] samples, Attributes attributes) {
        return new Image(width, height, layout, samples, samples.length, attributes);
    }

    /// Columns, at least 1.
    public int width() {
        return width;
    }

    /// Rows, at least 1.
    public int height() {
        return height;
    }

    /// The order of the samples of a pixel.
    public Layout layout() {
        return layout;
    }

    /// Bits per sample, 8 or 16.
    public int bitDepth() {
        return samples instanceof byte[] ? 8 : 16;
    }

    /// The largest value of a sample: 255 or 65535.
    public int maxSample() {
        return bitDepth() == 8 ? 0xFF : 0xFFFF;
    }

    /// What travels with the pixels: colour profile and resolution.
    public Attributes attributes() {
        return attributes;
    }

    /// The samples of an 8-bit image, not copied.
    ///
    /// @throws IllegalStateException if the image has 16 bits per sample
    public byte[] bytes() {
        if (samples instanceof byte[] bytes) {
            return bytes;
        }
        throw new IllegalStateException("16 bits per sample");
    }

    /// The samples of a 16-bit image, not copied.
    ///
    /// @throws IllegalStateException if the image has 8 bits per sample
    public short[] shorts() {
        if (samples instanceof short[] shorts) {
            return shorts;
        }
        throw new IllegalStateException("8 bits per sample");
    }

    /// One sample as a number from 0 to [#maxSample()].
    ///
    /// @param x column, from 0
    /// @param y row, from 0
    /// @param sample place within the pixel, as [Layout] names them
    public int sample(int x, int y, int sample) {
        int i = (y * width + x) * layout.samples() + sample;
        return samples instanceof byte[] bytes ? bytes[i] & 0xFF : ((short[]) samples)[i] & 0xFFFF;
    }

    /// The same pixels with other attributes.
    public Image with(Attributes other) {
        int length = width * height * layout.samples();
        return new Image(width, height, layout, samples, length, other);
    }

    /// The part of the image inside a rectangle, copied.
    public Image crop(Rectangle part) {
        int n = layout.samples();
        int row = part.width() * n;
        int size = Math.multiplyExact(row, part.height());
        Object copy = bitDepth() == 8 ? new byte[size] : new short[size];
        for (int y = 0; y < part.height(); y++) {
            int from = ((part.y() + y) * width + part.x()) * n;
            // One copy for both depths: the arrays are of the same type.
            System.arraycopy(samples, from, copy, y * row, row);
        }
        return new Image(part.width(), part.height(), layout, copy, size, attributes);
    }

    /// Two images are equal when size, depth, layout and every sample are; attributes do not count.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Image that && width == that.width && height == that.height && layout == that.layout
                && (samples instanceof byte[] a
                        ? that.samples instanceof byte[] b && Arrays.equals(a, b)
                        : that.samples instanceof short[] s && Arrays.equals((short[]) samples, s));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height)
                + (samples instanceof byte[] a ? Arrays.hashCode(a) : Arrays.hashCode((short[]) samples));
    }

    @Override
    public String toString() {
        return width + " x " + height + " " + layout + ", " + bitDepth() + " bits per sample";
    }
}
