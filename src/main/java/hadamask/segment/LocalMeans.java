package hadamask.segment;

import boofcv.struct.image.GrayU16;
import hadamask.parallel.RowBands;

/// Pixels that are dark beside the mean of their surroundings: those up to `k m`.
///
/// Memory: 3 bytes per pixel.
///
/// @param smoothing how the mean m is formed
/// @param k the part of it that is still dark
record LocalMeans(Smoothing smoothing, float k) {
    private static final int ROWS_PER_BAND = 128;
    private static final int COLUMNS_PER_STRIP = 256;
    /// Rows and columns that are worked on at a time: what of them is kept stays in the cache.
    private static final int AT_ONCE = 32;

    /// 1 where a pixel is dark, 0 where it is bright.
    byte[] dark(StoredLevels levels) {
        int width = levels.width();
        int height = levels.height();
        GrayU16 alongRows = new GrayU16(width, height);
        RowBands.forEach(height, ROWS_PER_BAND, (first, end) -> {
            GrayU16 some = new GrayU16(width, Math.min(AT_ONCE, end - first));
            for (int y = first; y < end; y += AT_ONCE) {
                int n = Math.min(AT_ONCE, end - y);
                levels.copy(y * width, some.data, n * width);
                smoothing.rows(some.subimage(0, 0, width, n), alongRows.subimage(0, y, width, y + n));
            }
        });
        int[] largestDark = largestDark(levels.maxLevel());
        byte[] dark = new byte[width * height];
        RowBands.forEach(width, COLUMNS_PER_STRIP, (first, end) -> {
            GrayU16 means = new GrayU16(Math.min(AT_ONCE, end - first), height);
            for (int x = first; x < end; x += AT_ONCE) {
                int n = Math.min(AT_ONCE, end - x);
                GrayU16 part = means.subimage(0, 0, n, height);
                smoothing.columns(alongRows.subimage(x, 0, x + n, height), part);
                compare(levels, x, part, largestDark, dark);
            }
        });
        return dark;
    }

    /// The largest level that is dark beside each mean.
    private int[] largestDark(int maxLevel) {
        int[] largest = new int[maxLevel + 1];
        for (int mean = 0; mean <= maxLevel; mean++) {
            largest[mean] = (int) Math.floor(mean * k);
        }
        return largest;
    }

    private static void compare(StoredLevels levels, int x, GrayU16 means, int[] largestDark, byte[] dark) {
        char[] values = levels.values();
        short[] data = means.data;
        for (int y = 0; y < means.height; y++) {
            int at = y * levels.width() + x;
            for (int i = y * means.stride, end = i + means.width; i < end; i++, at++) {
                dark[at] = (byte) (values[at] <= largestDark[data[i] & 0xFFFF] ? 1 : 0);
            }
        }
    }
}
