package hadamask.segment.cut;

import hadamask.image.Image;
import hadamask.parallel.RowBands;
import hadamask.segment.color.ReducedPicture;
import hadamask.segment.color.RgbRows;
import java.util.Arrays;

/// Carries the edge of a reduced mask to the full picture: within a band the mask becomes a linear function of the colours.
///
/// A mask may be soft: what is above one half is object. In every window that holds both sides the mask is fitted by `q = a . colour + b`, with little slope preferred; a and b are averaged over
/// the windows of a pixel, interpolated to the full size and applied to its colours there; above one half is object.
/// Elsewhere a pixel has the value of the reduced one.
///
/// K. He, J. Sun, X. Tang, "Guided image filtering", IEEE Transactions on Pattern Analysis and Machine Intelligence 35, 2013,
/// equations 14 to 16; at the reduced size as in K. He, J. Sun, "Fast guided filter", 2015.
///
/// @hidden public for other packages of Hadamask alone
public final class GuidedEdge {
    /// Half the side of a window, less one half, in reduced pixels.
    private static final int RADIUS = 2;
    /// The preference for little slope: variance of colours, on the scale from 0 to 255, that counts as none.
    private static final double EPSILON = 30;
    private static final long WORTH_A_POOL = 1_000_000;
    private static final int ROWS_PER_BAND = 32;

    private final ReducedPicture picture;
    /// From 0 to 1.
    private final float[] mask;
    private final int width;
    private final int height;
    /// Four numbers per pixel: the slopes a and the offset b.
    private final float[] fits;
    private final boolean[] mixed;

    private GuidedEdge(ReducedPicture picture, float[] mask) {
        this.picture = picture;
        this.mask = mask;
        width = picture.width();
        height = picture.height();
        fits = new float[4 * mask.length];
        mixed = new boolean[mask.length];
    }

    /// @param mask of the reduced picture
    /// @return the mask of the image, a byte per pixel
    static byte[] carry(ReducedPicture picture, byte[] mask, Image image) {
        if (image.width() == picture.width() && image.height() == picture.height()) {
            return mask.clone();
        }
        float[] parts = new float[mask.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = mask[i];
        }
        return carry(picture, parts, image);
    }

    /// @param parts of each pixel of the reduced picture, how much it is of the object, from 0 to 1
    /// @return the mask of the image, a byte per pixel
    public static byte[] carry(ReducedPicture picture, float[] parts, Image image) {
        GuidedEdge edge = new GuidedEdge(picture, parts);
        edge.fit();
        byte[] values = new byte[image.width() * image.height()];
        int rowsPerBand = values.length < WORTH_A_POOL ? image.height() : ROWS_PER_BAND;
        RowBands.forEachRow(image.height(), rowsPerBand, y -> edge.row(image, y, values));
        return values;
    }

