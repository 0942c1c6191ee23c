package hadamask.image;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import org.jspecify.annotations.Nullable;

/// The samples of the platform's rasters in the order of a [Layout].
final class RasterSamples {
    private RasterSamples() {
    }

    /// The samples of a raster of 1 to 4 bands: grey, grey and alpha, RGB, RGBA. They are taken over without a copy where
    /// they stand one pixel after the other.
    static Image of(Raster raster, int depth, Attributes attributes) {
        int n = raster.getNumBands();
        Layout layout = switch (n) {
            case 1 -> Layout.GRAY;
            case 2 -> Layout.GRAY_ALPHA;
            default -> Layout.color(depth, n == 4);
        };
        int[] order = layout.isColor()
                ? new int[]{layout.red(), layout.green(), layout.blue(), layout.alpha()}
                : new int[]{0, 1};
        int width = raster.getWidth();
        int height = raster.getHeight();
        if (depth == 8) {
            byte[] packed = packedBytes(raster, order);
            return Image.of8Bit(width, height, layout, packed != null ? packed : bytes(raster, order), attributes);
        }
        return Image.of16Bit(width, height, layout, shorts(raster, order), attributes);
    }

    private static byte @Nullable [] packedBytes(Raster raster, int[] order) {
        int n = raster.getNumBands();
        if (!(raster.getDataBuffer() instanceof DataBufferByte buffer)
                || !(raster.getSampleModel() instanceof ComponentSampleModel model)) {
            return null;
        }
        byte[] samples = buffer.getData();
        boolean packed = buffer.getNumBanks() == 1 && buffer.getOffset() == 0 && model.getPixelStride() == n
                && model.getScanlineStride() == n * raster.getWidth() && raster.getSampleModelTranslateX() == 0
                && raster.getSampleModelTranslateY() == 0
                && samples.length == n * raster.getWidth() * raster.getHeight();
        if (!packed) {
            return null;
        }
        int[] offsets = model.getBandOffsets();
        boolean ordered = true;
        for (int c = 0; c < n; c++) {
            ordered &= offsets[c] == order[c];
        }
        if (!ordered) {
            reorder(samples, offsets, order);
        }
        return samples;
    }

    private static void reorder(byte[] samples, int[] from, int[] to) {
        int n = from.length;
        byte[] pixel = new byte[n];
        for (int i = 0; i < samples.length; i += n) {
            System.arraycopy(samples, i, pixel, 0, n);
            for (int c = 0; c < n; c++) {
                samples[i + to[c]] = pixel[from[c]];
            }
        }
    }

    private static byte[] bytes(Raster raster, int[] order) {
        int n = raster.getNumBands();
        int width = raster.getWidth();
        byte[] samples = new byte[Math.multiplyExact(width * n, raster.getHeight())];
        int[] row = new int[width * n];
        for (int y = 0, o = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int i = 0; i < row.length; i += n, o += n) {
                for (int c = 0; c < n; c++) {
                    samples[o + order[c]] = (byte) row[i + c];
                }
            }
        }
        return samples;
    }

    private static short[] shorts(Raster raster, int[] order) {
        int n = raster.getNumBands();
        int width = raster.getWidth();
        int length = Math.multiplyExact(width * n, raster.getHeight());
        if (raster.getDataBuffer() instanceof DataBufferUShort buffer && buffer.getNumBanks() == 1
                && buffer.getData().length == length && raster.getSampleModel() instanceof ComponentSampleModel model
                && model.getPixelStride() == n && model.getScanlineStride() == n * width && isOrdered(model)) {
            return buffer.getData();
        }
        short[] samples = new short[length];
        int[] row = new int[width * n];
        for (int y = 0, o = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int i = 0; i < row.length; i += n, o += n) {
                for (int c = 0; c < n; c++) {
                    samples[o + order[c]] = (short) row[i + c];
                }
            }
        }
        return samples;
    }

    private static boolean isOrdered(ComponentSampleModel model) {
        int[] offsets = model.getBandOffsets();
        for (int c = 0; c < offsets.length; c++) {
            if (offsets[c] != c) {
                return false;
            }
        }
        return true;
    }

    /// A picture whose samples have an odd number of bits (5, 6, 10), as the colours of 8 bits that they mean.
    static Image ofColors(BufferedImage picture, Attributes attributes) {
        boolean alpha = picture.getColorModel().hasAlpha();
        Layout layout = Layout.color(8, alpha);
        int n = layout.samples();
        int width = picture.getWidth();
        byte[] samples = new byte[Math.multiplyExact(width * n, picture.getHeight())];
        int[] row = new int[width];
        for (int y = 0, o = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++, o += n) {
                samples[o + layout.red()] = (byte) (row[x] >> 16);
                samples[o + layout.green()] = (byte) (row[x] >> 8);
                samples[o + layout.blue()] = (byte) row[x];
                if (alpha) {
                    samples[o + layout.alpha()] = (byte) (row[x] >> 24);
                }
            }
        }
        return Image.of8Bit(width, picture.getHeight(), layout, samples, attributes);
    }

    /// A picture of four inks, as RGB of 8 bits.
    static Image ofCmyk(BufferedImage picture, int depth, Attributes attributes, byte @Nullable [] profile) {
        Raster raster = picture.getRaster();
        int width = raster.getWidth();
        byte[] ink = new byte[Math.multiplyExact(4 * width, raster.getHeight())];
        int n = raster.getNumBands();
        int[] row = new int[width * n];
        for (int y = 0, o = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int i = 0; i < row.length; i += n, o += 4) {
                for (int c = 0; c < 4; c++) {
                    ink[o + c] = (byte) (depth == 8 ? row[i + c] : (row[i + c] * 255 + 32767) / 65535);
                }
            }
        }
        return Image.of8Bit(width, raster.getHeight(), Layout.BGR,
                Cmyk.toBgr(ink, width, raster.getHeight(), profile), attributes);
    }

    /// An image whose colours were stored multiplied by alpha, with the colours themselves:
    /// `min(max, round(v * max / alpha))`.
    static Image divided(Image image) {
        Layout layout = image.layout();
        int n = layout.samples();
        int max = image.maxSample();
        int count = image.width() * image.height() * n;
        boolean deep = image.bitDepth() == 16;
        for (int i = 0; i < count; i += n) {
            int a = i + layout.alpha();
            long alpha = deep ? image.shorts()[a] & 0xFFFF : image.bytes()[a] & 0xFF;
            for (int s = i; s < i + n && alpha > 0; s++) {
                if (s != a) {
                    long v = deep ? image.shorts()[s] & 0xFFFF : image.bytes()[s] & 0xFF;
                    long divided = Math.min(max, (v * max + alpha / 2) / alpha);
                    if (deep) {
                        image.shorts()[s] = (short) divided;
                    } else {
                        image.bytes()[s] = (byte) divided;
                    }
                }
            }
        }
        return image;
    }
}
