package hadamask.segment;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.image.Image;
import hadamask.image.LayoutChange;
import hadamask.image.Mask;
import hadamask.image.Rectangle;
import org.jspecify.annotations.Nullable;

/// How the product of an image and its mask looks.
///
/// @param background what stands where the mask is 0
/// @param margin pixels that are left around the mask, not negative, when the product is cropped to it; null when it keeps
///        the size of the image
public record ProductOptions(Background background, @Nullable Long margin) {
    /// Black around the object, in the size of the image.
    public static final ProductOptions DEFAULT = new ProductOptions(Background.BLACK, null);

    public ProductOptions {
        if (margin != null && margin < 0) {
            throw new IllegalArgumentException("a margin of " + margin);
        }
    }

    /// Bytes per pixel that the product and its file take beside the image.
    public int memory() {
        return background instanceof Background.Transparent ? 4 : 1;
    }

    /// The product; the image is given up by the caller.
    ///
    /// @param alpha whether the result may keep the alpha of the image; otherwise it is laid on the background first
    /// @throws InputException if there is nothing to crop to
    /// @throws IllegalArgumentException if the mask has another size than the image
    public Image product(Image image, Mask mask, boolean alpha) {
        Image product = Product.inPlace(alpha ? image : grounded(image), mask, background);
        if (margin == null) {
            return product;
        }
        Rectangle box = mask.boundingBox();
        if (box == null) {
            throw new InputException("its mask is empty: there is nothing to crop to", Remedy.of(Remedy.Kind.NO_TRIM));
        }
        return product.crop(box.grown((int) Math.min(margin, Integer.MAX_VALUE), image.width(), image.height()));
    }

    /// The image on the colour of the background, without alpha; as it is where the background is transparent.
    public Image grounded(Image image) {
        int scale = image.maxSample() / 0xFF;
        return background instanceof Background.Color(int red, int green, int blue)
                ? LayoutChange.onGround(image, red * scale, green * scale, blue * scale)
                : image;
    }
}
