package hadamask.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.image.Rectangle;
import hadamask.segment.cut.CutWays;
import hadamask.segment.cut.GraphCutOptions;
import hadamask.segment.cut.Hints;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.Levels;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GraphCuttingTest {
    private static final int WIDTH = 90;
    private static final int HEIGHT = 70;

    /// A red disc on noisy green of the same grey; blue, green, red, alpha in the order of the layout.
    private static Image disc(Layout layout, boolean clearDisc) {
        Random random = new Random(5);
        byte[] samples = new byte[WIDTH * HEIGHT * layout.samples()];
        for (int y = 0, i = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++, i += layout.samples()) {
                boolean in = isIn(x, y);
                int noise = random.nextInt(30);
                samples[i + layout.red()] = (byte) (in ? 160 + noise : 40 + noise);
                samples[i + layout.green()] = (byte) (in ? 40 + noise : 160 + noise);
                samples[i + layout.blue()] = (byte) (50 + noise);
                if (layout.hasAlpha()) {
                    samples[i + layout.alpha()] = (byte) (in && clearDisc ? 20 : 255);
                }
            }
        }
        return Image.of8Bit(WIDTH, HEIGHT, layout, samples, Attributes.NONE);
    }

    private static boolean isIn(int x, int y) {
        return Math.hypot(x - 45, y - 35) < 18;
    }

    private static SegmentationMethod.Found cut(Image image, Hints hints, AlphaUse alpha) {
        return new GraphCutting(CutWays.of(GraphCutOptions.DEFAULT.withHints(hints), null, null), alpha)
                .find(image, new Stopwatch());
    }

    private static long errors(Mask mask) {
        long errors = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                errors += mask.contains(x, y) == isIn(x, y) ? 0 : 1;
            }
        }
        return errors;
    }

    @Test
    void findsWhatHasTheGreyOfItsGround() {
        SegmentationMethod.Found found = cut(disc(Layout.BGR, false), Hints.NONE, AlphaUse.WEIGHT);
        assertTrue(errors(found.mask()) <= 20, () -> errors(found.mask()) + " wrong pixels");
        ObjectCut evidence = (ObjectCut) found.evidence();
        assertEquals(found.mask().count(), evidence.object().pixels());
        assertEquals((long) WIDTH * HEIGHT, evidence.object().pixels() + evidence.rest().pixels());
        assertTrue(evidence.object().saliency() > evidence.rest().saliency() + 0.3, evidence::toString);
        assertTrue(evidence.energy() >= 0 && evidence.rounds() >= 1);
    }

    @Test
    void theViewHasTheMeansOfTheEvidence() {
        SegmentationMethod.Found found = cut(disc(Layout.BGR, false), Hints.NONE, AlphaUse.WEIGHT);
        Levels view = java.util.Objects.requireNonNull(found.view());
        assertEquals(WIDTH, view.width());
        assertEquals(HEIGHT, view.height());
        double sum = 0;
        int[] row = new int[WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            view.row(y, row);
            for (int x = 0; x < WIDTH; x++) {
                assertEquals(view.at(x, y), row[x]);
                sum += found.mask().contains(x, y) ? row[x] / 255.0 : 0;
            }
        }
        assertEquals(((ObjectCut) found.evidence()).object().saliency(), sum / found.mask().count(), 1e-12);
    }

    @Test
    void whatIsTransparentIsGroundUnlessAlphaIsIgnored() {
        Image image = disc(Layout.ABGR, true);
        assertEquals(0, overlap(cut(image, Hints.NONE, AlphaUse.WEIGHT).mask()));
        assertTrue(overlap(cut(image, Hints.NONE, AlphaUse.IGNORE).mask()) > 900);
    }

    private static long overlap(Mask mask) {
        long common = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                common += mask.contains(x, y) && isIn(x, y) ? 1 : 0;
            }
        }
        return common;
    }

    @Test
    void outsideOfABoxNothingStandsOutAndNothingIsObject() {
        Rectangle box = new Rectangle(30, 20, 20, 40);
        SegmentationMethod.Found found = cut(disc(Layout.BGR, false), Hints.NONE.withBox(box), AlphaUse.WEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean inside = x >= 30 && x < 50 && y >= 20 && y < 60;
                assertTrue(inside || !found.mask().contains(x, y));
            }
        }
        assertEquals(0, java.util.Objects.requireNonNull(found.view()).at(WIDTH - 1, 0));
    }

    @Test
    void hintsOutsideOfThePictureAreRefused() {
        Image image = disc(Layout.BGR, false);
        refused("the box 80,0,11,5 is not inside of its 90 x 70 pixels", image,
                Hints.NONE.withBox(new Rectangle(80, 0, 11, 5)));
        refused("the point 90,0 is not inside of its 90 x 70 pixels", image,
                Hints.NONE.withPoints(List.of(new Hints.Point(90, 0)), List.of()));
        refused("the point 0,70 is not inside of its 90 x 70 pixels", image,
                Hints.NONE.withPoints(List.of(), List.of(new Hints.Point(0, 70))));
        Mask small = new Mask(3, 2, new byte[6]);
        InputException e = assertThrows(InputException.class,
                () -> cut(image, Hints.NONE.withMasks(small, null), AlphaUse.WEIGHT));
        assertEquals("has 90 x 70 pixels, but the hints have 3 x 2", e.problem());
    }

    private static void refused(String problem, Image image, Hints hints) {
        InputException e = assertThrows(InputException.class, () -> cut(image, hints, AlphaUse.WEIGHT));
        assertEquals(problem, e.problem());
        assertEquals(Remedy.Kind.INSIDE_POINT, e.remedy().kind());
    }
}
