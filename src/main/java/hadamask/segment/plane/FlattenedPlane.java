package hadamask.segment.plane;

import hadamask.image.Image;
import hadamask.parallel.RowBands;
import hadamask.segment.refine.Closing;

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
/// Memory: 4 bytes per pixel, and those of the plane.
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
        return 4 + plane.memory();
    }

    @Override
    public Levels of(Image image, PixelWeights weights) {
        StoredLevels levels = StoredLevels.of(plane.of(image, weights));
        char[] ground = background(levels);
        char[] values = levels.values();
        int maxLevel = levels.maxLevel();
        int width = levels.width();
        RowBands.forEach(levels.height(), ROWS_PER_BAND, (first, end) -> {
            if (maxLevel <= Quotient.MAX_DIVISOR) {
                divide(values, ground, maxLevel, first * width, end * width);
            } else {
                divideLarge(values, ground, maxLevel, first * width, end * width);
            }
        });
        return levels; // made above, and nobody else's
    }

    /// Makes levels shares of the ground; what is brighter is white, and so is black on black.
    private static void divide(char[] levels, char[] ground, int maxLevel, int from, int to) {
        for (int i = from; i < to; i++) {
            int level = levels[i];
            int all = ground[i];
            levels[i] = (char) (level >= all ? maxLevel : Quotient.rounded(level * maxLevel, all));
        }
    }

    private static void divideLarge(char[] levels, char[] ground, int maxLevel, int from, int to) {
        for (int i = from; i < to; i++) {
            int level = levels[i];
            int all = ground[i];
            levels[i] = (char) (level >= all ? maxLevel : StoredLevels.rounded((long) level * maxLevel, all));
        }
    }

    private char[] background(StoredLevels levels) {
        int width = levels.width();
        int height = levels.height();
        char[] ground = levels.values().clone();
        int reach = reach(width, height);
        new GrayClosing(width, height, reach, levels.maxLevel()).close(ground);
        LevelMeans mean = new BoxMeans(reach, levels.maxLevel());
        for (int pass = 0; pass < 2; pass++) {
            RowBands.forEach(height, ROWS_PER_BAND, (first, end) -> mean.rows(ground, width, first, end, ground));
            RowBands.forEach(width, COLUMNS_PER_STRIP, (from, to) -> mean.columns(ground, width, height, from, to,
                    (y, x, means) -> System.arraycopy(means, 0, ground, y * width + x, means.length)));
        }
        return ground;
    }

    /// The radius for a picture.
    int reach(int width, int height) {
        int scaled = Math.min(width, height) / (2 * SHARE);
        return radius == AUTO ? Math.clamp(scaled, 1, Closing.MAX_RADIUS) : radius;
    }
}
