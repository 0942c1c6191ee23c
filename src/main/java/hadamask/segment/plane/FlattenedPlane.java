package hadamask.segment.plane;

import hadamask.image.Image;
import hadamask.parallel.RowBands;
import hadamask.parallel.Workers;
import hadamask.segment.refine.Closing;
import java.util.function.Supplier;

/// Another plane, its uneven illumination divided out: what is as bright as its surroundings becomes white.
///
/// The background is the closing of the levels by a square: the largest level around each pixel, then the smallest of these;
/// dark strokes narrower than the square vanish in it. It is smoothed by two means over the same square. A level becomes
/// its share of the background, at most 1, on the scale of the plane.
///
///     levels      200 200  50 200 150 150  40 150      a page whose right side lies in shadow
///     background  200 200 200 190 165 150 150 150
///     flattened     1   1 .25   1 .91   1 .27   1
///
/// The levels are formed twice, as that costs less than memory for both. Memory: 2 bytes per pixel, and those of the plane.
///
/// @param plane what is evened
/// @param radius how far the square reaches from its middle pixel, from 1 to 16000, or [#AUTO]
public record FlattenedPlane(Plane plane, int radius) implements Plane {
    /// The square is as wide as a 24th of the shorter side of the picture.
    public static final int AUTO = 0;

    private static final int SHARE = 24;
    private static final int ROWS_PER_BAND = 128;
    private static final int COLUMNS_PER_STRIP = 512;

    public FlattenedPlane {
        if (radius < AUTO || radius > Closing.MAX_RADIUS) {
            throw new IllegalArgumentException("a radius of " + radius);
        }
        if (plane instanceof FlattenedPlane) {
            throw new IllegalArgumentException("a plane is flattened once");
        }
    }

    @Override
    public int memory() {
        return StoredLevels.MEMORY + plane.memory();
    }

    @Override
    public Levels of(Image image, PixelWeights weights) {
        Levels levels = plane.of(image, weights);
        int maxLevel = StoredLevels.maxLevel(levels);
        Supplier<StoredLevels.Row> rows = StoredLevels.forming(levels);
        int width = levels.width();
        int height = levels.height();
        char[] values = background(rows, width, height, maxLevel);
        RowBands.forEach(height, ROWS_PER_BAND, (first, end) -> {
            StoredLevels.Row row = rows.get();
            char[] line = new char[width];
            for (int y = first; y < end; y++) {
                row.form(y, line, 0);
                if (maxLevel <= Quotient.MAX_DIVISOR) {
                    divide(line, values, maxLevel, y * width);
                } else {
                    divideLarge(line, values, maxLevel, y * width);
                }
            }
        });
        return new StoredLevels(width, height, maxLevel, values);
    }

    /// Makes the ground the shares that levels have of it; what is brighter is white, and so is black on black.
    private static void divide(char[] levels, char[] ground, int maxLevel, int to) {
        for (int x = 0; x < levels.length; x++) {
            int level = levels[x];
            int all = ground[to + x];
            ground[to + x] = (char) (level >= all ? maxLevel : Quotient.rounded(level * maxLevel, all));
        }
    }

    private static void divideLarge(char[] levels, char[] ground, int maxLevel, int to) {
        for (int x = 0; x < levels.length; x++) {
            int level = levels[x];
            int all = ground[to + x];
            ground[to + x] = (char) (level >= all ? maxLevel : StoredLevels.rounded((long) level * maxLevel, all));
        }
    }

    private char[] background(Supplier<StoredLevels.Row> rows, int width, int height, int maxLevel) {
        char[] ground = new char[Math.multiplyExact(width, height)];
        int reach = reach(width, height);
        LevelMeans mean = new BoxMeans(reach, maxLevel);
        Workers.Range meansOfRows = (first, end) -> mean.rows(ground, width, first, end, ground);
        new GrayClosing(width, height, reach, maxLevel).close(ground, rows, meansOfRows);
        meansOfColumns(mean, ground, width, height);
        RowBands.forEach(height, ROWS_PER_BAND, meansOfRows);
        meansOfColumns(mean, ground, width, height);
        return ground;
    }

    private static void meansOfColumns(LevelMeans mean, char[] ground, int width, int height) {
        RowBands.forEach(width, COLUMNS_PER_STRIP, (from, to) -> mean.columns(ground, width, height, from, to,
                (y, x, means) -> System.arraycopy(means, 0, ground, y * width + x, means.length)));
    }

    /// The radius for a picture.
    int reach(int width, int height) {
        int scaled = Math.min(width, height) / (2 * SHARE);
        return radius == AUTO ? Math.clamp(scaled, 1, Closing.MAX_RADIUS) : radius;
    }
}
