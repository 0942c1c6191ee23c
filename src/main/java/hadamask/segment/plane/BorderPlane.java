package hadamask.segment.plane;

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

    /// In which a median is looked for.
    private static final int BINS = 4096;

    private static final int DEEP_MAX = 0xFFFF;
    private static final int DROPPED_BITS = 12;
    /// Below 2^-60 the root is less than half a level, of 16 bits as well.
    private static final int FIRST_PLACE = Float.floatToRawIntBits(0x1p-60f) >> DROPPED_BITS;
    private static final int PLACES = (Float.floatToRawIntBits(0x1p16f) >> DROPPED_BITS) - FIRST_PLACE;

    @Override
    public int memory() {
        return StoredLevels.MEMORY;
    }

    @Override
    public Levels of(Image image, PixelWeights weights) {
        ColorNormal border = border(image, weights);
        boolean deep = image.bitDepth() == 16;
        int maxLevel = deep ? DEEP_MAX : LabTable.MAX_LEVEL;
        char[] levels = rootLevels(maxLevel);
        int width = image.width();
        return StoredLevels.of(width, image.height(), maxLevel, () -> {
            int[] colors = new int[deep ? 3 * width : width];
            float[] squared = new float[width];
            return (y, values, to) -> {
                if (deep) {
                    RgbRows.read(image, y, colors);
                    deepDistances(colors, border, squared);
                } else {
                    RgbRows.readPacked(image, y, colors);
                    border.squaredDistances(colors, squared);
                }
                for (int x = 0; x < width; x++) {
                    values[to + x] = levels[place(squared[x])];
                }
            };
        });
    }

    private static void deepDistances(int[] rgb, ColorNormal border, float[] squared) {
        float[] lab = new float[3];
        for (int x = 0, i = 0; x < squared.length; x++, i += 3) {
            LabTable.ofDeep(rgb[i], rgb[i + 1], rgb[i + 2], lab, 0);
            squared[x] = (float) border.squaredDistance(lab, 0);
        }
    }

    /// The place of a squared distance in the table of levels: its exponent and the first bits of its fraction.
    private static int place(float squared) {
        int place = (Float.floatToRawIntBits(squared) >> DROPPED_BITS) - FIRST_PLACE;
        return place < 0 ? 0 : Math.min(place, PLACES - 1);
    }

    /// The levels of the fourth roots of squared distances, which take longer than all else of a pixel. They err by less than
    /// a 10,000th of the root.
    private static char[] rootLevels(int maxLevel) {
        char[] levels = new char[PLACES];
        for (int place = 1; place < PLACES; place++) {
            // the middle of all that share the place
            float squared = Float.intBitsToFloat(
                    ((place + FIRST_PLACE) << DROPPED_BITS) + (1 << (DROPPED_BITS - 1)));
            levels[place] = (char) Math.min(maxLevel,
                    (int) (Math.sqrt(Math.sqrt(squared)) * maxLevel / LARGEST + 0.5));
        }
        return levels;
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

    /// The median of a component; of an even number the mean of the two in the middle. Only values that share a bin with it are
    /// sorted.
    private static float median(float[] colors, int component) {
        int n = colors.length / 3;
        int[] counts = new int[BINS];
        for (int i = component; i < colors.length; i += 3) {
            counts[bin(colors[i])]++;
        }
        int below = 0;
        int first = 0;
        while (below + counts[first] <= (n - 1) / 2) {
            below += counts[first++];
        }
        int last = first;
        int through = below + counts[first];
        while (through <= n / 2) {
            through += counts[++last];
        }
        float[] middle = new float[through - below];
        for (int i = component, m = 0; i < colors.length; i += 3) {
            int bin = bin(colors[i]);
            if (bin >= first && bin <= last) {
                middle[m++] = colors[i];
            }
        }
        Arrays.sort(middle);
        return (middle[(n - 1) / 2 - below] + middle[n / 2 - below]) / 2;
    }

    /// Equal bins over all of Lab.
    private static int bin(float value) {
        return (int) ((value + 128) * (BINS / 256));
    }
}
