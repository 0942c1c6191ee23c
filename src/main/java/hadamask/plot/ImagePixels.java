package hadamask.plot;

import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.plot.AreaAverage.Pixels;

/// The pixels of an image as colours, row by row; 16-bit samples are rounded.
final class ImagePixels {
    private static final int OPAQUE = 0xFF000000;

    private ImagePixels() {
    }

    /// The colours of the image.
    static Pixels of(Image image) {
        return (y, argb) -> row(image, y, argb);
    }

    private static void row(Image image, int y, int[] argb) {
        Layout layout = image.layout();
        int n = layout.samples();
        int from = y * argb.length * n;
        // Asked once: the first compiler asks again for every pixel.
        int red = layout.red();
        int green = layout.green();
        int blue = layout.blue();
        int alpha = layout.alpha();
        if (image.bitDepth() == 8) {
            byte[] s = image.bytes();
            for (int x = 0, i = from; x < argb.length; x++, i += n) {
                int opaque = alpha < 0 ? OPAQUE : s[i + alpha] << 24;
                argb[x] = opaque | (s[i + red] & 0xFF) << 16 | (s[i + green] & 0xFF) << 8 | (s[i + blue] & 0xFF);
            }
        } else {
            short[] s = image.shorts();
            for (int x = 0, i = from; x < argb.length; x++, i += n) {
                int opaque = alpha < 0 ? OPAQUE : to8Bit(s[i + alpha]) << 24;
                argb[x] = opaque | to8Bit(s[i + red]) << 16 | to8Bit(s[i + green]) << 8 | to8Bit(s[i + blue]);
            }
        }
    }

    private static int to8Bit(short sample) {
        return ((sample & 0xFFFF) * 255 + 32767) / 65535;
    }
}
