package hadamask.plot;

import hadamask.parallel.RowBands;
import hadamask.plot.AreaAverage.Pixels;

/// A picture reduced by a whole number: each pixel is the mean of a square of pixels, or of what of it is in the picture.
///
/// An [AreaAverage] has any size, and takes several times as long.
///
/// @param width columns
/// @param height rows
/// @param argb alpha, red, green and blue of each pixel, 8 bits each, colours multiplied by alpha
@SuppressWarnings("ArrayRecordComponent") // looked at, never compared
record BoxAverage(int width, int height, int[] argb) {
    private static final int ROWS_PER_BAND = 8;

    /// Reduces pixels.
    ///
    /// @param width columns of the pixels
    /// @param height rows of the pixels
    /// @param side of the squares; 1 keeps the size
    static BoxAverage of(int width, int height, Pixels pixels, int side) {
        int columns = Math.ceilDiv(width, side);
        int rows = Math.ceilDiv(height, side);
        int[] argb = new int[Math.multiplyExact(columns, rows)];
        RowBands.forEachRow(rows, ROWS_PER_BAND, y -> {
            int[] row = new int[width];
            if (side == 1) {
                pixels.row(y, row);
                multiply(row);
                System.arraycopy(row, 0, argb, y * width, width);
                return;
            }
            int[] sums = new int[4 * columns];
            int end = Math.min(height, (y + 1) * side);
            for (int sy = y * side; sy < end; sy++) {
                pixels.row(sy, row);
                add(row, side, sums);
            }
            for (int x = 0; x < columns; x++) {
                int area = (Math.min(width, (x + 1) * side) - x * side) * (end - y * side);
                argb[y * columns + x] = mean(sums, 4 * x, area);
            }
        });
        return new BoxAverage(columns, rows, argb);
    }

    /// The factor by which a picture is reduced so that its longer side is about as long as wanted: between 3/4 and 3/2 of it,
    /// or what it is when it is shorter.
    static int factor(int width, int height, int wanted) {
        return Math.max(1, Math.round(Math.max(width, height) / (float) wanted));
    }

    /// The pixels of this picture as they lie on black.
    Pixels pixels() {
        return (y, row) -> {
            for (int x = 0; x < width; x++) {
                row[x] = 0xFF000000 | argb[y * width + x];
            }
        };
    }

    /// Sums stay below 2^31 for sides of up to 2,900 pixels: 255 per pixel of a square.
    private static void add(int[] row, int side, int[] sums) {
        for (int x = 0, i = 0; x < row.length; i += 4) {
            int end = Math.min(row.length, x + side);
            int a = 0;
            int r = 0;
            int g = 0;
            int b = 0;
            for (; x < end; x++) {
                int color = row[x];
                int opaque = color >>> 24;
                a += opaque;
                if (opaque == 0xFF) {
                    r += color >> 16 & 0xFF;
                    g += color >> 8 & 0xFF;
                    b += color & 0xFF;
                } else {
                    r += multiplied(color >> 16 & 0xFF, opaque);
                    g += multiplied(color >> 8 & 0xFF, opaque);
                    b += multiplied(color & 0xFF, opaque);
                }
            }
            sums[i] += a;
            sums[i + 1] += r;
            sums[i + 2] += g;
            sums[i + 3] += b;
        }
    }

    private static void multiply(int[] row) {
        for (int x = 0; x < row.length; x++) {
            int color = row[x];
            int opaque = color >>> 24;
            if (opaque != 0xFF) {
                row[x] = opaque << 24 | multiplied(color >> 16 & 0xFF, opaque) << 16
                        | multiplied(color >> 8 & 0xFF, opaque) << 8 | multiplied(color & 0xFF, opaque);
            }
        }
    }

    private static int multiplied(int color, int alpha) {
        return (color * alpha + 127) / 255;
    }

    private static int mean(int[] sums, int at, int area) {
        int argb = 0;
        for (int c = at; c < at + 4; c++) {
            argb = argb << 8 | (sums[c] + area / 2) / area;
        }
        return argb;
    }
}
