package hadamask.segment.cut;

import hadamask.image.Rectangle;
import hadamask.segment.color.Exponential;
import hadamask.segment.color.Logarithm;

/// What the place of a pixel says of its colour: ground lies in layers, sky above and grass below, so of the parts of a mixture those
/// count that are near.
///
/// The density of a colour c at a place x is `sum over parts k of s_k(x) N_k(c)` in place of `s_k N_k(c)`: mixing shares that depend
/// on the place, as in S. Sanjay-Gopal, T. Hebert, "Bayesian pixel classification using spatially variant finite mixtures and
/// the generalized EM algorithm", IEEE Transactions on Image Processing 7, 1998. Here `s_k(x)` is 0.95 of the share of part k
/// around x, with the weights of a normal curve, and 0.05 of its share everywhere, so that no colour of the ground is impossible. With a
/// box the curve is half as wide as that and a tenth as high. Without one it is as wide as the picture, and its deviation is 0.03 of the longer
/// side: what is seen between the legs of a horse is seen on its left and on its right at the same height, too.
final class LocalShares {
    private static final double LOCAL = 0.95;
    /// The deviations of what is around a pixel as parts of the width and height of the box.
    private static final double AROUND_X = 0.5;
    private static final double AROUND_Y = 0.1;
    /// The deviation where all of a row is near, as a part of the longer side.
    private static final double NEAR_ROWS = 0.03;
    /// With a box, shares are the same within squares of so many pixels of a side.
    private static final int CELL = 6;
    /// What a cell counts however far away, so that each has something around it.
    private static final double FARTHEST = 1e-9;

    private final int width;
    private final int cellWidth;
    private final int cellHeight;
    private final int columns;
    private final int rows;

    private LocalShares(int width, int height, int cellWidth, int cellHeight) {
        this.width = width;
        this.cellWidth = cellWidth;
        this.cellHeight = cellHeight;
        columns = (width + cellWidth - 1) / cellWidth;
        rows = (height + cellHeight - 1) / cellHeight;
    }

    /// How much more probable each pixel of a box has its colour at its place than anywhere, in nats.
    ///
    /// @param mixture of the colours of the palette
    /// @param weights what each pixel counted for the mixture, at least one more than 0
    /// @param box in pixels; outside of it the result is 0
    static float[] gains(ColorMixture mixture, Palette palette, float[] weights, int width, Rectangle box) {
        return new LocalShares(width, weights.length / width, CELL, CELL).gains(mixture, palette, weights, box,
                AROUND_X * box.width() / CELL, AROUND_Y * box.height() / CELL);
    }

    /// The same of all pixels of a picture, whose rows are layers: as far as what is at the same height is near.
    ///
    /// @param mixture of the colours of the palette
    /// @param weights what each pixel counted for the mixture, at least one more than 0
    static float[] gainsInRows(ColorMixture mixture, Palette palette, float[] weights, int width) {
        int height = weights.length / width;
        return new LocalShares(width, height, width, 1).gains(mixture, palette, weights,
                new Rectangle(0, 0, width, height), 1, NEAR_ROWS * Math.max(width, height));
    }

    /// @param sigmaX the deviation of what is around a pixel, in cells
    /// @param sigmaY likewise
    private float[] gains(ColorMixture mixture, Palette palette, float[] weights, Rectangle box, double sigmaX,
            double sigmaY) {
        float[] parts = mixture.parts();
        int count = parts.length / palette.count();
        double[][] cells = cells(palette, parts, count, weights);
        double[] all = new double[count + 1];
        for (int k = 0; k <= count; k++) {
            for (double cell : cells[k]) {
                all[k] += cell;
            }
            cells[k] = spread(cells[k], sigmaX, sigmaY);
        }
        return gains(palette, parts, ratios(cells, all), box);
    }

    /// For each part the sum of what it has of the pixels of each cell; behind the parts that of all.
    private double[][] cells(Palette palette, float[] parts, int count, float[] weights) {
        double[][] cells = new double[count + 1][columns * rows];
        for (int i = 0; i < weights.length; i++) {
            int cell = i / width / cellHeight * columns + i % width / cellWidth;
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
                int cell = (y / cellHeight * columns + x / cellWidth) * count;
                int color = palette.ofPixel()[i] * count;
                float sum = 0;
                for (int k = 0; k < count; k++) {
                    sum += parts[color + k] * ratios[cell + k];
                }
                gains[i] = Logarithm.of(sum);
            }
        }
        return gains;
    }
}
