package hadamask.segment;

import hadamask.image.Image;
import hadamask.segment.color.ColorNormal;
import hadamask.segment.color.LabTable;
import hadamask.segment.color.RgbRows;
import java.util.Arrays;

/// How unlike the colours along the border of the image a pixel is: bright where an object is that the border does not show.
///
/// It is the square root of the Mahalanobis distance in CIE Lab from the colours of a band along the border, 6 % of the
/// shorter side wide: the covariance is theirs, with 4 added to each variance, the centre their median of each component.
/// Distances are skewed, and the root makes two clusters of them part where the eye does. The level is the root, 12 being
/// the largest level, beyond which no colour lies.
///
/// Where alpha counts, pixels that are transparent are not of the border's colours; where nothing of the band can be seen,
/// the colours of the whole image take its place.
public record BorderPlane() implements Plane {
    private static final double BAND = 0.06;
    private static final double VARIANCE = 4;
    /// The root of the largest distance: colours are at most 260 apart, and a unit of distance is at least 2.
    private static final double LARGEST = 12;
    /// Colours of the band that are looked at, about.
    private static final int SAMPLE = 1 << 16;

    private static final int DEEP_MAX = 0xFFFF;

    @Override
    public int memory() {
        return StoredLevels.MEMORY;
    }

    @Override
    public Levels of(Image image, PixelWeights weights) {
        ColorNormal border = border(image, weights);
        boolean deep = image.bitDepth() == 16;
        int maxLevel = deep ? DEEP_MAX : LabTable.MAX_LEVEL;
        double scale = maxLevel / LARGEST;
        int width = image.width();
        return StoredLevels.of(width, image.height(), maxLevel, (y, values, to) -> {
            int[] rgb = new int[3 * width];
            float[] lab = new float[3];
            RgbRows.read(image, y, rgb);
            for (int x = 0; x < width; x++) {
                read(rgb, 3 * x, deep, lab, 0);
                double root = Math.sqrt(Math.sqrt(border.squaredDistance(lab, 0)));
                values[to + x] = (char) Math.min(maxLevel, (int) (root * scale + 0.5));
            }
        });
    }

    private static void read(int[] rgb, int from, boolean deep, float[] lab, int to) {
        if (deep) {
            LabTable.ofDeep(rgb[from], rgb[from + 1], rgb[from + 2], lab, to);
        } else {
            LabTable.of(rgb[from], rgb[from + 1], rgb[from + 2], lab, to);
        }
    }

    private static ColorNormal border(Image image, PixelWeights weights) {
        int width = image.width();
        int height = image.height();
        int band = Math.max(1, (int) (BAND * Math.min(width, height)));
        float[] colors = colors(image, weights, band);
        if (colors.length == 0) {
            colors = colors(image, weights, Math.max(width, height));
        }
        ColorNormal normal = new ColorNormal();
        for (int i = 0; i < colors.length; i += 3) {
            normal.add(colors, i, 1);
        }
        normal.estimate(VARIANCE);
        normal.centre(median(colors, 0), median(colors, 1), median(colors, 2));
        return normal;
    }

    /// The Lab colours of a band, of every n-th row and column, so that there are not too many.
    private static float[] colors(Image image, PixelWeights weights, int band) {
        int width = image.width();
        int height = image.height();
        long inner = Math.max(0L, width - 2L * band) * Math.max(0, height - 2 * band);
        int step = (int) Math.max(1, Math.round(Math.sqrt(((long) width * height - inner) / (double) SAMPLE)));
        float[] colors = new float[3 * Math.ceilDiv(width, step) * Math.ceilDiv(height, step)];
        int[] rgb = new int[3 * width];
        int n = 0;
        for (int y = 0; y < height; y += step) {
            RgbRows.read(image, y, rgb);
            boolean across = y < band || y >= height - band;
            for (int x = 0; x < width; x += step) {
                if ((across || x < band || x >= width - band) && weights.of(x, y) > 0) {
                    read(rgb, 3 * x, image.bitDepth() == 16, colors, n);
                    n += 3;
                }
            }
        }
        return Arrays.copyOf(colors, n);
    }

    private static float median(float[] colors, int component) {
        float[] values = new float[colors.length / 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = colors[3 * i + component];
        }
        Arrays.sort(values);
        int n = values.length;
        return (values[(n - 1) / 2] + values[n / 2]) / 2;
    }
}
