package hadamask.segment.plane;

import hadamask.parallel.RowBands;
import java.util.function.Supplier;

/// Levels that cost too much to form twice, kept: 2 bytes per pixel.
///
/// @param maxLevel at most 65535
/// @param values `width * height` levels, row by row, not copied
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
public record StoredLevels(int width, int height, int maxLevel, char[] values) implements Levels {
    /// Bytes per pixel.
    static final int MEMORY = 2;

    private static final int ROWS_PER_BAND = 128;

    /// @throws IllegalArgumentException if there are other than `width * height` levels, or the largest is none
    public StoredLevels {
        if (values.length != width * height || maxLevel < 1 || maxLevel > Character.MAX_VALUE) {
            throw new IllegalArgumentException(
                    width + " x " + height + " levels up to " + maxLevel + " in " + values.length);
        }
    }

    /// Forms the levels of one row.
    @FunctionalInterface
    public interface Row {
        /// @param y row, from 0
        /// @param to place of its first level
        void form(int y, char[] values, int to);
    }

    /// Forms all rows, in parallel.
    ///
    /// @param rows what forms the rows of a band, one after the other: what it needs for a row it may keep for the next
    public static StoredLevels of(int width, int height, int maxLevel, Supplier<Row> rows) {
        char[] values = new char[Math.multiplyExact(width, height)];
        RowBands.forEach(height, ROWS_PER_BAND, (first, end) -> {
            Row row = rows.get();
            for (int y = first; y < end; y++) {
                row.form(y, values, y * width);
            }
        });
        return new StoredLevels(width, height, maxLevel, values);
    }

    /// Levels as they are where 16 bits hold them, and brought to 65536 otherwise.
    public static StoredLevels of(Levels levels) {
        if (levels instanceof StoredLevels stored) {
            return stored;
        }
        return of(levels.width(), levels.height(), maxLevel(levels), forming(levels));
    }

    /// The largest of levels as 16 bits hold them.
    static int maxLevel(Levels levels) {
        return Math.min(levels.maxLevel(), Character.MAX_VALUE);
    }

    /// What forms rows of levels as they are where 16 bits hold them, and brought to 65536 otherwise: nothing is kept.
    static Supplier<Row> forming(Levels levels) {
        int from = levels.maxLevel();
        if (from <= Character.MAX_VALUE) {
            return () -> levels::copy;
        }
        return () -> {
            int[] row = new int[levels.width()];
            return (y, values, to) -> {
                levels.row(y, row);
                for (int x = 0; x < row.length; x++) {
                    values[to + x] = (char) rounded((long) row[x] * Character.MAX_VALUE, from);
                }
            };
        };
    }

    /// These levels, with the mean level of what can be seen where nothing can be.
    public StoredLevels withoutUnseen(PixelWeights weights) {
        if (!weights.someUnseen()) {
            return this;
        }
        long sum = 0;
        long all = 0;
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                int weight = weights.of(x, y);
                sum += (long) weight * values[i];
                all += weight;
            }
        }
        char mean = (char) ((sum + all / 2) / all);
        char[] seen = values.clone();
        for (int i = 0; i < seen.length; i++) {
            seen[i] = weights.of(i % width, i / width) == 0 ? mean : seen[i];
        }
        return new StoredLevels(width, height, maxLevel, seen);
    }

    /// A quotient of whole numbers, rounded to the nearest, halves up.
    static int rounded(long dividend, int divisor) {
        return (int) ((2 * dividend + divisor) / (2L * divisor));
    }

    @Override
    public int at(int x, int y) {
        return values[y * width + x];
    }

    @Override
    public void row(int y, int[] levels) {
        for (int x = 0, i = y * width; x < width; x++, i++) {
            levels[x] = values[i];
        }
    }

    @Override
    public void copy(int y, char[] levels, int to) {
        System.arraycopy(values, y * width, levels, to, width);
    }

    @Override
    public void count(int y, int[] counts) {
        for (int i = y * width, end = i + width; i < end; i++) {
            counts[values[i]]++;
        }
    }

    @Override
    public void lookUp(int y, byte[] ofLevel, byte[] found, int to) {
        for (int x = 0, i = y * width; x < width; x++, i++) {
            found[to + x] = ofLevel[values[i]];
        }
    }
}
