package hadamask.segment;

import hadamask.image.Image;
import hadamask.parallel.RowBands;

/// How many pixels of an image have each grey level.
///
/// In one dimension this is all that clustering needs to know of a picture, however large it is.
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
public record GrayHistogram(int[] counts) {
    private static final int ROWS_PER_BAND = 256;

    /// @param counts pixels of each level; `counts.length - 1` is the level of white
    public GrayHistogram {
        if (counts.length < 2) {
            throw new IllegalArgumentException("a scale needs black and white");
        }
    }

    /// Counts the levels of an image.
    public static GrayHistogram of(Image image, GrayScale scale) {
        int[] total = new int[scale.maxLevel(image.maxSample()) + 1];
        RowBands.forEach(image.height(), ROWS_PER_BAND, (first, end) -> {
            int[] counts = new int[total.length];
            for (int y = first; y < end; y++) {
                scale.count(image, y, counts);
            }
            synchronized (total) {
                for (int i = 0; i < total.length; i++) {
                    total[i] += counts[i];
                }
            }
        });
        return new GrayHistogram(total);
    }

    /// The level of white.
    public int maxLevel() {
        return counts.length - 1;
    }

    /// A level on the scale from 0 to 1.
    public double gray(int level) {
        return level / (double) maxLevel();
    }

    /// The number of pixels.
    public long pixels() {
        long n = 0;
        for (int count : counts) {
            n += count;
        }
        return n;
    }

    /// The levels that occur, ascending.
    public int[] distinctLevels() {
        int n = 0;
        for (int count : counts) {
            n += count > 0 ? 1 : 0;
        }
        int[] levels = new int[n];
        for (int level = 0, i = 0; level < counts.length; level++) {
            if (counts[level] > 0) {
                levels[i++] = level;
            }
        }
        return levels;
    }
}
