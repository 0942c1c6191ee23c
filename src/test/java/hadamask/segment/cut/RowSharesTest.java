package hadamask.segment.cut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.segment.color.ReducedPicture;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowSharesTest {
    private static final int SIZE = 90;
    private static final int[] BLUE = {90, 130, 230};
    private static final int[] GREEN = {60, 150, 40};

    /// Tells the colour of a pixel.
    private interface Painter {
        int[] color(int x, int y);
    }

    private static float[] gains(Painter painter) {
        byte[] rgb = new byte[3 * SIZE * SIZE];
        float[] weights = new float[SIZE * SIZE];
        for (int y = 0, i = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++, i++) {
                for (int c = 0; c < 3; c++) {
                    rgb[3 * i + c] = (byte) painter.color(x, y)[c];
                }
                boolean inside = x >= 20 && x < 70 && y >= 20 && y < 70;
                weights[i] = inside ? 0 : 1;
            }
        }
        ReducedPicture picture = ReducedPicture.of(Image.of8Bit(SIZE, SIZE, Layout.RGB, rgb, Attributes.NONE), SIZE);
        Palette palette = Palette.of(picture);
        ColorMixture mixture = ColorMixture.of(palette.lab(), palette.sums(weights), 2);
        return RowShares.gains(mixture, palette, weights, SIZE);
    }

    /// The sky is blue and the grass green; in the box there is a column of each.
    @Test
    void aColourIsMoreProbableWhereTheGroundBesideHasIt() {
        float[] gains = gains((x, y) -> x >= 20 && x < 70 && y >= 20 && y < 70
                ? x < 45 ? BLUE : GREEN
                : y < 45 ? BLUE : GREEN);
        int above = 25 * SIZE;
        int below = 64 * SIZE;
        double most = Math.log(2); // half of the ground is blue, and above nearly all
        assertTrue(gains[above + 30] > 0.9 * most && gains[above + 30] < 1.1 * most, "sky " + gains[above + 30]);
        assertTrue(gains[below + 60] > 0.9 * most && gains[below + 60] < 1.1 * most, "grass " + gains[below + 60]);
        assertTrue(gains[above + 60] < -1, "green in the sky " + gains[above + 60]);
        assertTrue(gains[below + 30] < -1, "blue in the grass " + gains[below + 30]);
        assertTrue(gains[above + 60] >= Math.log(0.04), "nothing is impossible");
    }

    /// What is at the same height counts, however far away.
    @Test
    void thePlaceAcrossSaysNothing() {
        float[] gains = gains((x, y) -> y < 45 ? BLUE : GREEN);
        for (int x = 0; x < SIZE; x++) {
            assertEquals(Math.log(0.05 + 0.95 * 2), gains[20 * SIZE + x], 0.02, "sky at " + x);
            assertEquals(Math.log(0.05 + 0.95 * 2), gains[70 * SIZE + x], 0.02, "grass at " + x);
        }
        float[] column = gains((x, y) -> y < 45 == (x < 40 || x >= 50) ? BLUE : GREEN);
        assertEquals(Math.log(0.05), column[30 * SIZE + 45], 0.02, "green in the sky");
        assertTrue(column[43 * SIZE + 45] > column[38 * SIZE + 45], "nearer to the grass");
    }

    @Test
    void whereTheGroundIsTheSameEverywhereThePlaceSaysNothing() {
        Random random = new Random(5);
        boolean[] blue = new boolean[SIZE * SIZE];
        for (int i = 0; i < blue.length; i++) {
            blue[i] = random.nextBoolean();
        }
        for (float gain : gains((x, y) -> blue[y * SIZE + x] ? BLUE : GREEN)) {
            assertEquals(0, gain, 0.25);
        }
    }
}
