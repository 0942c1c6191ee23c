package hadamask.segment.cut;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.segment.color.ReducedPicture;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GroundRowsTest {
    private static final int SIZE = 100;
    private static final int SKY = 0x6090ff;
    private static final int GRASS = 0x30a020;

    private final ReducedPicture picture = picture();
    private final Palette palette = Palette.of(picture);
    private final ColorMixture ground = ColorMixture.of(palette.lab(), palette.sums(ones()), 2);

    /// Sky above, grass below, and a column in the middle where it is the other way round.
    private static ReducedPicture picture() {
        byte[] samples = new byte[3 * SIZE * SIZE];
        for (int i = 0; i < SIZE * SIZE; i++) {
            int color = i / SIZE < SIZE / 2 != inside(i) ? SKY : GRASS;
            samples[3 * i] = (byte) (color >> 16);
            samples[3 * i + 1] = (byte) (color >> 8);
            samples[3 * i + 2] = (byte) color;
        }
        return ReducedPicture.of(Image.of8Bit(SIZE, SIZE, Layout.RGB, samples, Attributes.NONE), SIZE);
    }

    private static boolean inside(int pixel) {
        return pixel % SIZE >= 40 && pixel % SIZE < 60;
    }

    private static float[] ones() {
        float[] ones = new float[SIZE * SIZE];
        Arrays.fill(ones, 1);
        return ones;
    }

    /// All pixels but those of the column.
    private static float[] outside() {
        float[] weights = new float[SIZE * SIZE];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = inside(i) ? 0 : 1;
        }
        return weights;
    }

    @Test
    void aColourOfItsRowIsGroundAndOneOfOtherRowsIsNot() {
        float[] logs = GroundRows.of(picture, palette, ground, outside(), 0.9);
        for (int y : new int[]{10, 90}) {
            assertEquals(Math.log(0.1 + 0.9 * 2), logs[y * SIZE + 10], 0.01, "beside, row " + y);
            assertEquals(Math.log(0.1), logs[y * SIZE + 50], 0.01, "in the column, row " + y);
        }
    }

    @Test
    void betweenTheLayersBothAreSeen() {
        float[] logs = GroundRows.of(picture, palette, ground, outside(), 0.9);
        assertTrue(logs[50 * SIZE + 50] > logs[55 * SIZE + 50], "near the grass, and farther from it");
        assertTrue(logs[55 * SIZE + 50] > logs[70 * SIZE + 50]);
    }

    @Test
    void nothingIsSaidWhereRowsDoNotCountOrThereIsNoGround() {
        assertArrayEquals(new float[SIZE * SIZE], GroundRows.of(picture, palette, ground, outside(), 0), 1e-6f);
        assertArrayEquals(new float[SIZE * SIZE],
                GroundRows.of(picture, palette, ground, new float[SIZE * SIZE], 0.9), 1e-6f);
    }
}
