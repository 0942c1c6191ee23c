package hadamask.segment.local;

import hadamask.parallel.RowBands;
import hadamask.segment.plane.LevelMeans;
import hadamask.segment.plane.StoredLevels;

/// Pixels that are dark beside the mean of their surroundings: those up to `k m`.
///
/// Memory: 3 bytes per pixel.
///
/// @param smoothing how the mean m is formed
/// @param k the part of it that is still dark
record LocalMeans(LevelMeans smoothing, float k) {
    private static final int ROWS_PER_BAND = 128;
    private static final int COLUMNS_PER_STRIP = 512;

    /// 1 where a pixel is dark, 0 where it is bright.
    byte[] dark(StoredLevels levels) {
        int width = levels.width();
        int height = levels.height();
        char[] values = levels.values();
        char[] alongRows = new char[values.length];
        RowBands.forEach(height, ROWS_PER_BAND, (first, end) -> smoothing.rows(values, width, first, end, alongRows));
        int[] largestDark = largestDark(levels.maxLevel());
        byte[] dark = new byte[values.length];
        RowBands.forEach(width, COLUMNS_PER_STRIP, (from, to) -> smoothing.columns(alongRows, width, height, from, to,
                (y, x, means) -> compare(values, y * width + x, means, largestDark, dark)));
        return dark;
    }

    /// The largest level that is dark beside each mean.
    private int[] largestDark(int maxLevel) {
        int[] largest = new int[maxLevel + 1];
        for (int mean = 0; mean <= maxLevel; mean++) {
            largest[mean] = Math.clamp((int) Math.floor(mean * k), -1, maxLevel);
        }
        return largest;
    }

    /// Without a branch, as the sign of a difference.
    private static void compare(char[] values, int at, char[] means, int[] largestDark, byte[] dark) {
        for (int x = 0; x < means.length; x++) {
            dark[at + x] = (byte) ((values[at + x] - 1 - largestDark[means[x]]) >>> 31);
        }
    }
}
