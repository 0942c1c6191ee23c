package hadamask.codec.jpeg;

import hadamask.image.Image;
import hadamask.image.Layout;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

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

    private static ColorModel colorModel(Layout layout, boolean deep) {
        ColorSpace space = ColorSpace.getInstance(layout.isColor() ? ColorSpace.CS_sRGB : ColorSpace.CS_GRAY);
        int transparency = layout.hasAlpha() ? Transparency.TRANSLUCENT : Transparency.OPAQUE;
        return new ComponentColorModel(space, layout.hasAlpha(), false, transparency,
                deep ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE);
    }
}
