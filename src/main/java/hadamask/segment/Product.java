package hadamask.segment;

import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.LayoutChange;
import hadamask.image.Mask;
import hadamask.image.Rectangle;
import hadamask.segment.Background.Color;
import java.util.Arrays;

/// The Hadamard product of an image and a mask: a pixel is kept, bit for bit, where the mask is 1, and becomes background
/// where it is 0.
///
///     image  10 20 30     mask  1 0 1     product  10  0 30
///            40 50 60           0 0 1               0  0 60
public final class Product {
    private static final int ROWS_PER_BAND = 256;

    private Product() {
    }

    /// The product as a new image. It has alpha when the background is transparent, and colours when the background is
    /// one; otherwise the layout of the image.
    ///
    /// @throws IllegalArgumentException if the mask has another size than the image
    public static Image of(Image image, Mask mask, Background background) {
        Image copy = image.crop(new Rectangle(0, 0, image.width(), image.height()));
        return inPlace(copy, mask, background);
    }

    /// The product, written over the pixels of the image where its layout allows: the image is given up by the caller.
    ///
    /// @throws IllegalArgumentException if the mask has another size than the image
    public static Image inPlace(Image image, Mask mask, Background background) {
        if (image.width() != mask.width() || image.height() != mask.height()) {
            throw new IllegalArgumentException(image + " and " + mask);
        }
        Image target = LayoutChange.to(layoutFor(image, background), image);
        short[] pixel = pixel(target, background);
        RowBands.forEach(target.height(), ROWS_PER_BAND, (first, end) -> {
            for (int y = first; y < end; y++) {
                blankRow(target, mask, y, pixel);
            }
        });
        return target;
    }

    private static Layout layoutFor(Image image, Background background) {
        Layout layout = image.layout();
        if (background instanceof Color color) {
            return layout.isColor() || color.isGray() ? layout : Layout.color(image.bitDepth(), layout.hasAlpha());
        }
        return layout.isColor() ? Layout.color(image.bitDepth(), true) : Layout.GRAY_ALPHA;
    }

    /// The samples of one background pixel, in the order of the layout.
    private static short[] pixel(Image target, Background background) {
        Layout layout = target.layout();
        short[] pixel = new short[layout.samples()];
        if (background instanceof Color(int red, int green, int blue)) {
            int scale = target.maxSample() / 0xFF; // 1 or 257: 255 becomes 65535
            pixel[layout.red()] = (short) (red * scale);
            pixel[layout.green()] = (short) (green * scale);
            pixel[layout.blue()] = (short) (blue * scale);
            if (layout.hasAlpha()) {
                pixel[layout.alpha()] = (short) target.maxSample();
            }
        }
        return pixel;
    }

    /// Writes the background over each run of pixels that the mask leaves out.
    private static void blankRow(Image target, Mask mask, int y, short[] pixel) {
        byte[] in = mask.values();
        int end = (y + 1) * mask.width();
        for (int from = y * mask.width(); from < end;) {
            int to = Runs.end(in, from, end);
            if (in[from] == 0) {
                fill(target, from * pixel.length, to * pixel.length, pixel);
            }
            from = to;
        }
    }

    private static void fill(Image target, int from, int to, short[] pixel) {
        if (target.bitDepth() == 8) {
            byte[] samples = target.bytes();
            if (isUniform(pixel)) {
                Arrays.fill(samples, from, to, (byte) pixel[0]);
            } else {
                for (int i = from, c = 0; i < to; i++, c = c + 1 == pixel.length ? 0 : c + 1) {
                    samples[i] = (byte) pixel[c];
                }
            }
        } else {
            short[] samples = target.shorts();
            for (int i = from, c = 0; i < to; i++, c = c + 1 == pixel.length ? 0 : c + 1) {
                samples[i] = pixel[c];
            }
        }
    }

    private static boolean isUniform(short[] pixel) {
        for (short sample : pixel) {
            if (sample != pixel[0]) {
                return false;
            }
        }
        return true;
    }
}
