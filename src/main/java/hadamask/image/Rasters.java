package hadamask.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageReader;

/// The samples of an [Image] as the platform's pictures, without a copy.
final class Rasters {
    private Rasters() {
    }

    static BufferedImage wrap(Image image) {
        Layout layout = image.layout();
        int width = image.width();
        int height = image.height();
        boolean deep = image.bitDepth() == 16;
        DataBuffer samples = deep
                ? new DataBufferUShort(image.shorts(), image.shorts().length)
                : new DataBufferByte(image.bytes(), image.bytes().length);
        int n = layout.samples();
        WritableRaster raster = Raster.createInterleavedRaster(samples, width, height, n * width, n,
                offsets(layout), null);
        return new BufferedImage(colorModel(layout, deep), raster, false, null);
    }

    /// Where the samples of a pixel stand, in the platform's order: red, green, blue, alpha.
    private static int[] offsets(Layout layout) {
        return switch (layout) {
            case GRAY -> new int[]{0};
            case GRAY_ALPHA -> new int[]{0, 1};
            default -> layout.hasAlpha()
                    ? new int[]{layout.red(), layout.green(), layout.blue(), layout.alpha()}
                    : new int[]{layout.red(), layout.green(), layout.blue()};
        };
    }

    /// Reads the first picture of a file.
    static BufferedImage read(ImageReader reader, BytesInput file) throws IOException {
        try {
            reader.setInput(file, true, true);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    /// The samples of a grey picture, whatever its colour model makes of them: grey comes as a palette, too.
    static Image toGray(BufferedImage picture, Attributes attributes) throws IOException {
        if (picture.getColorModel() instanceof IndexColorModel palette) {
            byte[] table = new byte[palette.getMapSize()];
            palette.getReds(table);
            return looked(picture, table, Layout.GRAY, attributes);
        }
        return toImage(picture, attributes);
    }

    /// The samples of a picture that a reader made. The picture must not be used afterwards.
    static Image toImage(BufferedImage picture, Attributes attributes) throws IOException {
        ColorModel model = picture.getColorModel();
        if (model instanceof IndexColorModel palette) {
            Layout layout = palette.hasAlpha() ? Layout.ABGR : Layout.BGR;
            return looked(picture, table(palette, layout), layout, attributes);
        }
        int bands = picture.getRaster().getNumBands();
        int depth = model.getComponentSize(0);
        boolean even = Arrays.stream(model.getComponentSize()).allMatch(bits -> bits == depth);
        boolean isCmyk = model.getColorSpace().getType() == ColorSpace.TYPE_CMYK;
        if (!even || (depth != 8 && depth != 16)) {
            return RasterSamples.ofColors(picture, attributes);
        }
        if (isCmyk) {
            return RasterSamples.ofCmyk(picture, depth, attributes, null);
        }
        if (bands > 4 || (bands == 2 && !model.hasAlpha())) {
            throw new BrokenImageException("it has " + bands + " samples per pixel");
        }
        Image image = RasterSamples.of(picture.getRaster(), depth, attributes);
        return model.isAlphaPremultiplied() ? RasterSamples.divided(image) : image;
    }

    private static byte[] table(IndexColorModel palette, Layout layout) {
        int n = layout.samples();
        byte[] table = new byte[palette.getMapSize() * n];
        for (int i = 0; i < palette.getMapSize(); i++) {
            table[i * n + layout.red()] = (byte) palette.getRed(i);
            table[i * n + layout.green()] = (byte) palette.getGreen(i);
            table[i * n + layout.blue()] = (byte) palette.getBlue(i);
            if (layout.hasAlpha()) {
                table[i * n + layout.alpha()] = (byte) palette.getAlpha(i);
            }
        }
        return table;
    }

    private static Image looked(BufferedImage picture, byte[] table, Layout layout, Attributes attributes)
            throws IOException {
        int width = picture.getWidth();
        int n = layout.samples();
        Raster raster = picture.getRaster();
        byte[] samples = new byte[Math.multiplyExact(width * n, picture.getHeight())];
        int[] row = new int[width];
        for (int y = 0, o = 0; y < picture.getHeight(); y++) {
            raster.getSamples(0, y, width, 1, 0, row);
            for (int index : row) {
                if ((index + 1) * n > table.length) {
                    throw new BrokenImageException("a pixel is none of its palette");
                }
                System.arraycopy(table, index * n, samples, o, n);
                o += n;
            }
        }
        return Image.of8Bit(width, picture.getHeight(), layout, samples, attributes);
    }

    private static ColorModel colorModel(Layout layout, boolean deep) {
        ColorSpace space = ColorSpace.getInstance(layout.isColor() ? ColorSpace.CS_sRGB : ColorSpace.CS_GRAY);
        int transparency = layout.hasAlpha() ? Transparency.TRANSLUCENT : Transparency.OPAQUE;
        return new ComponentColorModel(space, layout.hasAlpha(), false, transparency,
                deep ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE);
    }
}
