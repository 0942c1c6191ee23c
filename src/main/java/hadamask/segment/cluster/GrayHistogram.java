package hadamask.segment.cluster;

import hadamask.image.Image;
import hadamask.parallel.RowBands;
import hadamask.segment.plane.Levels;
import hadamask.segment.plane.PixelWeights;
import hadamask.segment.plane.Plane;
import java.util.Arrays;

/// How many pixels of an image have each grey level.
///
/// In one dimension this is all that clustering needs to know of a picture, however large it is. Where alpha counts, a
/// pixel counts as much as can be seen of it.
///
/// @param counts of each level, in parts of a pixel; `counts.length - 1` is the level of white
/// @param unit the parts of an opaque pixel, at least 1
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
public record GrayHistogram(long[] counts, int unit) {
    private static final int ROWS_PER_BAND = 256;

    public GrayHistogram {
        if (counts.length < 2) {
            throw new IllegalArgumentException("a scale needs black and white");
        }
        if (unit < 1) {
            throw new IllegalArgumentException("a pixel has " + unit + " parts");
        }
    }

    /// A histogram of whole pixels.
    ///
    /// @param counts pixels of each level; `counts.length - 1` is the level of white
    GrayHistogram(int[] counts) {
        this(Arrays.stream(counts).asLongStream().toArray(), 1);
    }

    /// Counts the levels of an image.
    ///
    /// @param weights how much each of its pixels counts
    public static GrayHistogram of(Levels levels, PixelWeights weights) {
        return weights.areEqual() ? ofPixels(levels) : ofWeights(levels, weights);
    }

    /// Counts the levels of a plane of an image.
    ///
    /// @param weights how much each of its pixels counts
    public static GrayHistogram of(Image image, Plane plane, PixelWeights weights) {
        return of(plane.of(image, weights), weights);
    }

    private static GrayHistogram ofWeights(Levels levels, PixelWeights weights) {
        long[] total = new long[levels.maxLevel() + 1];
        RowBands.forEach(levels.height(), ROWS_PER_BAND, (first, end) -> {
            long[] counts = new long[total.length];
            int[] row = new int[levels.width()];
            for (int y = first; y < end; y++) {
                levels.row(y, row);
                for (int x = 0; x < row.length; x++) {
                    counts[row[x]] += weights.of(x, y);
                }
            }
            synchronized (total) {
                for (int i = 0; i < total.length; i++) {
                    total[i] += counts[i];
                }
            }
        });
        return new GrayHistogram(total, weights.unit());
    }

    private static GrayHistogram ofPixels(Levels levels) {
        int[] total = new int[levels.maxLevel() + 1];
        RowBands.forEach(levels.height(), ROWS_PER_BAND, (first, end) -> {
            int[] counts = new int[total.length];
            for (int y = first; y < end; y++) {
                levels.count(y, counts);
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

    /// The sum of the counts: for whole pixels their number.
    public long sum() {
        long n = 0;
        for (long count : counts) {
            n += count;
        }
        return n;
    }

    /// The levels that occur, ascending.
    public int[] distinctLevels() {
        int n = 0;
        for (long count : counts) {
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
