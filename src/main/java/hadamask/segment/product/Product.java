package hadamask.segment.product;

import hadamask.image.Image;
import hadamask.image.LayoutChange;
import hadamask.image.Mask;
import hadamask.image.Rectangle;
import hadamask.parallel.RowBands;
import hadamask.segment.refine.Runs;

/// The Hadamard product of an image and a mask: a pixel is kept, bit for bit, where the mask is 1, and becomes background
/// where it is 0.
///
///     image  10 20 30     mask  1 0 1     product  10  0 30
///            40 50 60           0 0 1               0  0 60
public final class Product {
    private static final int ROWS_PER_BAND = 256;

    private Product() {
    }

    /// The product as a new image. It has alpha when something shines through the background, and colours when the background
    /// has some; otherwise the layout of the image.
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
        Image target = LayoutChange.to(Ground.layoutFor(image, background), image);
        Ground ground = Ground.of(target, background);
        RowBands.forEach(target.height(), ROWS_PER_BAND, (first, end) -> {
            Ground.Lines rows = ground.rows();
            for (int y = first; y < end; y++) {
                if (!isFull(mask, y)) {
                    blankRow(target, mask, y, rows.of(y));
                }
            }
        });
        return target;
    }

    private static boolean isFull(Mask mask, int y) {
        int from = y * mask.width();
        return mask.values()[from] != 0 && Runs.end(mask.values(), from, from + mask.width()) == from + mask.width();
    }

    /// Writes the background over each run of pixels that the mask leaves out.
    private static void blankRow(Image target, Mask mask, int y, Image row) {
        byte[] in = mask.values();
        int start = y * mask.width();
        int end = start + mask.width();
        for (int from = start; from < end;) {
            int to = Runs.end(in, from, end);
            if (in[from] == 0) {
                copy(row, from - start, target, from, to - from);
            }
            from = to;
        }
    }

    /// Copies from a row of background: faster than writing each sample.
    private static void copy(Image row, int column, Image target, int pixel, int pixels) {
        int n = target.layout().samples();
        if (target.bitDepth() == 8) {
            System.arraycopy(row.bytes(), column * n, target.bytes(), pixel * n, pixels * n);
        } else {
            System.arraycopy(row.shorts(), column * n, target.shorts(), pixel * n, pixels * n);
        }
    }
}
