package hadamask.segment.color;

import hadamask.image.Image;
import hadamask.image.Layout;

/// Rows of an image as red, green and blue, whatever its layout and depth; a grey image has three equal ones.
public final class RgbRows {
    private RgbRows() {
    }

    /// Reads one row.
    ///
    /// @param y row, from 0
    /// @param rgb receives `3 * image.width()` samples from 0 to [Image#maxSample()]: red, green, blue of each pixel
    public static void read(Image image, int y, int[] rgb) {
        Layout layout = image.layout();
        int n = layout.samples();
        int from = y * image.width() * n;
        if (image.bitDepth() == 8) {
            byte[] samples = image.bytes();
            for (int i = 0, p = from; i < 3 * image.width(); i += 3, p += n) {
                rgb[i] = samples[p + layout.red()] & 0xFF;
                rgb[i + 1] = samples[p + layout.green()] & 0xFF;
                rgb[i + 2] = samples[p + layout.blue()] & 0xFF;
            }
        } else {
            short[] samples = image.shorts();
            for (int i = 0, p = from; i < 3 * image.width(); i += 3, p += n) {
                rgb[i] = samples[p + layout.red()] & 0xFFFF;
                rgb[i + 1] = samples[p + layout.green()] & 0xFFFF;
                rgb[i + 2] = samples[p + layout.blue()] & 0xFFFF;
            }
        }
    }
}
