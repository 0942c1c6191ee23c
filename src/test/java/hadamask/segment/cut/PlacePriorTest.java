package hadamask.segment.cut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Rectangle;
import hadamask.segment.color.ReducedPicture;
import hadamask.segment.saliency.Side;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Colours of the middle are told from those of the border, and ways to clicks are as long as they should be.
class PlacePriorTest {
    private static final int SIZE = 60;

    /// Red where `in`, else green, both noisy.
    private static ReducedPicture picture(Rectangle in) {
        Random random = new Random(1);
        byte[] rgb = new byte[3 * SIZE * SIZE];
        for (int i = 0; i < SIZE * SIZE; i++) {
            boolean inside = inside(in, i);
            int noise = random.nextInt(30);
            rgb[3 * i] = (byte) ((inside ? 150 : 80) + noise);
            rgb[3 * i + 1] = (byte) ((inside ? 80 : 120) + noise);
            rgb[3 * i + 2] = (byte) (60 + noise);
        }
        return ReducedPicture.of(Image.of8Bit(SIZE, SIZE, Layout.RGB, rgb, Attributes.NONE), SIZE);
    }

    private static boolean inside(Rectangle box, int pixel) {
        int x = pixel % SIZE - box.x();
        int y = pixel / SIZE - box.y();
        return x >= 0 && y >= 0 && x < box.width() && y < box.height();
    }

    private static double share(float[] map, Rectangle object) {
        int right = 0;
        for (int i = 0; i < map.length; i++) {
            assertTrue(map[i] >= 0 && map[i] <= 1, "pixel " + i + ": " + map[i]);
            right += (map[i] > 0.5f) == inside(object, i) ? 1 : 0;
        }
        return right / (double) map.length;
    }

    @Test
    void theMiddleIsTakenForTheObject() {
        Rectangle object = new Rectangle(12, 12, 36, 36);
        ReducedPicture picture = picture(object);
        float[] map = PlacePrior.of(picture, Palette.of(picture), null, EnumSet.allOf(Side.class), null);
        assertTrue(share(map, object) > 0.98, "share " + share(map, object));
    }

    @Test
    void theLowerSideIsAskedOnlyIfItIsTheOnlyOne() {
        Rectangle object = new Rectangle(15, 20, 30, 40); // stands on the lower side
        ReducedPicture picture = picture(object);
        Palette palette = Palette.of(picture);
        float[] all = PlacePrior.of(picture, palette, null, EnumSet.allOf(Side.class), null);
        float[] without = PlacePrior.of(picture, palette, null, EnumSet.complementOf(EnumSet.of(Side.BOTTOM)),
                null);
        for (int i = 0; i < all.length; i++) {
            assertEquals(without[i], all[i], "pixel " + i);
        }
        assertTrue(share(all, object) > 0.98, "share " + share(all, object));
        PlacePrior.of(picture, palette, null, EnumSet.of(Side.BOTTOM), null); // has a border, too
    }

    /// Red ground above green ground, and before them a thing that is green above and red below.
    @Test
    void aColourOfAnotherHeightIsNoGround() {
        Rectangle object = new Rectangle(18, 12, 24, 36);
        ReducedPicture upright = picture(new Rectangle(0, 0, SIZE, SIZE / 2));
        ReducedPicture turned = picture(new Rectangle(0, SIZE / 2, SIZE, SIZE / 2));
        float[] rgb = upright.rgb().clone();
        float[] lab = upright.lab().clone();
        for (int i = 0; i < SIZE * SIZE; i++) {
            if (inside(object, i)) {
                System.arraycopy(turned.rgb(), 3 * i, rgb, 3 * i, 3);
                System.arraycopy(turned.lab(), 3 * i, lab, 3 * i, 3);
            }
        }
        ReducedPicture picture = new ReducedPicture(SIZE, SIZE, rgb, lab);
        Set<Side> all = EnumSet.allOf(Side.class);
        float[] map = PlacePrior.of(picture, Palette.of(picture), null, all, null);
        assertTrue(share(map, object) > 0.9, "share " + share(map, object));
    }

    @Test
    void aBoxSaysWhereTheMiddleIs() {
        Rectangle object = new Rectangle(4, 6, 12, 14);
        ReducedPicture picture = picture(object);
        float[] map = PlacePrior.of(picture, Palette.of(picture), object.grown(2, SIZE, SIZE),
                EnumSet.allOf(Side.class), null);
        assertTrue(share(map, object) > 0.98, "share " + share(map, object));
    }

    @Test
    void clicksReachFarWhereColoursAreAlikeAndNotBeyondAnEdge() {
        Rectangle object = new Rectangle(20, 0, 40, SIZE);
        float[] lab = new float[3 * SIZE * SIZE];
        for (int i = 0; i < SIZE * SIZE; i++) {
            lab[3 * i] = inside(object, i) ? 80 : 30;
        }
        ReducedPicture picture = new ReducedPicture(SIZE, SIZE, new float[lab.length], lab);
        byte[] clicks = new byte[SIZE * SIZE];
        clicks[30 * SIZE + 25] = HintMap.KEPT;
        float[] leanings = new float[SIZE * SIZE];
        new ClickDistance(picture).lean(clicks, leanings);
        float beside = leanings[30 * SIZE + 33];
        float beyond = leanings[30 * SIZE + 17];
        assertTrue(beside > 5 * beyond && beyond >= 0, beside + ", " + beyond);
        clicks[30 * SIZE + 25] = HintMap.DROPPED;
        float[] opposite = new float[SIZE * SIZE];
        new ClickDistance(picture).lean(clicks, opposite);
        for (int i = 0; i < opposite.length; i++) {
            assertEquals(-leanings[i], opposite[i], "pixel " + i);
        }
    }
}
