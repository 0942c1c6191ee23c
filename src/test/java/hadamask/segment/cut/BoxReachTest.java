package hadamask.segment.cut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.image.Rectangle;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoxReachTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 50;
    private static final Rectangle BOX = new Rectangle(5, 5, 30, 40);

    private static byte[] filled(int left, int top, int right, int bottom) {
        byte[] mask = new byte[WIDTH * HEIGHT];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                mask[y * WIDTH + x] = 1;
            }
        }
        return mask;
    }

    @Test
    void whatReachesAllSidesLeansNoMore() {
        BoxReach reach = new BoxReach(BOX, WIDTH, HEIGHT);
        assertFalse(reach.lean(filled(6, 7, 34, 43))); // 6 % of 30 and 40 are 1.8 and 2.4
        for (float leaning : reach.leanings()) {
            assertEquals(0, leaning);
        }
    }

    @Test
    void aGapLeansUpToABoundAndNothingElseDoes() {
        BoxReach reach = new BoxReach(BOX, WIDTH, HEIGHT);
        byte[] mask = filled(5, 15, 35, 45);
        int times = 0;
        while (reach.lean(mask)) {
            times++;
        }
        assertEquals(Math.round(BoxReach.MOST / BoxReach.STEP), times);
        for (int y = 0, i = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++, i++) {
                boolean gap = x >= 5 && x < 35 && y >= 5 && y < 15;
                assertEquals(gap ? BoxReach.MOST : 0, reach.leanings()[i], x + "," + y);
            }
        }
    }

    @Test
    void aBoxWithoutAnObjectLeansAsAWhole() {
        BoxReach reach = new BoxReach(BOX, WIDTH, HEIGHT);
        assertTrue(reach.lean(new byte[WIDTH * HEIGHT]));
        assertTrue(reach.leanings()[25 * WIDTH + 20] > 0);
        assertEquals(0, reach.leanings()[4 * WIDTH + 20]);
    }

    /// A trunk of one colour, head and feet of others that the ground has in places: what a box around all of it says is true.
    @Test
    void headAndFeetOfOtherColoursBelongToTheThingInTheBox() {
        Rectangle figure = new Rectangle(130, 40, 60, 160);
        Image image = figure(figure);
        Mask mask = GraphCut.of(GraphCutOptions.DEFAULT.withHints(Hints.NONE.withBox(figure.grown(6, 320, 240))))
                .segment(image).mask();
        Rectangle found = mask.boundingBox();
        assertTrue(found != null && found.y() <= 50 && found.y() + found.height() >= 190, "found " + found);
    }

    @Test
    void aBoxOfTheWholePictureMakesNothingReach() {
        Rectangle figure = new Rectangle(130, 40, 60, 160);
        Rectangle all = new Rectangle(0, 0, 320, 240);
        Rectangle found = GraphCut.of(GraphCutOptions.DEFAULT.withHints(Hints.NONE.withBox(all)))
                .segment(figure(figure)).mask().boundingBox();
        assertTrue(found != null && found.width() < 200, "found " + found);
    }

    private static Image figure(Rectangle figure) {
        Random random = new Random(3);
        byte[] rgb = new byte[3 * 320 * 240];
        for (int y = 0, i = 0; y < 240; y++) {
            for (int x = 0; x < 320; x++, i += 3) {
                boolean in = x >= figure.x() && x < figure.x() + figure.width() && y >= figure.y()
                        && y < figure.y() + figure.height();
                boolean end = in && (y < figure.y() + 30 || y >= figure.y() + figure.height() - 30);
                boolean patch = !in && (x / 40 + y / 40) % 4 == 0;
                int noise = random.nextInt(30) - 15;
                rgb[i] = (byte) ((end || patch ? 150 : in ? 60 : 110) + noise);
                rgb[i + 1] = (byte) ((end || patch ? 120 : in ? 60 : 130) + noise);
                rgb[i + 2] = (byte) ((end || patch ? 95 : in ? 130 : 90) + noise);
            }
        }
        return Image.of8Bit(320, 240, Layout.RGB, rgb, Attributes.NONE);
    }
}
