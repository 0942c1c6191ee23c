package hadamask.codec.bmp;

import hadamask.codec.bmp.BmpHeader.Masks;
import hadamask.codec.format.BrokenImageException;
import hadamask.codec.format.Damage;
import hadamask.codec.format.PictureSize;
import hadamask.codec.format.PixelLimit;
import hadamask.codec.jpeg.JpegReader;
import hadamask.codec.png.PngReader;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Reads Windows and OS/2 bitmaps of 1 to 32 bits per pixel: start here, then [BmpHeader] (what the file says) and [BmpRuns] (packed
/// rows).
///
/// Own code, because readers at hand lose the alpha of masks, or do not know what is moved over in a packed row.
public final class BmpReader {
    private final byte[] file;
    private final BmpHeader header;
    private final int width;
    private final int height;

    private BmpReader(byte[] file, BmpHeader header) {
        this.file = file;
        this.header = header;
        this.width = (int) header.width();
        this.height = (int) header.height();
    }

    /// Reads a bitmap.
    public static Image read(byte[] file, PixelLimit limit, Damage damage) throws IOException {
        BmpHeader header = BmpHeader.of(file);
        BmpReader reader = new BmpReader(file, header);
        return switch (header.packing()) {
            // The readers of these check the size that they find.
            case JPEG -> reader.inside(JpegReader.read(reader.content(), limit, damage));
            case PNG -> reader.inside(PngReader.read(reader.content(), limit, damage));
            case RUNS_OF_4, RUNS_OF_8 -> {
                limit.check(header.width(), header.height(), 4, reader.size(1));
                yield reader.indexed(BmpRuns.unpacked(file, header), 0, reader.width, 8);
            }
            case PLAIN, MASKED -> {
                limit.check(header.width(), header.height(), 4, reader.size(0));
                yield reader.plain();
            }
        };
    }

    private PictureSize size(int decodingBytes) {
        int pixel = header.masks().alpha() == 0 ? 3 : 4;
        return new PictureSize(header.width(), header.height(), pixel, decodingBytes, 0);
    }

    private byte[] content() {
        return Arrays.copyOfRange(file, header.start(), file.length);
    }

    private Image inside(Image image) throws IOException {
        if (image.width() != width || image.height() != height) {
            throw new BrokenImageException("the picture inside has " + image.width() + " x " + image.height()
                    + " pixels, its header says " + width + " x " + height);
        }
        return image;
    }

    private Image plain() throws IOException {
        long rowBytes = header.rowBytes();
        // Nobody needs what fills the last row up.
        if (header.start() + rowBytes * (height - 1) + (header.width() * header.bits() + 7) / 8 > file.length) {
            throw BmpHeader.truncated();
        }
        return switch (header.bits()) {
            case 24 -> bgr((int) rowBytes);
            case 16, 32 -> masked((int) rowBytes);
            default -> indexed(file, header.start(), (int) rowBytes, header.bits());
        };
    }

    /// The row of the file that is row `y` of the picture.
    private int storedRow(int y) {
        return header.topDown() ? y : height - 1 - y;
    }

    private Image bgr(int rowBytes) {
        byte[] samples = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(file, header.start() + storedRow(y) * rowBytes, samples, 3 * width * y, 3 * width);
        }
        return Image.of8Bit(width, height, Layout.BGR, samples, header.attributes());
    }

    private Image indexed(byte[] rows, int start, int rowBytes, int bits) throws IOException {
        int colors = header.paletteEntries();
        if (colors == 0) {
            throw new BrokenImageException("its palette is missing, expected " + (1 << header.bits()) + " colours");
        }
        byte[] samples = new byte[3 * width * height];
        int mask = (1 << bits) - 1;
        int entry = header.entryBytes();
        for (int y = 0, o = 0; y < height; y++) {
            int row = start + storedRow(y) * rowBytes;
            for (int x = 0; x < width; x++, o += 3) {
                int bit = x * bits;
                int index = rows[row + (bit >> 3)] >> (8 - bits - (bit & 7)) & mask;
                if (index >= colors) {
                    throw new BrokenImageException("a pixel has colour " + index + " of a palette of " + colors);
                }
                System.arraycopy(file, header.paletteStart() + entry * index, samples, o, 3);
            }
        }
        return Image.of8Bit(width, height, Layout.BGR, samples, header.attributes());
    }

    private Image masked(int rowBytes) {
        Masks masks = header.masks();
        Layout layout = masks.alpha() == 0 ? Layout.BGR : Layout.ABGR;
        int n = layout.samples();
        byte[] samples = new byte[n * width * height];
        ByteBuffer data = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        put(data, rowBytes, masks.red(), samples, n, layout.red());
        put(data, rowBytes, masks.green(), samples, n, layout.green());
        put(data, rowBytes, masks.blue(), samples, n, layout.blue());
        if (layout.hasAlpha()) {
            put(data, rowBytes, masks.alpha(), samples, n, layout.alpha());
        }
        return Image.of8Bit(width, height, layout, samples, header.attributes());
    }

    /// One sample of all pixels: the bits under a mask, scaled to 8, `round(v * 255 / max)`.
    private void put(ByteBuffer data, int rowBytes, int mask, byte[] samples, int n, int sample) {
        if (mask == 0) {
            return; // a colour without bits is 0
        }
        int shift = Integer.numberOfTrailingZeros(mask);
        long max = (mask & 0xFFFFFFFFL) >>> shift;
        boolean wide = header.bits() == 32;
        for (int y = 0, o = sample; y < height; y++) {
            int row = header.start() + storedRow(y) * rowBytes;
            for (int x = 0; x < width; x++, o += n) {
                int pixel = wide ? data.getInt(row + 4 * x) : data.getShort(row + 2 * x);
                int value = (pixel & mask) >>> shift;
                samples[o] = (byte) (max == 255 ? value : (2 * 255 * (value & 0xFFFFFFFFL) + max) / (2 * max));
            }
        }
    }
}
