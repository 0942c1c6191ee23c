package hadamask.segment.product;

import hadamask.image.Image;
import hadamask.image.Layout;
import org.jspecify.annotations.Nullable;

/// The background of a product, row by row, in the depth and the layout of the product.
final class Ground {
    private final Image target;
    private final short[] pixel;
    private final @Nullable Cover cover;

    private Ground(Image target, short[] pixel, @Nullable Cover cover) {
        this.target = target;
        this.pixel = pixel;
        this.cover = cover;
    }

    /// @param target of the layout that [#layoutFor(Image, Background)] says
    static Ground of(Image target, Background background) {
        return background instanceof Background.Picture picture
                ? new Ground(target, new short[0], new Cover(picture.image(), target.width(), target.height()))
                : new Ground(target, pixel(target, background), null);
    }

    /// The layout of a product: that of the image, with colours and alpha where the background has them.
    static Layout layoutFor(Image image, Background background) {
        Layout layout = image.layout();
        boolean color = layout.isColor();
        if (background instanceof Background.Color one) {
            color |= !one.isGray();
        } else if (background instanceof Background.Translucent(int red, int green, int blue, int alpha)) {
            color |= red != green || green != blue;
        } else if (background instanceof Background.Picture picture) {
            color |= picture.image().layout().isColor();
        }
        boolean alpha = layout.hasAlpha() || !background.isOpaque();
        if (color) {
            return layout.isColor() && layout.hasAlpha() == alpha ? layout : Layout.color(image.bitDepth(), alpha);
        }
        return alpha ? Layout.GRAY_ALPHA : Layout.GRAY;
    }

    /// The samples of one background pixel, in the order of the layout.
    private static short[] pixel(Image target, Background background) {
        Layout layout = target.layout();
        short[] pixel = new short[layout.samples()];
        int scale = target.maxSample() / 0xFF; // 1 or 257: 255 becomes 65535
        if (background instanceof Background.Color(int red, int green, int blue)) {
            set(pixel, layout, red * scale, green * scale, blue * scale, target.maxSample());
        } else if (background instanceof Background.Translucent(int red, int green, int blue, int alpha)) {
            set(pixel, layout, red * scale, green * scale, blue * scale, alpha * scale);
        }
        return pixel;
    }

    private static void set(short[] pixel, Layout layout, int red, int green, int blue, int alpha) {
        pixel[layout.red()] = (short) red;
        pixel[layout.green()] = (short) green;
        pixel[layout.blue()] = (short) blue;
        if (layout.hasAlpha()) {
            pixel[layout.alpha()] = (short) alpha;
        }
    }

    /// The samples of all pixels where they are the same, in the order of the layout; null of a picture.
    short @Nullable [] onePixel() {
        return cover == null ? pixel : null;
    }

    /// Makes rows, one after the other; it is used by one thread.
    Lines rows() {
        return new Lines(this);
    }

    /// Rows of the background.
    static final class Lines {
        private final Image row;
        private final Cover.@Nullable Rows scaled;

        private Lines(Ground ground) {
            row = blank(ground.target, ground.pixel);
            Cover cover = ground.cover;
            scaled = cover == null ? null : cover.new Rows();
        }

        private static Image blank(Image target, short[] pixel) {
            int length = target.width() * target.layout().samples();
            if (target.bitDepth() == 16) {
                short[] samples = new short[length];
                for (int i = 0; i < length && pixel.length > 0; i++) {
                    samples[i] = pixel[i % pixel.length];
                }
                return Image.of16Bit(target.width(), 1, target.layout(), samples, target.attributes());
            }
            byte[] bytes = new byte[length];
            for (int i = 0; i < length && pixel.length > 0; i++) {
                bytes[i] = (byte) pixel[i % pixel.length];
            }
            return Image.of8Bit(target.width(), 1, target.layout(), bytes, target.attributes());
        }

        /// A row, to be read before the next one is asked for.
        Image of(int y) {
            if (scaled != null) {
                scaled.put(y, row);
            }
            return row;
        }
    }
}
