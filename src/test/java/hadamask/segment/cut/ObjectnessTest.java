package hadamask.segment.cut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A red disc on green, both noisy, and masks that find it or do not.
class ObjectnessTest {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 80;
    private static final Image PICTURE = picture();
    private static final Objectness OBJECTNESS = Objectness.in(PICTURE);

    private static boolean isIn(int x, int y) {
        return Math.hypot(x - 60, y - 40) < 20;
    }

    private static Image picture() {
        Random random = new Random(3);
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            boolean in = isIn(i % WIDTH, i / WIDTH);
            rgb[3 * i] = (byte) ((in ? 170 : 50) + random.nextInt(40));
            rgb[3 * i + 1] = (byte) ((in ? 50 : 170) + random.nextInt(40));
            rgb[3 * i + 2] = (byte) (80 + random.nextInt(40));
        }
        return Image.of8Bit(WIDTH, HEIGHT, Layout.RGB, rgb, Attributes.NONE);
    }

    private interface Shape {
        boolean holds(int x, int y);
    }

    private static Mask mask(int width, int height, Shape shape) {
        byte[] values = new byte[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (shape.holds(i % width, i / width) ? 1 : 0);
        }
        return new Mask(width, height, values);
    }

    private static double of(Shape shape) {
        return OBJECTNESS.of(mask(WIDTH, HEIGHT, shape));
    }

    @Test
    void whatHasColoursOfItsOwnAndReachesNoSideIsAnObject() {
        assertEquals(1, of(ObjectnessTest::isIn), 1e-9); // no colour of the ring is on both sides
    }

    @Test
    void whatHasTheColoursAroundItIsNone() {
        assertTrue(of((x, y) -> Math.hypot(x - 20, y - 20) < 10) < 0.2);
    }

    @Test
    void groundReachesTheSidesAndIsNone() {
        assertEquals(1 - 2, of((x, y) -> !isIn(x, y)), 1e-9);
    }

    @Test
    void toReachTheLowerSideCostsNothing() {
        double below = of((x, y) -> isIn(x, y) || y > 70);
        double above = of((x, y) -> isIn(x, y) || y < 9);
        assertTrue(below > above + 1, below + " and " + above);
    }

    @Test
    void emptyAndFullMasksAreTheLeast() {
        assertEquals(-2, of((x, y) -> false));
        assertEquals(-2, of((x, y) -> true));
    }

    @Test
    void masksOfAnySizeAreLookedAtInTheSameWay() {
        Mask twice = mask(2 * WIDTH, 2 * HEIGHT, (x, y) -> isIn(x / 2, y / 2));
        assertEquals(of(ObjectnessTest::isIn), OBJECTNESS.of(twice), 1e-12);
    }

    @Test
    void itLiesBetweenItsBounds() {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            double share = random.nextDouble();
            double value = of((x, y) -> random.nextDouble() < share);
            assertTrue(value >= -2 && value <= 1, () -> "" + value);
        }
    }
}
