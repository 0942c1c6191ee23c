package hadamask.codec.tiff;

import hadamask.codec.format.BrokenImageException;
import hadamask.codec.format.TiffTags;

/// YCbCr of a TIFF that is not JPEG: rectangles of luminance samples that share two colour differences, and their colours.
final class TiffChroma {
    private final int across;
    private final int down;
    private final double red;
    private final double green;
    private final double blue;
    private final double[] range;

    private TiffChroma(int across, int down, double[] weights, double[] range) {
        this.across = across;
        this.down = down;
        this.red = weights[0];
        this.green = weights[1];
        this.blue = weights[2];
        this.range = range;
    }

    static TiffChroma of(TiffTags tags) throws BrokenImageException {
        long[] sampling = tags.pixelNumbers(TiffTags.YCBCR_SUBSAMPLING);
        int across = sampling.length < 2 ? 2 : (int) sampling[0];
        int down = sampling.length < 2 ? 2 : (int) sampling[1];
        if (!isStep(across) || !isStep(down)) {
            throw new BrokenImageException("its colours are shared by " + across + " x " + down + " pixels");
        }
        double[] weights = tags.ratios(TiffTags.YCBCR_COEFFICIENTS);
        double[] range = tags.ratios(TiffTags.REFERENCE_BLACK_WHITE);
        return new TiffChroma(across, down, weights.length < 3 ? new double[]{0.299, 0.587, 0.114} : weights,
                range.length < 6 ? new double[]{0, 255, 128, 255, 128, 255} : range);
    }

    private static boolean isStep(int n) {
        return n == 1 || n == 2 || n == 4;
    }

    /// Bytes of a strip or tile.
    int bytes(int columns, int rows) {
        return Math.toIntExact((long) Math.ceilDiv(columns, across) * Math.ceilDiv(rows, down) * (across * down + 2));
    }

    /// @return red, green, blue of each pixel
    byte[] colors(byte[] packed, int columns, int rows) {
        byte[] out = new byte[Math.multiplyExact(3 * columns, rows)];
        int unit = across * down + 2;
        int units = Math.ceilDiv(columns, across);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int u = (y / down * units + x / across) * unit;
                double luma = scaled(packed[u + y % down * across + x % across], 0, 255);
                double cb = scaled(packed[u + unit - 2], 2, 127);
                double cr = scaled(packed[u + unit - 1], 4, 127);
                double r = luma + cr * (2 - 2 * red);
                double b = luma + cb * (2 - 2 * blue);
                int o = 3 * (y * columns + x);
                out[o] = rounded(r);
                out[o + 1] = rounded((luma - blue * b - red * r) / green);
                out[o + 2] = rounded(b);
            }
        }
        return out;
    }

    private double scaled(byte code, int at, double full) {
        double span = range[at + 1] - range[at];
        return span == 0 ? 0 : ((code & 0xFF) - range[at]) * full / span;
    }

    private static byte rounded(double value) {
        return (byte) Math.clamp(Math.round(value), 0, 255);
    }
}
