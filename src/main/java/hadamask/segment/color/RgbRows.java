package hadamask.segment.color;

import hadamask.image.Image;
import hadamask.image.Layout;

/// Rows of an image as red, green and blue, whatever its layout and depth; a grey image has three equal ones.
public final class RgbRows {
    private RgbRows() {
    }

    /// Reads one row of an image of 8 bits per sample, a colour as one number.
    ///
    /// @param y row, from 0
    /// @param colors receives `image.width()` colours: red in the bits from 16 on, green in those from 8 on, blue in the lowest
    public static void readPacked(Image image, int y, int[] colors) {
        Layout layout = image.layout();
        byte[] samples = image.bytes();
        int n = layout.samples();
        int red = y * image.width() * n + layout.red();
        int green = red - layout.red() + layout.green();
        int blue = red - layout.red() + layout.blue();
        for (int x = 0, p = 0; x < colors.length; x++, p += n) {
            colors[x] = ((samples[red + p] & 0xFF) << 16) | ((samples[green + p] & 0xFF) << 8)
                    | (samples[blue + p] & 0xFF);
        }
    }

    /// Reads one row.
    ///
    /// @param y row, from 0
    /// @param rgb receives `3 * image.width()` samples from 0 to [Image#maxSample()]: red, green, blue of each pixel
    public static void read(Image image, int y, int[] rgb) {
        Layout layout = image.layout();
        int n = layout.samples();
        int length = 3 * image.width();
        int red = y * image.width() * n + layout.red();
        int green = red - layout.red() + layout.green();
        int blue = red - layout.red() + layout.blue();
        if (image.bitDepth() == 8) {
            byte[] samples = image.bytes();
            for (int i = 0, p = 0; i < length; i += 3, p += n) {
                rgb[i] = samples[red + p] & 0xFF;
                rgb[i + 1] = samples[green + p] & 0xFF;
                rgb[i + 2] = samples[blue + p] & 0xFF;
            }
        } else {
            short[] samples = image.shorts();
            for (int i = 0, p = 0; i < length; i += 3, p += n) {
                rgb[i] = samples[red + p] & 0xFFFF;
                rgb[i + 1] = samples[green + p] & 0xFFFF;
                rgb[i + 2] = samples[blue + p] & 0xFFFF;
            }
        }
    }
}
