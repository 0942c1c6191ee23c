package hadamask.codec.png;

import hadamask.codec.format.RowBytes;

/// The difference to the left or to above, after a look at a part of each fourth row.
///
/// The first rows of a run of the program are worked on before the compiler knows them: everything is a plain loop, made
/// once over each row, from the samples of the image to the bytes of the file.
final class PngQuickFiltering implements PngRowFiltering {
    /// Of each 64 pixels of a row 8 are looked at.
    private static final int SAMPLE_STEP = 64;
    private static final int SAMPLE = 8;
    /// Rows that are filtered in the same way.
    private static final int ROWS = 4;

    private final RowBytes rows;
    private final int width;
    private final int step;
    private final byte[] sample;
    /// The row that was looked at last, and what it showed.
    private int seen = -1;
    private boolean above;

    PngQuickFiltering(RowBytes rows) {
        this.rows = rows;
        this.step = rows.pixelLength();
        this.width = rows.length() / step;
        this.sample = new byte[SAMPLE * step];
    }

    @Override
    public void filter(int y, byte[] target, int at) {
        int first = y * width;
        // The row that decides depends on y alone, so that the bytes do not depend on who works on which rows.
        int deciding = Math.max(1, y - y % ROWS);
        if (y > 0 && seen != deciding) {
            seen = deciding;
            above = aboveIsGood(deciding * width);
        }
        if (y > 0 && above) {
            target[at] = PngFilter.UP;
            rows.subtract(first, width, width, target, at + 1);
        } else {
            rows.copyPixel(first, target, at + 1);
            target[at] = PngFilter.SUB;
            rows.subtract(first + 1, width - 1, 1, target, at + 1 + step);
        }
    }

    /// Whether the difference to above is not much larger than that to the left. Equal rows leave more behind than their
    /// magnitudes tell: above is preferred up to 4/3.
    private boolean aboveIsGood(int first) {
        long above = 0;
        long left = 0;
        for (int x = 1; x < width; x += SAMPLE_STEP) {
            int count = Math.min(SAMPLE, width - x);
            rows.subtract(first + x, count, width, sample, 0);
            above += magnitudes(sample, count * step);
            rows.subtract(first + x, count, 1, sample, 0);
            left += magnitudes(sample, count * step);
        }
        return 3 * above <= 4 * left;
    }

    private static int magnitudes(byte[] differences, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.abs(differences[i]);
        }
        return sum;
    }
}
