package hadamask.segment.cut;

import hadamask.segment.color.ReducedPicture;
import java.util.Arrays;

/// The colours of a picture, like ones put together: what mixtures are fitted to, some thousand colours in place of all pixels.
///
/// A colour is a cell of 8 x 8 x 8 levels of sRGB; its Lab is the mean of its pixels.
///
/// @param count the number of colours
/// @param lab L, a, b of each colour; not copied
/// @param ofPixel the colour of each pixel; not copied
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record Palette(int count, float[] lab, int[] ofPixel) {
    private static final int BITS = 5;

    static Palette of(ReducedPicture picture) {
        int[] ofCell = new int[1 << (3 * BITS)];
        Arrays.fill(ofCell, -1);
        int[] ofPixel = new int[picture.size()];
        float[] rgb = picture.rgb();
        int count = 0;
        for (int i = 0; i < ofPixel.length; i++) {
            int cell = level(rgb[3 * i]) << (2 * BITS) | level(rgb[3 * i + 1]) << BITS | level(rgb[3 * i + 2]);
            if (ofCell[cell] < 0) {
                ofCell[cell] = count++;
            }
            ofPixel[i] = ofCell[cell];
        }
        return new Palette(count, means(picture.lab(), ofPixel, count), ofPixel);
    }

    private static int level(float sample) {
        return Math.min((int) sample, 255) >> (8 - BITS);
    }

    private static float[] means(float[] lab, int[] ofPixel, int count) {
        double[] sums = new double[3 * count];
        int[] sizes = new int[count];
        for (int i = 0; i < ofPixel.length; i++) {
            int c = ofPixel[i];
            sizes[c]++;
            sums[3 * c] += lab[3 * i];
            sums[3 * c + 1] += lab[3 * i + 1];
            sums[3 * c + 2] += lab[3 * i + 2];
        }
        float[] means = new float[3 * count];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sums[i] / sizes[i / 3]);
        }
        return means;
    }

    /// The sum of a number per pixel over the pixels of each colour.
    double[] sums(float[] ofPixels) {
        double[] sums = new double[count];
        for (int i = 0; i < ofPixel.length; i++) {
            sums[ofPixel[i]] += ofPixels[i];
        }
        return sums;
    }
}
