package hadamask.segment.cut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Rectangle;
import hadamask.segment.color.ReducedPicture;
import org.junit.jupiter.api.Test;

class CentrePriorTest {
    private static final int WIDTH = 60;
    private static final int HEIGHT = 40;
    private static final ReducedPicture PICTURE = new ReducedPicture(WIDTH, HEIGHT, new float[3 * WIDTH * HEIGHT],
            new float[3 * WIDTH * HEIGHT]);

    private static float at(float[] map, int x, int y) {
        return map[y * WIDTH + x];
    }

    @Test
    void withoutABoxTheBellStandsOverTheMiddleOfThePicture() {
        float[] map = CentrePrior.of(PICTURE, null);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double dx = ((x + 0.5) / WIDTH - 0.5) / 0.2;
                double dy = ((y + 0.5) / HEIGHT - 0.5) / 0.25;
                assertEquals(Math.exp(-(dx * dx + dy * dy) / 2), at(map, x, y), 1e-4);
            }
        }
    }

    @Test
    void withABoxItStandsOverTheMiddleOfThat() {
        float[] map = CentrePrior.of(PICTURE, new Rectangle(10, 5, 20, 30));
        assertEquals(at(map, 11, 20), at(map, 28, 20), 1e-6);
        assertEquals(at(map, 20, 6), at(map, 20, 33), 1e-6);
        assertTrue(at(map, 20, 20) > 0.99 && at(map, 0, 0) < 0.01);
    }

    @Test
    void itIsFlatterTowardsASideOfTheBoxThatIsOneOfThePicture() {
        float[] map = CentrePrior.of(PICTURE, new Rectangle(0, 5, 20, HEIGHT - 6)); // left, and below but for a pixel
        assertTrue(at(map, 2, 21) > 1.5 * at(map, 17, 21), "left " + at(map, 2, 21) + ", right " + at(map, 17, 21));
        assertTrue(at(map, 10, 37) > 1.5 * at(map, 10, 6), "below");
        assertEquals(at(map, 2, 21), Math.exp(-Math.pow((0.5 - 2.5 / 20) * 0.7 / 0.2, 2) / 2), 0.01);
    }
}
