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
import hadamask.segment.saliency.Side;
import java.util.EnumSet;
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

    @Test
    void aClickIntoAMistakeChangesWhatIsAroundIt() {
        Image image = disc(400, 300);
        Mask before = CUT.segment(image).mask();
        Hints.Point ground = new Hints.Point(200, 165); // in the middle of the disc
        assertTrue(before.contains(ground.x(), ground.y()));
        Mask after = GraphCut.of(GraphCutOptions.DEFAULT
                .withHints(Hints.NONE.withPoints(List.of(), List.of(ground)))).segment(image).mask();
        for (int y = 163; y <= 167; y++) {
            for (int x = 198; x <= 202; x++) {
                assertFalse(after.contains(x, y), x + "," + y);
            }
        }
    }

    @Test
    void aBoxIsLookedAtMoreClosely() {
        Image image = disc(1200, 900);
        Rectangle box = new Rectangle(300, 190, 600, 620);
        GraphCutResult result = GraphCut.of(GraphCutOptions.DEFAULT.withHints(Hints.NONE.withBox(box))).segment(image);
        assertTrue(overlap(result.mask()) > 0.97, "overlap " + overlap(result.mask()));
        Rectangle region = result.region();
        assertTrue(region.x() > 0 && region.x() < box.x() && region.width() < 1200, region.toString());
        assertEquals(300, Math.max(result.saliency().width(), result.saliency().height()));
        assertEquals(result.mask().count() / (1200.0 * 900), result.foregroundShare());
    }

    @Test
    void hintsInAndOutsideOfTheBoxHoldAtTheirPlaces() {
        Random random = new Random(8);
        Rectangle box = new Rectangle(130, 40, 150, 200);
        for (int i = 0; i < 10; i++) {
            Hints.Point keep = new Hints.Point(130 + random.nextInt(150), 40 + random.nextInt(200));
            Hints.Point drop = new Hints.Point(130 + random.nextInt(150), 40 + random.nextInt(200));
            Hints.Point outside = new Hints.Point(random.nextInt(130), random.nextInt(300));
            byte[] corner = new byte[400 * 300];
            corner[50 * 400 + 135] = 1;
            Hints hints = Hints.NONE.withBox(box).withPoints(List.of(keep, outside), List.of(drop))
                    .withMasks(new Mask(400, 300, corner), null);
            Mask mask = GraphCut.of(GraphCutOptions.DEFAULT.withHints(hints)).segment(disc(400, 300)).mask();
            assertTrue(keep.equals(drop) || mask.contains(keep.x(), keep.y()), keep + " of trial " + i);
            assertFalse(mask.contains(drop.x(), drop.y()), drop + " of trial " + i);
            assertFalse(mask.contains(outside.x(), outside.y()), outside + " of trial " + i);
            assertTrue(mask.contains(135, 50), "mask of trial " + i);
        }
    }

    @Test
    void anObjectThatStandsOnTheLowerSideIsFoundWhenThatIsNoGround() {
        int width = 240;
        int height = 300;
        Random random = new Random(9);
        byte[] rgb = new byte[3 * width * height];
        byte[] truth = new byte[width * height];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                boolean in = y > 90 && Math.abs(x - 120) < 20 + (y - 90) / 2.2;
                truth[i] = (byte) (in ? 1 : 0);
                int noise = random.nextInt(40) - 20;
                rgb[3 * i] = (byte) ((in ? 150 : 90) + noise);
                rgb[3 * i + 1] = (byte) (100 + noise);
                rgb[3 * i + 2] = (byte) ((in ? 70 : 120) + noise);
            }
        }
        Image image = Image.of8Bit(width, height, Layout.RGB, rgb, Attributes.NONE);
        Mask mask = GraphCut.of(GraphCutOptions.DEFAULT.withGround(EnumSet.complementOf(EnumSet.of(Side.BOTTOM))))
                .segment(image).mask();
        int both = 0;
        int any = 0;
        for (int i = 0; i < truth.length; i++) {
            both += truth[i] & mask.values()[i];
            any += truth[i] | mask.values()[i];
        }
        assertTrue(both > 0.95 * any, both + " of " + any);
    }

    @Test
    void nonsenseIsRefused() {
        GraphCutOptions options = GraphCutOptions.DEFAULT;
        assertThrows(IllegalArgumentException.class, () -> options.withPlaceShare(1.1));
        assertThrows(IllegalArgumentException.class, () -> options.withPriorWeight(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> options.withSmoothness(-1));
        assertThrows(IllegalArgumentException.class, () -> options.withColors(0));
        assertThrows(IllegalArgumentException.class, () -> options.withRounds(0));
        assertThrows(IllegalArgumentException.class, () -> options.withLongerSide(15));
        assertThrows(IllegalArgumentException.class, () -> options.withGround(EnumSet.noneOf(Side.class)));
    }
}
