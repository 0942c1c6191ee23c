package hadamask.codec;

import hadamask.codec.bmp.BmpWriter;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.codec.jpeg.JpegWriter;
import hadamask.codec.npy.NpyLabels;
import hadamask.codec.png.PngWriter;
import hadamask.codec.pnm.PnmWriter;
import hadamask.codec.tiff.TiffWriter;
import hadamask.codec.webp.WebpWriter;
import hadamask.image.Depths;
import hadamask.image.Image;
import hadamask.image.LabelImage;
import hadamask.image.PaletteImage;
import java.io.IOException;
import java.io.OutputStream;

/// Writes an [Image] as a file of one of the formats that can be written.
///
/// Samples are written as they are. Only 16-bit samples for a format of 8 bits are rounded:
/// `(v * 255 + 32767) / 65535`. Colour profile and resolution are written where the format has a place for them.
public final class ImageEncoder {
    private ImageEncoder() {
    }

    /// Bytes per pixel that native code takes beside the heap to write an image; 0 where it is written by own code, or row by row.
    public static int outside(ImageFormat format, Encoding options) {
        return format == ImageFormat.WEBP ? WebpWriter.outside(options) : 0;
    }

    /// Writes numbers of objects of 32 bits as a TIFF; the stream is neither flushed nor closed.
    ///
    /// @throws IOException if the stream cannot take it
    public static void encodeTiff(LabelImage labels, OutputStream out) throws IOException {
        TiffWriter.write(labels, out);
    }

    /// Writes numbers of objects of 32 bits as a file of NumPy; the stream is neither flushed nor closed.
    ///
    /// @throws IOException if the stream cannot take it
    public static void encodeNpy(LabelImage labels, OutputStream out) throws IOException {
        NpyLabels.write(labels, out);
    }

    /// Writes places in a palette as a PNG of 8 bits; the stream is neither flushed nor closed.
    ///
    /// @throws IOException if the stream cannot take it
    public static void encodePalette(PaletteImage image, Encoding options, OutputStream out) throws IOException {
        PngWriter.write(image.indices(), image.colors(), options.compression(), out);
    }

    /// Writes an image; the stream is neither flushed nor closed.
    ///
    /// @throws IllegalArgumentException if the format cannot be written, or has no alpha and the image has
    /// @throws IOException if the stream cannot take it
    public static void encode(Image image, ImageFormat format, Encoding options, OutputStream out) throws IOException {
        if (!format.writable()) {
            throw new IllegalArgumentException(format + " cannot be written");
        }
        if (image.layout().hasAlpha() && !format.supportsAlpha()) {
            throw new IllegalArgumentException(format + " has no alpha");
        }
        Image fitting = format.supports16Bit() ? image : Depths.to8Bit(image);
        switch (format) {
            case PNG -> PngWriter.write(fitting, options.compression(), out);
            case JPEG -> JpegWriter.write(fitting, options.quality(), out);
            case TIFF -> TiffWriter.write(fitting, out);
            case BMP -> BmpWriter.write(fitting, out);
            case PNM -> PnmWriter.write(fitting, out);
            case WEBP -> WebpWriter.write(fitting, options, out);
            case GIF -> throw new IllegalArgumentException(format + " cannot be written");
        }
    }
}
