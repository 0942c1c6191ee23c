package hadamask.codec.format;

import hadamask.image.Image;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The rows of an image as the bytes of a file: red, green, blue, alpha of each pixel, or grey, alpha.
///
/// @hidden public for other packages of Hadamask alone
public final class RowBytes {
    private final Image image;
    private final ByteOrder order;

    /// @param order of the two bytes of a 16-bit sample
    public RowBytes(Image image, ByteOrder order) {
        this.image = image;
        this.order = order;
    }

    /// Bytes of a row.
    public int length() {
        return image.width() * pixelLength();
    }

    /// Bytes of a pixel, 1 to 8.
    public int pixelLength() {
        return image.layout().samples() * image.bitDepth() / 8;
    }

    /// Copies one pixel.
    ///
    /// @param pixel of the image, counted row by row
    public void copyPixel(int pixel, byte[] target, int start) {
        copy(pixel, 1, target, start);
    }

    /// Copies a row.
    ///
    /// @param y from 0
    /// @param target receives [#length()] bytes
    /// @param start index of the first
    public void copy(int y, byte[] target, int start) {
        copy(y * image.width(), image.width(), target, start);
    }

    private void copy(int pixel, int pixels, byte[] target, int start) {
        int n = image.layout().samples();
        int from = pixel * n;
        int count = pixels * n;
        if (image.bitDepth() == 16) {
            copyDeep(image.shorts(), from, count, target, start, order == ByteOrder.BIG_ENDIAN ? 0 : 1);
            return;
        }
        switch (image.layout()) {
            case BGR -> copyBgr(image.bytes(), from, count, target, start);
            case ABGR -> copyAbgr(image.bytes(), from, count, target, start);
            default -> System.arraycopy(image.bytes(), from, target, start, count);
        }
    }

    /// Whether all samples of a row are zero.
    ///
    /// @param y from 0
    public boolean isZero(int y) {
        int count = image.width() * image.layout().samples();
        int from = y * count;
        int last = from + count - 1;
        // Zero at the start, and each sample like its neighbour.
        if (image.bitDepth() == 8) {
            byte[] samples = image.bytes();
            return samples[from] == 0 && Arrays.equals(samples, from, last, samples, from + 1, last + 1);
        }
        short[] samples = image.shorts();
        return samples[from] == 0 && Arrays.equals(samples, from, last, samples, from + 1, last + 1);
    }

    /// Whether a row is the same as the one above.
    ///
    /// @param y from 1
    public boolean equalsAbove(int y) {
        int count = image.width() * image.layout().samples();
        int from = y * count;
        int to = from + count;
        return image.bitDepth() == 8
                ? Arrays.equals(image.bytes(), from, to, image.bytes(), from - count, from)
                : Arrays.equals(image.shorts(), from, to, image.shorts(), from - count, from);
    }

    /// Differences of pixels to earlier ones, each byte by itself.
    ///
    /// @param from the first pixel of the image, counted row by row, at least `distance`
    /// @param count number of pixels
    /// @param distance 1 for the pixel to the left, the width of the image for the one above
    /// @param target receives the bytes
    /// @param start index of the first
    public void subtract(int from, int count, int distance, byte[] target, int start) {
        int n = image.layout().samples();
        int i = from * n;
        if (image.bitDepth() == 16) {
            subtractDeep(image.shorts(), i, count * n, distance * n, target, start,
                    order == ByteOrder.BIG_ENDIAN ? 0 : 1);
            return;
        }
        switch (image.layout()) {
            case BGR -> subtractBgr(image.bytes(), i, count * n, distance * n, target, start);
            case ABGR -> subtractAbgr(image.bytes(), i, count * n, distance * n, target, start);
            default -> subtractPlain(image.bytes(), i, count * n, distance * n, target, start);
        }
    }

    // Plain loops of their own, one for each order: at the start of a run nothing better than the first compiler is there.

    private static void copyBgr(byte[] samples, int from, int count, byte[] target, int start) {
        int end = from + count;
        for (int i = from, o = start; i < end; i += 3, o += 3) {
            target[o] = samples[i + 2];
            target[o + 1] = samples[i + 1];
            target[o + 2] = samples[i];
        }
    }

    private static void copyAbgr(byte[] samples, int from, int count, byte[] target, int start) {
        int end = from + count;
        for (int i = from, o = start; i < end; i += 4, o += 4) {
            target[o] = samples[i + 3];
            target[o + 1] = samples[i + 2];
            target[o + 2] = samples[i + 1];
            target[o + 3] = samples[i];
        }
    }

    private static void copyDeep(short[] samples, int from, int count, byte[] target, int start, int high) {
        int end = from + count;
        for (int i = from, o = start; i < end; i++, o += 2) {
            target[o + high] = (byte) (samples[i] >> 8);
            target[o + 1 - high] = (byte) samples[i];
        }
    }

    private static void subtractBgr(byte[] samples, int from, int count, int distance, byte[] target, int start) {
        int end = from + count;
        for (int i = from, j = from - distance, o = start; i < end; i += 3, j += 3, o += 3) {
            target[o] = (byte) (samples[i + 2] - samples[j + 2]);
            target[o + 1] = (byte) (samples[i + 1] - samples[j + 1]);
            target[o + 2] = (byte) (samples[i] - samples[j]);
        }
    }

    private static void subtractAbgr(byte[] samples, int from, int count, int distance, byte[] target, int start) {
        int end = from + count;
        for (int i = from, j = from - distance, o = start; i < end; i += 4, j += 4, o += 4) {
            target[o] = (byte) (samples[i + 3] - samples[j + 3]);
            target[o + 1] = (byte) (samples[i + 2] - samples[j + 2]);
            target[o + 2] = (byte) (samples[i + 1] - samples[j + 1]);
            target[o + 3] = (byte) (samples[i] - samples[j]);
        }
    }

    private static void subtractPlain(byte[] samples, int from, int count, int distance, byte[] target, int start) {
        int end = from + count;
        for (int i = from, j = from - distance, o = start; i < end; i++, j++, o++) {
            target[o] = (byte) (samples[i] - samples[j]);
        }
    }

    private static void subtractDeep(short[] samples, int from, int count, int distance, byte[] target, int start,
            int high) {
        int end = from + count;
        for (int i = from, j = from - distance, o = start; i < end; i++, j++, o += 2) {
            target[o + high] = (byte) ((samples[i] >> 8) - (samples[j] >> 8));
            target[o + 1 - high] = (byte) (samples[i] - samples[j]);
        }
    }
}
