package hadamask.image;

import com.twelvemonkeys.imageio.plugins.bmp.BMPImageReaderSpi;
import hadamask.file.InputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// Reads Windows bitmaps of 1 to 32 bits per pixel, by TwelveMonkeys.
final class BmpReader {
    private static final double INCHES_PER_METRE = 1 / 0.0254;

    private BmpReader() {
    }

    /// Reads a bitmap.
    static Image read(byte[] file, PixelLimit limit) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < 30) {
            throw truncated();
        }
        int headerSize = header.getInt(14);
        boolean old = headerSize == 12;
        long width = old ? header.getShort(18) & 0xFFFF : header.getInt(18);
        long height = old ? header.getShort(20) & 0xFFFF : Math.abs((long) header.getInt(22));
        int bits = header.getShort(old ? 24 : 28);
        limit.check(width, height, 4, new PictureSize(width, height, bits == 32 ? 4 : 3, bits > 8 ? 0 : 1, 0));
        int packing = old || file.length < 34 ? 0 : header.getInt(30);
        long rowBytes = (width * bits + 31) / 32 * 4;
        long start = header.getInt(10) & 0xFFFFFFFFL;
        boolean isPlain = packing == 0 || packing == 3;
        if (start > file.length || (isPlain && start + rowBytes * height > file.length)) {
            throw truncated();
        }
        long colors = old || file.length < 50 ? 0 : header.getInt(46) & 0xFFFFFFFFL;
        if (bits <= 8 && colors > 256) {
            throw new BrokenImageException("its palette has " + colors + " colours, expected at most 256");
        }
        BufferedImage picture = Rasters.read(new BMPImageReaderSpi().createReaderInstance(null), new BytesInput(file));
        return Rasters.toImage(picture, new Attributes(null, old ? null : resolution(header)));
    }

    private static Attributes.@Nullable Resolution resolution(ByteBuffer header) {
        if (header.limit() < 46) {
            return null;
        }
        int x = header.getInt(38);
        int y = header.getInt(42);
        return x > 0 && y > 0 ? new Attributes.Resolution(x / INCHES_PER_METRE, y / INCHES_PER_METRE) : null;
    }

    private static InputException truncated() {
        return new InputException("is a truncated BMP: the data end before the picture does");
    }
}
