package hadamask.samples;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// Writes JPEG files as cameras do: with a quality, a resolution in the JFIF header and an EXIF orientation.
final class Jpeg {
    private static final int SOI_LENGTH = 2;
    private static final int JFIF_UNITS = SOI_LENGTH + 11;
    private static final byte DOTS_PER_INCH = 1;
    private static final short ORIENTATION = 0x0112;
    private static final short SHORT_TYPE = 3;

    private Jpeg() {
    }

    /// Writes a file without resolution and orientation. `quality` is on the scale 0..1.
    static void write(BufferedImage image, float quality, Path file) throws IOException {
        Files.write(file, encoded(image, quality));
    }

    /// Writes a file whose header asks the viewer to turn the picture (EXIF orientation 1..8) and to print it at
    /// `dpi` dots per inch.
    static void write(BufferedImage image, float quality, int dpi, int orientation, Path file) throws IOException {
        byte[] jpeg = encoded(image, quality);
        var bytes = ByteBuffer.wrap(jpeg);
        bytes.put(JFIF_UNITS, DOTS_PER_INCH);
        bytes.putShort(JFIF_UNITS + 1, (short) dpi).putShort(JFIF_UNITS + 3, (short) dpi);
        int jfifEnd = SOI_LENGTH + 2 + Short.toUnsignedInt(bytes.getShort(SOI_LENGTH + 2));
        byte[] exif = exif((short) orientation);
        Files.write(file, ByteBuffer.allocate(jpeg.length + exif.length)
                .put(jpeg, 0, jfifEnd)
                .put(exif)
                .put(jpeg, jfifEnd, jpeg.length - jfifEnd)
                .array());
    }

    /// An APP1 segment that holds a big-endian TIFF directory with one entry, the orientation.
    private static byte[] exif(short orientation) {
        var tiff = ByteBuffer.allocate(26)
                .put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort(ORIENTATION)
                .putShort(SHORT_TYPE)
                .putInt(1)
                .putShort(orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
        byte[] name = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        int length = 2 + name.length + tiff.length;
        return ByteBuffer.allocate(2 + length)
                .putShort((short) 0xFFE1)
                .putShort((short) length)
                .put(name)
                .put(tiff)
                .array();
    }

    private static byte[] encoded(BufferedImage image, float quality) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
