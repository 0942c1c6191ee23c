package hadamask.segment.cut;

import hadamask.image.Rectangle;
import hadamask.segment.color.Exponential;

/// What the place of a pixel says of its colour: ground lies in layers, sky above and grass below, so of the parts of a mixture those
/// count that are near.
///
/// The density of a colour c at a place x is `sum over parts k of s_k(x) N_k(c)` in place of `s_k N_k(c)`: mixing shares that depend
/// on the place, as in S. Sanjay-Gopal, T. Hebert, "Bayesian pixel classification using spatially variant finite mixtures and
/// the generalized EM algorithm", IEEE Transactions on Image Processing 7, 1998. Here `s_k(x)` is 0.95 of the share of part k
/// around x, with the weights of a normal curve that is half as wide as the box and a tenth as high, and 0.05 of its share
/// everywhere, so that no colour of the ground is impossible.
final class LocalShares {
    private static final double LOCAL = 0.95;
    /// The deviations of what is around a pixel as parts of the width and height of the box.
    private static final double AROUND_X = 0.5;
    private static final double AROUND_Y = 0.1;
    /// Shares are the same within squares of so many pixels of a side.
    private static final int CELL = 6;
    /// What a cell counts however far away, so that each has something around it.
    private static final double FARTHEST = 1e-9;

    private final int columns;
    private final int rows;
    private final int width;

    private LocalShares(int width, int height) {
        this.width = width;
        columns = (width + CELL - 1) / CELL;
        rows = (height + CELL - 1) / CELL;
    }

    /// How much more probable each pixel of a box has its colour at its place than anywhere, in nats.
    ///
    /// @param mixture of the colours of the palette
    /// @param weights what each pixel counted for the mixture, at least one more than 0
    /// @param box in pixels; outside of it the result is 0
    static float[] gains(ColorMixture mixture, Palette palette, float[] weights, int width, Rectangle box) {
        LocalShares shares = new LocalShares(width, weights.length / width);
        float[] parts = mixture.parts();
        int count = parts.length / palette.count();
        double[][] cells = shares.cells(palette, parts, count, weights);
        double[] all = new double[count + 1];
        for (int k = 0; k <= count; k++) {
            for (double cell : cells[k]) {
                all[k] += cell;
            }
            cells[k] = shares.spread(cells[k], AROUND_X * box.width() / CELL, AROUND_Y * box.height() / CELL);
        }
        return shares.gains(palette, parts, shares.ratios(cells, all), box);
    }

    /// For each part the sum of what it has of the pixels of each cell; behind the parts that of all.
    private double[][] cells(Palette palette, float[] parts, int count, float[] weights) {
        double[][] cells = new double[count + 1][columns * rows];
        for (int i = 0; i < weights.length; i++) {
            int cell = i / width / CELL * columns + i % width / CELL;
            int color = palette.ofPixel()[i] * count;
            for (int k = 0; k < count; k++) {
                cells[k][cell] += weights[i] * parts[color + k];
            }
            cells[count][cell] += weights[i];
        }
        return cells;
    }

    /// The sums of a grid with the weights of a normal curve around each cell.
    private double[] spread(double[] cells, double sigmaX, double sigmaY) {
        double[] across = curve(columns, sigmaX);
        double[] down = curve(rows, sigmaY);
        double[] wide = new double[cells.length];
        for (int y = 0, i = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++, i++) {
                for (int from = 0; from < columns; from++) {
                    wide[i] += across[Math.abs(from - x)] * cells[y * columns + from];
                }
            }
        }
        double[] spread = new double[cells.length];
        for (int y = 0, i = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++, i++) {
                for (int from = 0; from < rows; from++) {
                    spread[i] += down[Math.abs(from - y)] * wide[from * columns + x];
                }
            }
        }
        return spread;
    }

    private static double[] curve(int length, double sigma) {
        double[] curve = new double[length];
        for (int i = 0; i < length; i++) {
            curve[i] = Exponential.of((float) (-i * i / (2 * sigma * sigma))) + FARTHEST;
        }
        return curve;
    }

    /// The share of each part at each cell, over its share everywhere: cell by cell, part by part.
    private float[] ratios(double[][] near, double[] all) {
        int count = all.length - 1;
        float[] ratios = new float[count * columns * rows];
        for (int cell = 0; cell < columns * rows; cell++) {
            for (int k = 0; k < count; k++) {
                double ratio = all[k] > 0 ? near[k][cell] / near[count][cell] * all[count] / all[k] : 1;
                ratios[cell * count + k] = (float) (1 - LOCAL + LOCAL * ratio);
            }
        }
        return ratios;
    }

    private float[] gains(Palette palette, float[] parts, float[] ratios, Rectangle box) {
        float[] gains = new float[palette.ofPixel().length];
        int count = parts.length / palette.count();
        for (int y = box.y(); y < box.y() + box.height(); y++) {
            for (int x = box.x(); x < box.x() + box.width(); x++) {
                int i = y * width + x;
                int cell = (y / CELL * columns + x / CELL) * count;
                int color = palette.ofPixel()[i] * count;
                float sum = 0;
                for (int k = 0; k < count; k++) {
                    sum += parts[color + k] * ratios[cell + k];
                }
                gains[i] = (float) StrictMath.log(sum);
            }
        }
        return gains;
    }
}
