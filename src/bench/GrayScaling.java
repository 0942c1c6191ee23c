import java.awt.image.BufferedImage;
import java.util.Arrays;

/// Scales greys of 8 bits bilinearly: a mean weighted by a triangle, which is as wide as two pixels of the smaller picture.
///
/// Rows are scaled first and rounded, then columns, by weights of 22 bits: what Pillow's `resize` with `BILINEAR` makes.
final class GrayScaling {
    /// A weight of 1.
    private static final int ONE = 1 << 22;

    private final int width;
    private final int height;
    private final int[][] columns;
    private final int[] firstColumns;
    private final int[][] rows;
    private final int[] firstRows;

    GrayScaling(int width, int height, int newWidth, int newHeight) {
        this.width = width;
        this.height = height;
        firstColumns = new int[newWidth];
        columns = weights(width, firstColumns);
        firstRows = new int[newHeight];
        rows = weights(height, firstRows);
    }

    /// The greys of a picture that is grey, of 1 to 8 bits.
    static byte[] samples(BufferedImage picture) {
        int width = picture.getWidth();
        byte[] samples = new byte[width * picture.getHeight()];
        int largest = (1 << picture.getColorModel().getComponentSize(0)) - 1;
        if (picture.getRaster().getNumBands() != 1) {
            throw new IllegalArgumentException("a mask in colours");
        }
        for (int i = 0; i < samples.length; i++) {
            // of a palette of black and white the colour, of greys the sample, whose colour would be that of linear light
            samples[i] = (byte) (picture.getType() == BufferedImage.TYPE_BYTE_GRAY
                    ? picture.getRaster().getSample(i % width, i / width, 0) * 255 / largest
                    : picture.getRGB(i % width, i / width) & 0xFF);
        }
        return samples;
    }

    /// @param grays row by row
    byte[] of(byte[] grays) {
        byte[] wide = new byte[columns.length * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < columns.length; x++) {
                wide[y * columns.length + x] = mean(grays, y * width + firstColumns[x], 1, columns[x]);
            }
        }
        byte[] scaled = new byte[columns.length * rows.length];
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < columns.length; x++) {
                scaled[y * columns.length + x] = mean(wide, firstRows[y] * columns.length + x, columns.length, rows[y]);
            }
        }
        return scaled;
    }

    private static byte mean(byte[] grays, int from, int step, int[] weights) {
        int sum = ONE / 2;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (grays[from + i * step] & 0xFF);
        }
        return (byte) (sum / ONE);
    }

    /// The weights of the old pixels for each new one.
    ///
    /// @param firsts receives the place of the first old pixel that has a weight
    private static int[][] weights(int old, int[] firsts) {
        double step = old / (double) firsts.length;
        double reach = Math.max(1, step);
        int[][] weights = new int[firsts.length][];
        for (int i = 0; i < firsts.length; i++) {
            double middle = (i + 0.5) * step;
            firsts[i] = Math.max(0, (int) (middle - reach + 0.5));
            int end = Math.min(old, (int) (middle + reach + 0.5));
            double[] shares = new double[end - firsts[i]];
            for (int j = 0; j < shares.length; j++) {
                shares[j] = Math.max(0, 1 - Math.abs(j + firsts[i] + 0.5 - middle) / reach);
            }
            double sum = Arrays.stream(shares).sum();
            weights[i] = Arrays.stream(shares).mapToInt(share -> (int) (share / sum * ONE + 0.5)).toArray();
        }
        return weights;
    }
}
