package hadamask.codec.format;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/// From printing inks to colours on a screen.
///
/// Without a profile, `red = (255 - cyan) (255 - black) / 255`, and so on. With the profile of the inks, the colour
/// management of the platform converts to sRGB.
///
/// @hidden public for other packages of Hadamask alone
public final class Cmyk {
    private static final int[] BGR = {2, 1, 0};
    private static final int ROWS = 64;

    private Cmyk() {
    }

    /// YCCK to CMYK, in place: the first three samples of four are luminance and colour differences (ITU-R BT.601) of
    /// what is complementary to the inks.
    public static void undoColorDifferences(byte[] pixels) {
        for (int i = 0; i + 3 < pixels.length; i += 4) {
            int y = pixels[i] & 0xFF;
            int cb = (pixels[i + 1] & 0xFF) - 128;
            int cr = (pixels[i + 2] & 0xFF) - 128;
            pixels[i] = clamped(255 - (y + 1.402 * cr));
            pixels[i + 1] = clamped(255 - (y - 0.344136286 * cb - 0.714136286 * cr));
            pixels[i + 2] = clamped(255 - (y + 1.772 * cb));
        }
    }

    /// Light to ink, in place: v becomes 255 - v.
    public static void invert(byte[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ~pixels[i];
        }
    }

    /// @param ink cyan, magenta, yellow, black of each pixel, 255 for full ink
    /// @param profile of the inks, or null; what is none for four inks is not used
    /// @return blue, green, red of each pixel
    public static byte[] toBgr(byte[] ink, int width, int height, byte @Nullable [] profile) {
        byte[] bgr = new byte[width * height * 3];
        ICC_Profile inks = profile == null ? null : inkProfile(profile);
        if (inks == null || !convert(ink, width, height, inks, bgr)) {
            multiply(ink, bgr);
        }
        return bgr;
    }

    private static @Nullable ICC_Profile inkProfile(byte[] bytes) {
        try {
            ICC_Profile profile = ICC_Profile.getInstance(bytes);
            return profile.getColorSpaceType() == ColorSpace.TYPE_CMYK ? profile : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean convert(byte[] ink, int width, int height, ICC_Profile inks, byte[] bgr) {
        try {
            ColorSpace from = new ICC_ColorSpace(inks);
            ColorConvertOp op = new ColorConvertOp(from, ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
            WritableRaster source = Raster.createInterleavedRaster(new DataBufferByte(ink, ink.length), width, height,
                    4 * width, 4, new int[]{0, 1, 2, 3}, null);
            WritableRaster target = Raster.createInterleavedRaster(new DataBufferByte(bgr, bgr.length), width, height,
                    3 * width, 3, BGR, null);
            for (int y = 0; y < height; y += ROWS) {
                int rows = Math.min(ROWS, height - y);
                WritableRaster part = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, rows, 3, null);
                op.filter(source.createChild(0, y, width, rows, 0, 0, null), part);
                target.setRect(0, y, part);
            }
            return true;
        } catch (RuntimeException e) {
            // A damaged profile: the picture is still there.
            return false;
        }
    }

    private static void multiply(byte[] ink, byte[] bgr) {
        for (int i = 0, o = 0; o < bgr.length; i += 4, o += 3) {
            int light = 255 - (ink[i + 3] & 0xFF);
            for (int c = 0; c < 3; c++) {
                bgr[o + 2 - c] = (byte) (((255 - (ink[i + c] & 0xFF)) * light + 127) / 255);
            }
        }
    }

    private static byte clamped(double value) {
        return (byte) Math.clamp(Math.round(value), 0, 255);
    }
}