    private void fit() {
        boolean[] both = windowsOfBothSides();
        float[] own = new float[fits.length];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                if (both[i]) {
                    fit(x, y, own);
                    mark(mixed, x - RADIUS, x + RADIUS, y - RADIUS, y + RADIUS);
                } else {
                    own[4 * i + 3] = mask[i];
                }
            }
        }
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                if (mixed[i]) {
                    average(x, y, own);
                } else {
                    fits[4 * i + 3] = mask[i];
                }
            }
        }
    }

    /// The windows, by their middles, that hold object and ground, and so two neighbours that are unlike.
    private boolean[] windowsOfBothSides() {
        boolean[] both = new boolean[mask.length];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                if (x < width - 1 && isObject(i) != isObject(i + 1)) {
                    mark(both, x + 1 - RADIUS, x + RADIUS, y - RADIUS, y + RADIUS);
                }
                if (y < height - 1 && isObject(i) != isObject(i + width)) {
                    mark(both, x - RADIUS, x + RADIUS, y + 1 - RADIUS, y + RADIUS);
                }
            }
        }
        return both;
    }

    private boolean isObject(int pixel) {
        return mask[pixel] > 0.5f;
    }

    private void mark(boolean[] marks, int left, int right, int top, int bottom) {
        int from = Math.max(0, left);
        int end = Math.min(width, right + 1);
        for (int y = Math.max(0, top); y <= Math.min(height - 1, bottom); y++) {
            Arrays.fill(marks, y * width + from, y * width + end, true);
        }
    }

    /// The fit of one window: `a = (covariance of colours + epsilon)^-1 covariance of colours and mask`.
    private void fit(int x, int y, float[] own) {
        double n = 0;
        double p = 0;
        double r = 0;
        double g = 0;
        double b = 0;
        double rp = 0;
        double gp = 0;
        double bp = 0;
        double rr = 0;
        double rg = 0;
        double rb = 0;
        double gg = 0;
        double gb = 0;
        double bb = 0;
        float[] rgb = picture.rgb();
        for (int ny = Math.max(0, y - RADIUS); ny <= Math.min(height - 1, y + RADIUS); ny++) {
            for (int nx = Math.max(0, x - RADIUS); nx <= Math.min(width - 1, x + RADIUS); nx++) {
                int i = ny * width + nx;
                double red = rgb[3 * i];
                double green = rgb[3 * i + 1];
                double blue = rgb[3 * i + 2];
                n++;
                r += red;
                g += green;
                b += blue;
                rr += red * red;
                rg += red * green;
                rb += red * blue;
                gg += green * green;
                gb += green * blue;
                bb += blue * blue;
                double part = mask[i];
                p += part;
                rp += part * red;
                gp += part * green;
                bp += part * blue;
            }
        }
        p /= n;
        r /= n;
        g /= n;
        b /= n;
        rr = rr / n - r * r + EPSILON;
        rg = rg / n - r * g;
        rb = rb / n - r * b;
        gg = gg / n - g * g + EPSILON;
        gb = gb / n - g * b;
        bb = bb / n - b * b + EPSILON;
        rp = rp / n - r * p;
        gp = gp / n - g * p;
        bp = bp / n - b * p;
        double i00 = gg * bb - gb * gb;
        double i01 = rb * gb - rg * bb;
        double i02 = rg * gb - rb * gg;
        double determinant = rr * i00 + rg * i01 + rb * i02;
        double ar = (i00 * rp + i01 * gp + i02 * bp) / determinant;
        double ag = (i01 * rp + (rr * bb - rb * rb) * gp + (rg * rb - rr * gb) * bp) / determinant;
        double ab = (i02 * rp + (rg * rb - rr * gb) * gp + (rr * gg - rg * rg) * bp) / determinant;
        int to = 4 * (y * width + x);
        own[to] = (float) ar;
        own[to + 1] = (float) ag;
        own[to + 2] = (float) ab;
        own[to + 3] = (float) (p - ar * r - ag * g - ab * b);
    }

    /// Averages the fits of all windows of a pixel.
    private void average(int x, int y, float[] own) {
        int i = y * width + x;
        float ar = 0;
        float ag = 0;
        float ab = 0;
        float offset = 0;
        int n = 0;
        for (int ny = Math.max(0, y - RADIUS); ny <= Math.min(height - 1, y + RADIUS); ny++) {
            for (int nx = Math.max(0, x - RADIUS); nx <= Math.min(width - 1, x + RADIUS); nx++) {
                int from = 4 * (ny * width + nx);
                ar += own[from];
                ag += own[from + 1];
                ab += own[from + 2];
                offset += own[from + 3];
                n++;
            }
        }
        fits[4 * i] = ar / n;
        fits[4 * i + 1] = ag / n;
        fits[4 * i + 2] = ab / n;
        fits[4 * i + 3] = offset / n;
    }

    /// Fills one row of the full mask: between the centres of two neighbouring reduced pixels at a time.
    private void row(Image image, int y, byte[] values) {
        float v = (y + 0.5f) * height / image.height() - 0.5f;
        int top = (int) Math.max(0, Math.min(height - 1, v < 0 ? 0 : v));
        int bottom = Math.min(top + 1, height - 1);
        float down = Math.max(0, Math.min(1, v - top));
        int[] rgb = null;
        float scale = 255f / image.maxSample();
        int from = y * image.width();
        float[] leftFit = new float[4];
        float[] rightFit = new float[4];
        int x = 0;
        for (int left = 0; left < width; left++) {
            int right = Math.min(left + 1, width - 1);
            int end = left == width - 1 ? image.width() : firstFrom(left + 1, image.width());
            if (isMixed(left, right, top, bottom)) {
                if (rgb == null) {
                    rgb = new int[3 * image.width()];
                    RgbRows.read(image, y, rgb);
                }
                between(4 * (top * width + left), 4 * (bottom * width + left), down, leftFit);
                between(4 * (top * width + right), 4 * (bottom * width + right), down, rightFit);
                for (; x < end; x++) {
                    float u = (x + 0.5f) * width / image.width() - 0.5f;
                    float along = Math.max(0, Math.min(1, u - left));
                    float l = value(leftFit, rgb, 3 * x, scale);
                    float r = value(rightFit, rgb, 3 * x, scale);
                    values[from + x] = (byte) (l + along * (r - l) > 0.5f ? 1 : 0);
                }
            } else {
                if (isObject(top * width + left)) {
                    Arrays.fill(values, from + x, from + end, (byte) 1);
                }
                x = end;
            }
        }
    }

    /// The first column of the image whose centre lies at or behind the centre of a reduced column.
    private int firstFrom(int column, int full) {
        return (int) Math.ceil((column + 0.5) * full / width - 0.5);
    }

    private boolean isMixed(int left, int right, int top, int bottom) {
        return mixed[top * width + left] || mixed[top * width + right] || mixed[bottom * width + left]
                || mixed[bottom * width + right];
    }

    private void between(int upper, int lower, float down, float[] fit) {
        for (int i = 0; i < 4; i++) {
            fit[i] = fits[upper + i] + down * (fits[lower + i] - fits[upper + i]);
        }
    }

    private static float value(float[] fit, int[] rgb, int at, float scale) {
        return scale * (fit[0] * rgb[at] + fit[1] * rgb[at + 1] + fit[2] * rgb[at + 2]) + fit[3];
    }
}
