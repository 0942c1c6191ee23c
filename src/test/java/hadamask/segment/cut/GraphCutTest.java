package hadamask.segment.cut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.Threads;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.image.Rectangle;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Cuts of drawn pictures: a disc as bright as its noisy ground, but of another colour.
class GraphCutTest {
    private static final GraphCut CUT = GraphCut.of(GraphCutOptions.DEFAULT);

    private static boolean inDisc(int x, int y, int width, int height) {
        double dx = x + 0.5 - 0.5 * width;
        double dy = y + 0.5 - 0.55 * height;
        return dx * dx + dy * dy < 0.07 * width * height;
    }

    private static Image disc(int width, int height) {
        Random random = new Random(5);
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i += 3) {
                boolean in = inDisc(x, y, width, height);
                int noise = random.nextInt(50) - 25;
                rgb[i] = (byte) ((in ? 170 : 90) + noise);
                rgb[i + 1] = (byte) ((in ? 90 : 125) + noise);
                rgb[i + 2] = (byte) (80 + noise);
            }
        }
        return Image.of8Bit(width, height, Layout.RGB, rgb, Attributes.NONE);
    }

    private static double overlap(Mask mask) {
        int both = 0;
        int any = 0;
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                boolean truth = inDisc(x, y, mask.width(), mask.height());
                both += truth && mask.contains(x, y) ? 1 : 0;
                any += truth || mask.contains(x, y) ? 1 : 0;
            }
        }
        return both / (double) any;
    }

    @Test
    void anObjectOfTheBrightnessOfItsGroundIsFound() {
        for (int[] size : new int[][]{{120, 90}, {300, 200}, {640, 480}, {97, 333}}) {
            double overlap = overlap(CUT.segment(disc(size[0], size[1])).mask());
            assertTrue(overlap > 0.95, size[0] + " x " + size[1] + ": " + overlap);
        }
    }

    @Test
    void theNumberOfThreadsDoesNotShow() {
        Image image = disc(1500, 1000);
        Mask one = Threads.by(1, () -> CUT.segment(image).mask());
        Mask many = Threads.by(7, () -> CUT.segment(image).mask());
        assertEquals(one, many);
    }

    @Test
    void aKeptPixelIsKeptAndADroppedOneIsDropped() {
        Random random = new Random(6);
        Image image = disc(400, 300);
        for (int i = 0; i < 20; i++) {
            Hints.Point keep = new Hints.Point(random.nextInt(400), random.nextInt(300));
            Hints.Point drop = new Hints.Point(random.nextInt(400), random.nextInt(300));
            Mask mask = GraphCut.of(GraphCutOptions.DEFAULT
                    .withHints(Hints.NONE.withPoints(List.of(keep), List.of(drop)))).segment(image).mask();
            assertTrue(mask.contains(keep.x(), keep.y()), keep + " of trial " + i);
            assertFalse(mask.contains(drop.x(), drop.y()), drop + " of trial " + i);
        }
    }

    @Test
    void nothingIsFoundOutsideOfTheBox() {
        Rectangle box = new Rectangle(150, 20, 90, 200);
        Mask mask = GraphCut.of(GraphCutOptions.DEFAULT.withHints(Hints.NONE.withBox(box))).segment(disc(400, 300))
                .mask();
        assertTrue(mask.count() > 0);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 400; x++) {
                assertTrue(!mask.contains(x, y) || (x >= 150 && x < 240 && y >= 20 && y < 220), x + "," + y);
            }
        }
    }

    @Test
    void sixteenBitsAreCutLikeEight() {
        Image image = disc(320, 240);
        short[] deep = new short[image.bytes().length];
        for (int i = 0; i < deep.length; i++) {
            deep[i] = (short) ((image.bytes()[i] & 0xFF) * 257);
        }
        Image same = Image.of16Bit(320, 240, Layout.RGB, deep, Attributes.NONE);
        assertTrue(overlap(CUT.segment(same).mask()) > 0.95);
    }

    @Test
    void picturesWithoutAnObjectAndTinyOnesAreNoDefect() {
        for (int[] size : new int[][]{{1, 1}, {1, 50}, {50, 1}, {2, 2}, {3, 700}, {40, 40}}) {
            Image flat = Image.of8Bit(size[0], size[1], Layout.GRAY, new byte[size[0] * size[1]], Attributes.NONE);
            assertEquals(0, CUT.segment(flat).mask().count(), size[0] + " x " + size[1]);
        }
    }

    @Test
    void hintsOutsideOfThePictureAreRefused() {
        GraphCut cut = GraphCut.of(GraphCutOptions.DEFAULT
                .withHints(Hints.NONE.withPoints(List.of(new Hints.Point(40, 3)), List.of())));
        Image image = disc(40, 40);
        assertThrows(IllegalArgumentException.class, () -> cut.segment(image));
    }
}
