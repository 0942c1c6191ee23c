package hadamask.segment;

import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.LayoutChange;
import hadamask.image.Mask;
import hadamask.image.Rectangle;
import hadamask.parallel.RowBands;
import hadamask.segment.Background.Color;

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
        Image row = rowOf(target, background);
        RowBands.forEach(target.height(), ROWS_PER_BAND, (first, end) -> {
            for (int y = first; y < end; y++) {
                blankRow(target, mask, y, row);
            }
        });
        return target;
    }

    /// The layout of a product.
    static Layout layoutFor(Image image, Background background) {
        Layout layout = image.layout();
        if (background instanceof Color color) {
            return layout.isColor() || color.isGray() ? layout : Layout.color(image.bitDepth(), layout.hasAlpha());
        }
        return layout.isColor() ? Layout.color(image.bitDepth(), true) : Layout.GRAY_ALPHA;
    }

    /// The samples of one background pixel, in the order of the layout.
    static short[] pixel(Image target, Background background) {
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

    /// A row of background.
    private static Image rowOf(Image target, Background background) {
        short[] pixel = pixel(target, background);
        short[] samples = new short[target.width() * pixel.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = pixel[i % pixel.length];
        }
        if (target.bitDepth() == 16) {
            return Image.of16Bit(target.width(), 1, target.layout(), samples, target.attributes());
        }
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) samples[i];
        }
        return Image.of8Bit(target.width(), 1, target.layout(), bytes, target.attributes());
    }

    /// Writes the background over each run of pixels that the mask leaves out.
    private static void blankRow(Image target, Mask mask, int y, Image row) {
        byte[] in = mask.values();
        int end = (y + 1) * mask.width();
        for (int from = y * mask.width(); from < end;) {
            int to = Runs.end(in, from, end);
            if (in[from] == 0) {
                copy(row, target, from, to - from);
            }
            from = to;
        }
    }

    /// Copies from the start of a row of background: faster than writing each sample.
    private static void copy(Image row, Image target, int pixel, int pixels) {
        int n = target.layout().samples();
        if (target.bitDepth() == 8) {
            System.arraycopy(row.bytes(), 0, target.bytes(), pixel * n, pixels * n);
        } else {
            System.arraycopy(row.shorts(), 0, target.shorts(), pixel * n, pixels * n);
        }
    }
}
