package hadamask.batch;

import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.file.FilePath;
import hadamask.file.Output;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.LayoutChange;
import hadamask.image.Mask;
import hadamask.image.SoftMask;
import hadamask.plot.Overlay;
import hadamask.plot.StageSheet;
import hadamask.region.RegionLabels;
import hadamask.segment.Segmentation;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.edge.SoftEdge;
import hadamask.segment.product.ProductOptions;
import hadamask.segment.refine.Connectivity;

/// Writes the pictures that come of an image.
///
/// @param product how the cut-out looks
/// @param encoding how much the encoders spend or lose; masks have an encoding of their own
public record PictureWriter(ProductOptions product, Encoding encoding) {
    /// The product of an image and its mask, fit for a format; the image is given up by the caller.
    ///
    /// @throws hadamask.file.InputException if there is nothing to crop to
    public Image cutout(Image image, Mask mask, ImageFormat format) {
        return product.product(image, mask, format.supportsAlpha());
    }

    /// The product of an image and a soft mask, fit for a format; the image is given up by the caller.
    ///
    /// @throws hadamask.file.InputException if there is nothing to crop to
    public Image cutout(Image image, SoftEdge soft, ImageFormat format) {
        return product.product(image, soft, format.supportsAlpha());
    }

    /// Writes a picture as it is.
    public void write(Image image, ImageFormat format, Output output) {
        output.write(out -> ImageEncoder.encode(image, format, encoding, out));
    }

    /// Writes a mask.
    ///
    /// @param of the attributes of the image that it is the mask of, whose resolution it keeps
    public static void writeMask(Mask mask, Attributes of, ImageFormat format, Output output) {
        writeMask(mask.toImage(of.withoutProfile()), format, output);
    }

    /// Writes a soft mask.
    ///
    /// @param of the attributes of the image that it is the mask of, whose resolution it keeps
    public static void writeMask(SoftMask mask, Attributes of, ImageFormat format, Output output) {
        writeMask(mask.toImage(of.withoutProfile()), format, output);
    }

    private static void writeMask(Image picture, ImageFormat format, Output output) {
        output.write(out -> ImageEncoder.encode(picture, format, Encoding.MASK, out));
    }

    /// Writes an image with the regions of its mask drawn upon it, each with the number that `measure` gives it; where the format
    /// has no alpha, on the background colour or on black.
    public void writeOverlay(Image image, Mask mask, ImageFormat format, Output output) {
        writeOverlay(image, RegionLabels.of(mask, Connectivity.EIGHT), format, output);
    }

    /// Writes an image with regions drawn upon it; where the format has no alpha, on the background colour or on black.
    public void writeOverlay(Image image, RegionLabels regions, ImageFormat format, Output output) {
        Image ground = format.supportsAlpha()
                ? image
                : LayoutChange.onGround(product.grounded(image), 0, 0, 0);
        write(Overlay.of(ground, regions), format, output);
    }

    /// Writes the sheet of all stages of an image that was read from a file of this name.
    public void writeStages(String name, Segmentation stages, SegmentationOptions options, ImageFormat format,
            Output output) {
        String file = name.substring(FilePath.slashes(name).lastIndexOf('/') + 1);
        write(StageSheet.draw(file, stages, options, product.background()), format, output);
    }
}
