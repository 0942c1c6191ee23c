package hadamask.segment.color;

import hadamask.image.Image;
import hadamask.parallel.RowBands;

/// A picture of few pixels, as sRGB and as Lab, in which an object is looked for: area averages of an image.
///
/// Pixel i of `width * height`, row by row, has the colours `rgb[3 * i]` and following, each from 0 to 255, and
/// `lab[3 * i]` and following as [Lab] gives them. An image that is small enough already is taken as it is.
///
/// @param rgb red, green, blue of each pixel; not copied
/// @param lab L, a, b of each pixel; not copied
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
public record ReducedPicture(int width, int height, float[] rgb, float[] lab) {
    /// Pixels from which the rows of the result are made by several threads.
    private static final long WORTH_A_POOL = 1_000_000;
    private static final int ROWS_PER_BAND = 8;

    /// Reduces an image; it is never enlarged.
    ///
    /// @param longerSide the most columns and rows of the result, at least 1
    public static ReducedPicture of(Image image, int longerSide) {
        ReducedPicture picture = withoutLab(image, longerSide);
        return new ReducedPicture(picture.width, picture.height, picture.rgb, labOf(picture.rgb));
    }

    /// Reduces an image of which nobody asks the colours in Lab: there are none.
    ///
    /// @param longerSide the most columns and rows of the result, at least 1
    public static ReducedPicture withoutLab(Image image, int longerSide) {
        int longer = Math.max(image.width(), image.height());
        int width = longer <= longerSide ? image.width() : reduced(image.width(), longerSide, longer);
        int height = longer <= longerSide ? image.height() : reduced(image.height(), longerSide, longer);
        return new ReducedPicture(width, height, rgb(image, width, height), new float[0]);
    }

    /// Red, green and blue of an image in fewer columns and rows, each from 0 to 255.
    ///
    /// @param width at most that of the image
    /// @param height at most that of the image
    public static float[] rgb(Image image, int width, int height) {
        float[] rgb = new float[3 * width * height];
        int rowsPerBand = (long) image.width() * image.height() < WORTH_A_POOL ? height : ROWS_PER_BAND;
        RowBands.forEachRow(height, rowsPerBand, y -> average(image, width, height, y, rgb));
        return rgb;
    }

    private static int reduced(int side, int longerSide, int longer) {
        return (int) Math.max(1, ((long) side * longerSide + longer / 2) / longer);
    }

    /// The number of pixels.
    public int size() {
        return width * height;
    }

    /// One row of the result: the mean of each rectangle of the image, pixels on its rim counted in part.
    ///
    /// Row y of the result covers the image from `y / height` to `(y + 1) / height` of it. In steps of `1 / (rows of the
    /// image * height)` that is whole numbers, and all sums are exact.
    private static void average(Image image, int width, int height, int y, float[] rgb) {
        int[] row = new int[3 * image.width()];
        long[] sums = new long[3 * width];
        double[] total = new double[3 * width];
        long top = (long) y * image.height();
        long bottom = top + image.height();
        for (int line = (int) (top / height); (long) line * height < bottom; line++) {
            long share = Math.min(bottom, (line + 1L) * height) - Math.max(top, (long) line * height);
            RgbRows.read(image, line, row);
            averageRow(row, image.width(), width, sums);
            for (int i = 0; i < sums.length; i++) {
                total[i] += (double) (share * sums[i]);
            }
        }
        double scale = 255.0 / ((double) image.width() * image.height() * image.maxSample());
        for (int i = 0, to = 3 * width * y; i < total.length; i++) {
            rgb[to + i] = (float) (total[i] * scale);
        }
    }

    private static void averageRow(int[] row, int from, int width, long[] sums) {
        for (int x = 0; x < width; x++) {
            long left = (long) x * from;
            long right = left + from;
            int first = (int) (left / width);
            int end = (int) ((right + width - 1) / width); // behind the last column that counts
            long over = left - (long) first * width; // of the first column, what does not count
            long under = (long) end * width - right; // of the last
            int r = 0;
            int g = 0;
            int b = 0;
            for (int i = 3 * first; i < 3 * end; i += 3) {
                r += row[i];
                g += row[i + 1];
                b += row[i + 2];
            }
            int f = 3 * first;
            int l = 3 * end - 3;
            sums[3 * x] = (long) width * r - over * row[f] - under * row[l];
            sums[3 * x + 1] = (long) width * g - over * row[f + 1] - under * row[l + 1];
            sums[3 * x + 2] = (long) width * b - over * row[f + 2] - under * row[l + 2];
        }
    }

    private static float[] labOf(float[] rgb) {
        float[] lab = new float[rgb.length];
        for (int i = 0; i < rgb.length; i += 3) {
            Lab.of(rgb[i], rgb[i + 1], rgb[i + 2], lab, i);
        }
        return lab;
    }
}
