package hadamask.image;

import java.nio.ByteOrder;

/// The rows of an image as the bytes of a file: red, green, blue, alpha of each pixel, or grey, alpha.
final class RowBytes {
    private final Image image;
    private final ByteOrder order;
    private final int[] places;

    /// @param order of the two bytes of a 16-bit sample
    RowBytes(Image image, ByteOrder order) {
        this.image = image;
        this.order = order;
        Layout layout = image.layout();
        this.places = switch (layout) {
            case GRAY -> new int[]{0};
            case GRAY_ALPHA -> new int[]{0, 1};
            default -> layout.hasAlpha()
                    ? new int[]{layout.red(), layout.green(), layout.blue(), layout.alpha()}
                    : new int[]{layout.red(), layout.green(), layout.blue()};
        };
    }

    /// Bytes of a row.
    int length() {
        return image.width() * places.length * image.bitDepth() / 8;
    }

    /// Copies a row.
    ///
    /// @param y from 0
    /// @param target receives [#length()] bytes
    /// @param start index of the first
    void copy(int y, byte[] target, int start) {
        int n = places.length;
        int from = y * image.width() * n;
        int to = from + image.width() * n;
        int o = start;
        if (image.bitDepth() == 8) {
            byte[] samples = image.bytes();
            for (int i = from; i < to; i += n) {
                for (int c = 0; c < n; c++) {
                    target[o++] = samples[i + places[c]];
                }
            }
            return;
        }
        short[] samples = image.shorts();
        int high = order == ByteOrder.BIG_ENDIAN ? 0 : 1;
        for (int i = from; i < to; i++, o += 2) {
            target[o + high] = (byte) (samples[i] >> 8);
            target[o + 1 - high] = (byte) samples[i];
        }
    }
}
