package hadamask.segment;

import boofcv.struct.image.GrayU16;
import hadamask.image.Image;
import hadamask.parallel.RowBands;

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
    private static final int COLUMNS_PER_STRIP = 256;
    /// Rows and columns of which a copy is made at a time: memory that was never touched costs more than the copies.
    private static final int AT_ONCE = 32;

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
        GrayU16 ground = background(levels);
        char[] values = levels.values();
        short[] grounds = ground.data;
        int maxLevel = levels.maxLevel();
        int width = levels.width();
        boolean small = maxLevel <= Short.MAX_VALUE; // twice a product of two levels is an int
        RowBands.forEach(levels.height(), ROWS_PER_BAND, (first, end) -> {
            for (int i = first * width; i < end * width; i++) {
                int level = values[i];
                int all = grounds[i] & 0xFFFF;
                values[i] = (char) (level >= all
                        ? maxLevel
                        : small
                                ? (2 * level * maxLevel + all) / (2 * all)
                                : StoredLevels.rounded((long) level * maxLevel, all));
            }
        });
        return levels; // made above, and nobody else's
    }

    private GrayU16 background(StoredLevels levels) {
        int width = levels.width();
        int height = levels.height();
        GrayU16 ground = new GrayU16(width, height);
        char[] values = levels.values();
        RowBands.forEach(height, ROWS_PER_BAND,
                (first, end) -> {
                    for (int i = first * width; i < end * width; i++) {
                        ground.data[i] = (short) values[i];
                    }
                });
        int reach = reach(width, height);
        new GrayClosing(width, height, reach).close(ground.data);
        Smoothing mean = new Smoothing.Mean(reach);
        for (int pass = 0; pass < 2; pass++) {
            RowBands.forEach(height, ROWS_PER_BAND, (first, end) -> {
                for (int y = first; y < end; y += AT_ONCE) {
                    GrayU16 some = ground.subimage(0, y, width, Math.min(y + AT_ONCE, end));
                    mean.rows(some.clone(), some);
                }
            });
            RowBands.forEach(width, COLUMNS_PER_STRIP, (first, end) -> {
                for (int x = first; x < end; x += AT_ONCE) {
                    GrayU16 some = ground.subimage(x, 0, Math.min(x + AT_ONCE, end), height);
                    mean.columns(some.clone(), some);
                }
            });
        }
        return ground;
    }

    /// The radius for a picture.
    int reach(int width, int height) {
        int scaled = Math.min(width, height) / (2 * SHARE);
        return radius == AUTO ? Math.clamp(scaled, 1, Closing.MAX_RADIUS) : radius;
    }
}
