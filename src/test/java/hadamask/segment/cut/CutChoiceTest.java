package hadamask.segment.cut;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Rectangle;
import hadamask.segment.color.ReducedPicture;
import hadamask.segment.saliency.SaliencyMap;
import hadamask.segment.saliency.Side;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Which of several cuts is taken.
class CutChoiceTest {
    private static final GraphCutOptions ONE = GraphCutOptions.DEFAULT.withLongerSide(80);
    private static final List<GraphCutOptions> WAYS = CutWays.of(ONE, null, null);

    private static Image picture(long seed) {
        Random random = new Random(seed);
        int x0 = 20 + random.nextInt(40);
        int y0 = 20 + random.nextInt(20);
        byte[] rgb = new byte[3 * 80 * 60];
        for (int i = 0; i < 80 * 60; i++) {
            boolean in = Math.abs(i % 80 - x0) < 14 && i / 80 > y0;
            for (int c = 0; c < 3; c++) {
                rgb[3 * i + c] = (byte) ((in ? 90 + 40 * c : 130 - 20 * c + i / 80) + random.nextInt(50));
            }
        }
        return Image.of8Bit(80, 60, Layout.RGB, rgb, Attributes.NONE);
    }

    @Test
    void theChosenCutIsThatOfItsWayAlone() {
        for (long seed = 0; seed < 4; seed++) {
            GraphCutResult best = GraphCut.bestOf(WAYS).segment(picture(seed));
            GraphCutResult alone = GraphCut.of(best.way()).segment(picture(seed));
            assertTrue(WAYS.contains(best.way()));
            assertArrayEquals(alone.mask().values(), best.mask().values());
            assertEquals(alone.energy(), best.energy());
            assertTrue(best.confidence() > 0 && best.confidence() < 1);
            assertEquals(Double.NaN, alone.confidence());
        }
    }

    @Test
    void plausibleAndSharedByMostIsTaken() {
        byte[] rgb = new byte[3 * 40 * 40];
        byte[] square = new byte[1600];
        for (int i = 0; i < 1600; i++) {
            boolean in = Math.abs(i % 40 - 20) < 9 && Math.abs(i / 40 - 20) < 9;
            Arrays.fill(rgb, 3 * i, 3 * i + 3, (byte) (in ? 200 : 40));
            square[i] = (byte) (in ? 1 : 0);
        }
        ReducedPicture picture = ReducedPicture
                .of(Image.of8Bit(40, 40, Layout.RGB, rgb, Attributes.NONE), 40);
        byte[] rest = new byte[1600];
        for (int i = 0; i < 1600; i++) {
            rest[i] = (byte) (1 - square[i]);
        }
        CutChoice right = CutChoice.among(picture, List.of(rest, square, square));
        assertEquals(1, right.best()); // of equal ones the first
        CutChoice doubtful = CutChoice.among(picture, List.of(rest, square, new byte[1600]));
        assertEquals(1, doubtful.best());
        assertTrue(doubtful.confidence() < right.confidence());
        assertEquals(Double.NaN, CutChoice.among(picture, List.of(square)).confidence());
    }

    @Test
    void aPersonWhoSaysTheWayIsHeeded() {
        Set<Side> top = EnumSet.of(Side.TOP);
        Set<Side> standing = EnumSet.complementOf(EnumSet.of(Side.BOTTOM));
        Set<Side> upright = EnumSet.of(Side.LEFT, Side.RIGHT);
        assertEquals(List.of(fromMiddle(0.5).withGround(standing), fromMiddle(0.5).withGround(upright)), WAYS);
        assertEquals(List.of(ONE.withGround(top), fromMiddle(0.5).withGround(top)), CutWays.of(ONE, top, null));
        assertEquals(List.of(fromMiddle(0.2).withGround(standing), fromMiddle(0.2).withGround(upright)),
                CutWays.of(ONE, null, 0.2));
        assertEquals(List.of(ONE, ONE.withGround(upright)), CutWays.of(ONE, null, 0.0));
        assertEquals(List.of(ONE.withGround(top)), CutWays.of(ONE, top, 0.0));
        GraphCutOptions hinted = ONE.withHints(Hints.NONE.withBox(new Rectangle(3, 3, 20, 20)));
        assertEquals(List.of(hinted), CutWays.of(hinted, null, null));
    }

    private static GraphCutOptions fromMiddle(double share) {
        return ONE.withCentreShare(share).withRounds(4).withLaterWeight(0.2);
    }

    @Test
    void waysOfOneCutHaveTheSameSizeAndHints() {
        assertThrows(IllegalArgumentException.class,
                () -> GraphCut.bestOf(List.of(ONE, ONE.withLongerSide(100))));
        assertThrows(IllegalArgumentException.class, () -> GraphCut.bestOf(List.of(ONE,
                ONE.withHints(Hints.NONE.withBox(new Rectangle(3, 3, 20, 20))))));
        assertThrows(IllegalArgumentException.class, () -> ONE.withCentreShare(1.5));
    }

    @Test
    void oneMapOfSaliencyIsAnotherWay() {
        for (SaliencyMap map : SaliencyMap.values()) {
            GraphCutResult found = GraphCut.of(ONE.withSaliency(map).withPlaceShare(0)).segment(picture(1));
            assertEquals(map, found.way().saliency());
        }
    }
}
