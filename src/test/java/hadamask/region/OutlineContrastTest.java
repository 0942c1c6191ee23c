package hadamask.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutlineContrastTest {
    private static final int SIDE = 40;

    private static Image square(Layout layout, int samples, int dark, int bright) {
        byte[] values = new byte[samples * SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (isIn(i / samples, 0) ? bright : dark);
        }
        return Image.of8Bit(SIDE, SIDE, layout, values, Attributes.NONE);
    }

    private static boolean isIn(int place, int moved) {
        int x = place % SIDE - moved;
        int y = place / SIDE;
        return x >= 10 && x < 25 && y >= 10 && y < 25;
    }

    private static Mask mask(int moved) {
        byte[] values = new byte[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (isIn(i, moved) ? 1 : 0);
        }
        return new Mask(SIDE, SIDE, values);
    }

    @Test
    void theStepFromBlackToWhiteIsOneInGreyAndInColour() {
        assertEquals(1, OutlineContrast.of(square(Layout.GRAY, 1, 0, 255), mask(0)), 1e-12);
        assertEquals(1, OutlineContrast.of(square(Layout.BGR, 3, 0, 255), mask(0)), 1e-12);
        assertEquals(0.2, OutlineContrast.of(square(Layout.BGR, 3, 100, 151), mask(0)), 1e-12);
    }

    @Test
    void anOutlineBesideTheEdgeHasLess() {
        Image picture = square(Layout.BGR, 3, 40, 200);
        assertTrue(OutlineContrast.of(picture, mask(6)) < 0.7 * OutlineContrast.of(picture, mask(0)));
    }

    @Test
    void theRestHasTheOutlineOfTheObject() {
        byte[] noise = new byte[3 * SIDE * SIDE];
        new Random(5).nextBytes(noise);
        Image picture = Image.of8Bit(SIDE, SIDE, Layout.BGR, noise, Attributes.NONE);
        assertEquals(OutlineContrast.of(picture, mask(0)), OutlineContrast.of(picture, mask(0).inverted()), 1e-12);
    }

    @Test
    void emptyAndFullMasksHaveNoOutline() {
        Mask empty = new Mask(SIDE, SIDE, new byte[SIDE * SIDE]);
        assertEquals(0, OutlineContrast.of(square(Layout.GRAY, 1, 0, 255), empty));
        assertEquals(0, OutlineContrast.of(square(Layout.GRAY, 1, 0, 255), empty.inverted()));
    }
}
