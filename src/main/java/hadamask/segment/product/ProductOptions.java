package hadamask.segment.product;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.image.Image;
import hadamask.image.LayoutChange;
import hadamask.image.Mask;
import hadamask.image.Rectangle;
import hadamask.image.SoftMask;
import hadamask.segment.edge.Edge;
import hadamask.segment.edge.SoftEdge;
import org.jspecify.annotations.Nullable;

/// How the product of an image and its mask looks.
///
/// @param background what stands where the mask is 0
/// @param margin pixels that are left around the mask, not negative, when the product is cropped to it; null when it keeps
///        the size of the image
/// @param edge how the edge of the mask is made soft
/// @param attenuation what is kept of the pixels where the mask is 0, from 0 to 1: they are dimmed to it instead of being left out
public record ProductOptions(Background background, @Nullable Long margin, Edge edge, double attenuation) {
    /// Black around the object, in the size of the image.
    public static final ProductOptions DEFAULT = new ProductOptions(Background.BLACK, null, Edge.HARD, 0);

    public ProductOptions {
        if (margin != null && margin < 0) {
            throw new IllegalArgumentException("a margin of " + margin);
        }
        if (!(attenuation >= 0 && attenuation <= 1)) {
            throw new IllegalArgumentException("an attenuation to " + attenuation);
        }
    }

    /// Bytes per pixel that the product and its file take beside the image.
    public int memory() {
        int written = background instanceof Background.Color ? 1 : 4;
        return edge.isHard() && attenuation == 0 ? written : written + Math.max(2, edge.memory());
    }

    /// The product; the image is given up by the caller.
    ///
    /// @param alpha whether the result may keep the alpha of the image; otherwise it is laid on the background first
    /// @throws InputException if there is nothing to crop to
    /// @throws IllegalArgumentException if the mask has another size than the image
    public Image product(Image image, Mask mask, boolean alpha) {
        if (!edge.isHard()) {
            return product(image, edge.of(image, mask), alpha);
        }
        if (attenuation > 0) {
            return product(image, SoftEdge.of(SoftMask.of(mask)), alpha);
        }
        Image product = Product.inPlace(alpha ? image : grounded(image), mask, background);
        return margin == null ? product : cropped(product, mask.boundingBox(), margin);
    }

    /// The product with a soft mask, whatever [#edge()] is; the image is given up by the caller.
    ///
    /// @param alpha whether the result may keep the alpha of the image; otherwise it is laid on the background first
    /// @throws InputException if there is nothing to crop to
    /// @throws IllegalArgumentException if the mask has another size than the image
    public Image product(Image image, SoftEdge soft, boolean alpha) {
        Image ground = alpha ? image : grounded(image);
        soft.free(ground);
        Image product = SoftProduct.inPlace(ground, soft.weights(), background, attenuation);
        return margin == null ? product : cropped(product, soft.weights().boundingBox(), margin);
    }

    private static Image cropped(Image product, @Nullable Rectangle box, long margin) {
        if (box == null) {
            throw new InputException("its mask is empty: there is nothing to crop to", Remedy.of(Remedy.Kind.NO_TRIM));
        }
        return product.crop(
                box.grown((int) Math.min(margin, Integer.MAX_VALUE), product.width(), product.height()));
    }

    /// The image on the background, without alpha; as it is where the background is transparent. What shines through the
    /// background is black.
    public Image grounded(Image image) {
        if (!image.layout().hasAlpha() || background instanceof Background.Transparent) {
            return image;
        }
        if (background instanceof Background.Color(int red, int green, int blue)) {
            int scale = image.maxSample() / 0xFF;
            return LayoutChange.onGround(image, red * scale, green * scale, blue * scale);
        }
        SoftMask opaque = new SoftMask(LayoutChange.alphaOf(image));
        return LayoutChange.onGround(
                SoftProduct.inPlace(LayoutChange.withoutAlpha(image), opaque, background, 0), 0, 0, 0);
    }
}
