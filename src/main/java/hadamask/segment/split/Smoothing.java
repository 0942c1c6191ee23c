package hadamask.segment.split;

import java.util.Arrays;

/// A Gaussian over a picture of numbers, which goes on beyond its border as it ends there.
///
/// It is cut off at three standard deviations, and done along rows, then along columns.
final class Smoothing {
    private final float[] kernel;
    private final int reach;

    /// @param deviation of the Gaussian in pixels, above 0
    Smoothing(double deviation) {
        reach = (int) Math.ceil(3 * deviation);
        double[] weights = new double[reach + 1];
        double sum = 0;
        for (int i = 0; i <= reach; i++) {
            weights[i] = Math.exp(-i * i / (2 * deviation * deviation));
            sum += i == 0 ? weights[i] : 2 * weights[i];
        }
        kernel = new float[reach + 1];
        for (int i = 0; i <= reach; i++) {
            kernel[i] = (float) (weights[i] / sum);
        }
    }

    /// Smooths a picture in its place. Memory: a few rows.
    void smooth(float[] values, int width, int height) {
        float[] line = new float[width + 2 * reach];
        for (int y = 0; y < height; y++) {
            System.arraycopy(values, y * width, line, reach, width);
            Arrays.fill(line, 0, reach, line[reach]);
            Arrays.fill(line, reach + width, line.length, line[reach + width - 1]);
            for (int x = 0; x < width; x++) {
                float sum = kernel[0] * line[x + reach];
                for (int i = 1; i <= reach; i++) {
                    sum += kernel[i] * (line[x + reach - i] + line[x + reach + i]);
                }
                values[y * width + x] = sum;
            }
        }
        alongColumns(values, width, height);
    }

    /// Row by row, with the rows above kept as they were: sums of whole rows run over consecutive numbers.
    private void alongColumns(float[] values, int width, int height) {
        float[][] before = new float[reach + 1][width];
        float[] sum = new float[width];
        for (int y = 0; y < height; y++) {
            System.arraycopy(values, y * width, before[y % (reach + 1)], 0, width);
            Arrays.fill(sum, 0);
            add(sum, kernel[0], values, y * width);
            for (int i = 1; i <= reach; i++) {
                add(sum, kernel[i], before[Math.max(0, y - i) % (reach + 1)], 0);
                add(sum, kernel[i], values, Math.min(height - 1, y + i) * width);
            }
            System.arraycopy(sum, 0, values, y * width, width);
        }
    }

    private static void add(float[] sum, float factor, float[] row, int from) {
        for (int x = 0; x < sum.length; x++) {
            sum[x] += factor * row[from + x];
        }
    }
}
