package hadamask.segment.cluster;

import hadamask.image.Image;
import hadamask.parallel.RowBands;
import hadamask.segment.color.RgbRows;
import hadamask.segment.plane.PixelWeights;
import java.util.Arrays;

/// The colours of an image in 32 x 32 x 32 cells, and the mean colour of each that occurs.
///
/// The cells part the range of each sample that occurs, so that dark images of 16 bits have as many colours as others. Where
/// alpha counts, a pixel counts as much as can be seen of it. Memory: 1 MB for each thread, whatever the image.
public final class ColorHistogram {
    private static final int SIDE = 32;
    private static final int ROWS_PER_BAND = 256;

    private final int[][] parts;
    private final int[] cells;
    private final long[] counts;
    private final float[] colors;

    private ColorHistogram(int[][] parts, long[] sums, int white) {
        this.parts = parts;
        int all = SIDE * SIDE * SIDE;
        cells = new int[all];
        long[] found = new long[all];
        float[] means = new float[3 * all];
        int n = 0;
        for (int cell = 0; cell < all; cell++) {
            long count = sums[4 * cell];
            cells[cell] = count > 0 ? n : -1;
            if (count > 0) {
                found[n] = count;
                for (int c = 0; c < 3; c++) {
                    means[3 * n + c] = (float) (255.0 * sums[4 * cell + 1 + c] / count / white);
                }
                n++;
            }
        }
        counts = Arrays.copyOf(found, n);
        colors = Arrays.copyOf(means, 3 * n);
    }

    /// Counts the colours of an image.
    ///
    /// @param weights how much each of its pixels counts
    public static ColorHistogram of(Image image, PixelWeights weights) {
        int[] least = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] most = new int[3];
        RowBands.forEach(image.height(), ROWS_PER_BAND, (first, end) -> {
            int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
            int[] high = new int[3];
            int[] rgb = new int[3 * image.width()];
            for (int y = first; y < end; y++) {
                RgbRows.read(image, y, rgb);
                for (int x = 0, i = 0; i < rgb.length; x++, i += 3) {
                    if (weights.areEqual() || weights.of(x, y) > 0) {
                        for (int c = 0; c < 3; c++) {
                            int sample = rgb[i + c];
                            low[c] = sample < low[c] ? sample : low[c];
                            high[c] = sample > high[c] ? sample : high[c];
                        }
                    }
                }
            }
            synchronized (most) {
                for (int c = 0; c < 3; c++) {
                    least[c] = Math.min(least[c], low[c]);
                    most[c] = Math.max(most[c], high[c]);
                }
            }
        });
        int[][] parts = new int[3][image.maxSample() + 1];
        for (int c = 0, unit = SIDE * SIDE; c < 3; c++, unit /= SIDE) {
            for (int sample = 0; sample < parts[c].length; sample++) {
                parts[c][sample] = unit * part(sample, least[c], most[c] - least[c] + 1);
            }
        }
        return counted(image, weights, parts);
    }

    private static ColorHistogram counted(Image image, PixelWeights weights, int[][] parts) {
        long[] total = new long[4 * SIDE * SIDE * SIDE];
        RowBands.forEach(image.height(), 4 * ROWS_PER_BAND, (first, end) -> {
            long[] sums = new long[total.length];
            int[] rgb = new int[3 * image.width()];
            for (int y = first; y < end; y++) {
                RgbRows.read(image, y, rgb);
                for (int x = 0, i = 0; i < rgb.length; x++, i += 3) {
                    int weight = weights.areEqual() ? 1 : weights.of(x, y);
                    if (weight > 0) {
                        int at = 4 * cell(rgb, i, parts);
                        sums[at] += weight;
                        sums[at + 1] += (long) weight * rgb[i];
                        sums[at + 2] += (long) weight * rgb[i + 1];
                        sums[at + 3] += (long) weight * rgb[i + 2];
                    }
                }
            }
            synchronized (total) {
                for (int i = 0; i < total.length; i++) {
                    total[i] += sums[i];
                }
            }
        });
        return new ColorHistogram(parts, total, image.maxSample());
    }

    /// @param parts what a sample of red, green and blue adds to the number of its cell
    private static int cell(int[] rgb, int at, int[][] parts) {
        return parts[0][rgb[at]] + parts[1][rgb[at + 1]] + parts[2][rgb[at + 2]];
    }

    private static int part(int sample, int least, int range) {
        // What is transparent may lie outside of the range.
        return Math.clamp((long) (sample - least) * SIDE / range, 0, SIDE - 1);
    }

    /// The number of cells that occur.
    public int size() {
        return counts.length;
    }

    /// How much the pixels of each cell count, in parts of a pixel.
    public long[] counts() {
        return counts;
    }

    /// The mean red, green and blue of each cell, from 0 to 255, one after the other.
    public float[] colors() {
        return colors;
    }

    /// The cell of a pixel; -1 where nothing that can be seen has its colour.
    ///
    /// @param rgb samples, from place `at` on
    public int of(int[] rgb, int at) {
        return cells[cell(rgb, at, parts)];
    }
}
