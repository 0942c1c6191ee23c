package hadamask.plot;

import hadamask.parallel.RowBands;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// A picture at another size: each pixel is the mean of the area that it covers, weighted exactly.
///
/// Nothing is skipped and nothing is invented: a picture that grows by a whole number keeps sharp pixels. Memory: a row of
/// the source for each thread, and the result.
final class AreaAverage {
    /// Pixels that are asked for row by row, by several threads.
    interface Pixels {
        /// Writes a row.
        ///
        /// @param argb receives alpha, red, green and blue of each column, 8 bits each, colours not premultiplied
        void row(int y, int[] argb);
    }

    private static final int CHANNELS = 4;
    private static final int ROWS_PER_BAND = 16;

    private final int width;
    private final int height;
    private final Pixels pixels;
    private final Dimension size;

    private AreaAverage(int width, int height, Pixels pixels, Dimension size) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
        this.size = size;
    }

    /// @param width columns of the pixels
    /// @param height rows of the pixels
    /// @param size of the result
    static BufferedImage of(int width, int height, Pixels pixels, Dimension size) {
        return new AreaAverage(width, height, pixels, size).drawn();
    }

    /// The largest size that keeps the proportions and fits; small pictures grow by a whole number. What would be too
    /// narrow to be seen is stretched to `least`.
    static Dimension fitting(int width, int height, Dimension room, int least) {
        if (width <= room.width && height <= room.height) {
            int factor = Math.min(room.width / width, room.height / height);
            return stretched(width, height, width * factor, height * factor, least);
        }
        double scale = Math.min(room.width / (double) width, room.height / (double) height);
        return stretched(width, height, (int) Math.round(width * scale), (int) Math.round(height * scale), least);
    }

    private static Dimension stretched(int width, int height, int shownWidth, int shownHeight, int least) {
        return new Dimension(side(width, shownWidth, least), side(height, shownHeight, least));
    }

    private static int side(int pixels, int shown, int least) {
        if (shown >= least) {
            return shown;
        }
        return pixels >= least ? least : least / pixels * pixels;
    }

    private BufferedImage drawn() {
        BufferedImage image = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] target = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        RowBands.forEachRow(size.height, ROWS_PER_BAND, ty -> drawRow(ty, target));
        return image;
    }

    /// A source pixel y covers `[y size.height, (y + 1) size.height)`, a row of the result `[ty height, (ty + 1) height)`:
    /// whole numbers, on the same scale.
    private void drawRow(int ty, int[] target) {
        long from = (long) ty * height;
        long end = from + height;
        long[] sums = new long[CHANNELS * size.width];
        int[] row = new int[width];
        for (long y = from / size.height; y * size.height < end; y++) {
            long weight = Math.min(end, (y + 1) * size.height) - Math.max(from, y * size.height);
            pixels.row((int) y, row);
            addRow(row, weight, sums);
        }
        long area = (long) width * height;
        for (int tx = 0; tx < size.width; tx++) {
            int argb = rounded(sums[CHANNELS * tx], area);
            for (int c = 1; c < CHANNELS; c++) {
                argb = argb << 8 | rounded(sums[CHANNELS * tx + c], area * 255);
            }
            target[ty * size.width + tx] = argb;
        }
    }

    private void addRow(int[] row, long weight, long[] sums) {
        for (int tx = 0; tx < size.width; tx++) {
            long from = (long) tx * width;
            long end = from + width;
            int first = (int) (from / size.width);
            int last = (int) ((end - 1) / size.width);
            long a = 0;
            long r = 0;
            long g = 0;
            long b = 0;
            for (int x = first; x <= last; x++) {
                long covered = size.width;
                if (x == first || x == last) {
                    covered = Math.min(end, (x + 1L) * size.width) - Math.max(from, (long) x * size.width);
                }
                int argb = row[x];
                long opaque = covered * (argb >>> 24);
                a += opaque;
                r += opaque * (argb >> 16 & 0xFF);
                g += opaque * (argb >> 8 & 0xFF);
                b += opaque * (argb & 0xFF);
            }
            int i = CHANNELS * tx;
            sums[i] += weight * a;
            sums[i + 1] += weight * r;
            sums[i + 2] += weight * g;
            sums[i + 3] += weight * b;
        }
    }

    private static int rounded(long sum, long of) {
        return (int) ((sum + of / 2) / of);
    }
}
