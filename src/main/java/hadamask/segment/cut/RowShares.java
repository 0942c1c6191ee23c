package hadamask.segment.cut;

import hadamask.segment.color.Exponential;
import hadamask.segment.color.Logarithm;

/// What the height of a pixel says of its colour: ground lies in layers, sky above and grass below, so of the parts of a mixture those
/// count that are seen at the same height. What is between the legs of a horse is on its left and on its right, too.
///
/// The density of a colour c in row y is `sum over parts k of s_k(y) N_k(c)` in place of `s_k N_k(c)`: mixing shares that depend
/// on the place, as in S. Sanjay-Gopal, T. Hebert, "Bayesian pixel classification using spatially variant finite mixtures and
/// the generalized EM algorithm", IEEE Transactions on Image Processing 7, 1998. Here `s_k(y)` is 0.95 of the share of part k in
/// the rows around y, with the weights of a normal curve whose deviation is 0.03 of the longer side, and 0.05 of its share everywhere, so
/// that no colour of the ground is impossible.
final class RowShares {
    private static final double LOCAL = 0.95;
    /// The deviation of the rows around a pixel, as a part of the longer side.
    private static final double NEAR = 0.03;
    /// What a row counts however far away, so that each has something around it.
    private static final double FARTHEST = 1e-9;

    private final Palette palette;
    private final int width;
    private final int height;
    private final float[] parts;
    private final int count;

    /// @param parts what each part of the mixture has of the density at each colour, colour by colour
    private RowShares(Palette palette, int width, float[] parts) {
        this.palette = palette;
        this.width = width;
        height = palette.ofPixel().length / width;
        this.parts = parts;
        count = parts.length / palette.count();
    }

    /// How much more probable each pixel has its colour in its row than anywhere, in nats.
    ///
    /// @param mixture of the colours of the palette
    /// @param weights what each pixel counted for the mixture, at least one more than 0
    /// @param width of the picture
    static float[] gains(ColorMixture mixture, Palette palette, float[] weights, int width) {
        RowShares shares = new RowShares(palette, width, mixture.parts());
        return shares.gains(shares.ratios(shares.sums(weights)));
    }

    /// For each part what it has of the pixels of each row; behind the parts that of all.
    private double[][] sums(float[] weights) {
        double[][] sums = new double[count + 1][height];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                int color = palette.ofPixel()[i] * count;
                for (int k = 0; k < count; k++) {
                    sums[k][y] += weights[i] * parts[color + k];
                }
                sums[count][y] += weights[i];
            }
        }
        return sums;
    }

    /// The share of each part around each row, over its share everywhere: row by row, part by part.
    private float[] ratios(double[][] sums) {
        double[][] near = new double[count + 1][];
        double[] all = new double[count + 1];
        double[] curve = curve();
        for (int k = 0; k <= count; k++) {
            near[k] = spread(sums[k], curve);
            for (double row : sums[k]) {
                all[k] += row;
            }
        }
        float[] ratios = new float[count * height];
        for (int y = 0; y < height; y++) {
            for (int k = 0; k < count; k++) {
                double ratio = all[k] > 0 ? near[k][y] / near[count][y] * all[count] / all[k] : 1;
                ratios[y * count + k] = (float) (1 - LOCAL + LOCAL * ratio);
            }
        }
        return ratios;
    }

    /// What rows count by their distance.
    private double[] curve() {
        double sigma = NEAR * Math.max(width, height);
        double[] curve = new double[height];
        for (int i = 0; i < height; i++) {
            curve[i] = Exponential.of((float) (-i * i / (2 * sigma * sigma))) + FARTHEST;
        }
        return curve;
    }

    private static double[] spread(double[] rows, double[] curve) {
        double[] spread = new double[rows.length];
        for (int y = 0; y < rows.length; y++) {
            for (int from = 0; from < rows.length; from++) {
                spread[y] += curve[Math.abs(from - y)] * rows[from];
            }
        }
        return spread;
    }

    private float[] gains(float[] ratios) {
        float[] gains = new float[palette.ofPixel().length];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                int color = palette.ofPixel()[i] * count;
                float sum = 0;
                for (int k = 0; k < count; k++) {
                    sum += parts[color + k] * ratios[y * count + k];
                }
                gains[i] = Logarithm.of(sum);
            }
        }
        return gains;
    }
}
