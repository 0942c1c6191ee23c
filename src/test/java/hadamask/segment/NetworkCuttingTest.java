package hadamask.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.image.Rectangle;
import hadamask.parallel.Workers;
import hadamask.segment.cut.GraphCutOptions;
import hadamask.segment.cut.Hints;
import hadamask.segment.network.Network.Tensor;
import hadamask.segment.network.NetworkAdjustments;
import hadamask.segment.network.NetworkSketch;
import hadamask.segment.network.ObjectNetwork;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.ColorPlane;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The mask of a network whose map is coarser than the picture, and its map as the prior of a cut.
class NetworkCuttingTest {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;
    private static final int MAP = 32;

    /// A star in brown on a blue ground, both noisy.
    private static Image star() {
        Random random = new Random(7);
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            boolean in = isIn(i % WIDTH, i / WIDTH);
            int noise = random.nextInt(20);
            rgb[3 * i] = (byte) (noise + (in ? 150 : 40));
            rgb[3 * i + 1] = (byte) (noise + 90);
            rgb[3 * i + 2] = (byte) (noise + (in ? 40 : 150));
        }
        return Image.of8Bit(WIDTH, HEIGHT, Layout.RGB, rgb, Attributes.NONE);
    }

    private static boolean isIn(int x, int y) {
        double dx = x - 200;
        double dy = y - 150;
        return Math.hypot(dx, dy) < 80 + 25 * Math.sin(7 * Math.atan2(dy, dx));
    }

    /// The share of red that a network sees, in a map of 32 x 32, as a probability.
    private static ObjectNetwork red(AtomicInteger asked) {
        return ObjectNetwork.of("red", new NetworkSketch("input", MAP, MAP, picture -> {
            asked.incrementAndGet();
            int pixels = MAP * MAP;
            float[] map = new float[pixels];
            for (int i = 0; i < pixels; i++) {
                double level = picture.values()[i] * 0.229 + 0.485;
                map[i] = (float) Math.max(0, Math.min(1, (level - 50 / 255.0) / (110 / 255.0)));
            }
            return new Tensor(map, List.of(1L, 1L, (long) MAP, (long) MAP));
        }), NetworkAdjustments.NONE);
    }

    private static Mask found(Image image, @Nullable GraphCutOptions cut) {
        return new NetworkCutting(red(new AtomicInteger()), cut, AlphaUse.WEIGHT).find(image, new Stopwatch()).mask();
    }

    private static long wrong(byte[] values) {
        long wrong = 0;
        for (int i = 0; i < values.length; i++) {
            wrong += (values[i] != 0) == isIn(i % WIDTH, i / WIDTH) ? 0 : 1;
        }
        return wrong;
    }

    @Test
    void theEdgeOfACoarseMapFollowsTheColours() {
        Image image = star();
        float[] lines = red(new AtomicInteger()).map(image).at(WIDTH, HEIGHT);
        byte[] straight = new byte[lines.length];
        for (int i = 0; i < lines.length; i++) {
            straight[i] = (byte) (lines[i] > 0.5f ? 1 : 0);
        }
        long carried = wrong(found(image, null).values());
        assertTrue(2 * carried < wrong(straight), carried + " of " + wrong(straight));
    }

    @Test
    void aSmallPictureIsCutAtOneHalf() {
        Image image = star().crop(new Rectangle(190, 140, 20, 20));
        assertEquals(400, found(image, null).count());
    }

    @Test
    void hintsAreCertainAndABoxIsLookedAtAlone() {
        Image image = star();
        GraphCutOptions hinted = GraphCutOptions.DEFAULT.withHints(
                Hints.NONE.withPoints(List.of(new Hints.Point(3, 3)), List.of(new Hints.Point(200, 150))));
        Mask mask = found(image, hinted);
        assertTrue(mask.contains(3, 3));
        assertFalse(mask.contains(200, 150));
        AtomicInteger asked = new AtomicInteger();
        GraphCutOptions boxed = GraphCutOptions.DEFAULT
                .withHints(Hints.NONE.withBox(new Rectangle(90, 40, 220, 220)));
        SegmentationMethod.Found found = new NetworkCutting(red(asked), boxed, AlphaUse.WEIGHT).find(image,
                new Stopwatch());
        assertEquals(1, asked.get());
        ObjectCut evidence = assertInstanceOf(ObjectCut.class, found.evidence());
        assertEquals("red", evidence.prior());
        assertTrue(evidence.region().width() < WIDTH);
        assertTrue(wrong(found.mask().values()) < 600, wrong(found.mask().values()) + " wrong");
    }

    @Test
    void whereTheNetworkDoubtsThePlaneDecides() {
        Image image = star();
        NetworkSketch unsure = new NetworkSketch("input", MAP, MAP, tensor -> {
            float[] map = new float[MAP * MAP];
            for (int y = 0, i = 0; y < MAP; y++) {
                for (int x = 0; x < MAP; x++, i++) {
                    map[i] = Math.hypot(x - MAP / 2.0, (y - MAP / 2.0) * HEIGHT / WIDTH) < MAP / 3.0 ? 0.6f : 0.01f;
                }
            }
            return new Tensor(map, List.of(1L, 1L, (long) MAP, (long) MAP));
        });
        ObjectNetwork blob = ObjectNetwork.of("blob", unsure, NetworkAdjustments.NONE);
        Mask alone = new NetworkCutting(blob, null, AlphaUse.WEIGHT).find(image, new Stopwatch()).mask();
        NetworkCutting byRed = new NetworkCutting(blob, ColorPlane.RED, null, AlphaUse.WEIGHT);
        SegmentationMethod.Found found = byRed.find(image, new Stopwatch());
        assertTrue(wrong(alone.values()) > 5000, wrong(alone.values()) + " wrong");
        assertTrue(wrong(found.mask().values()) < 600, wrong(found.mask().values()) + " wrong");
        assertInstanceOf(NetworkMask.class, found.evidence());
        for (int threads : new int[]{1, 3}) {
            try (Workers workers = new Workers(threads)) {
                workers.within(() -> assertArrayEquals(found.mask().values(),
                        byRed.find(image, new Stopwatch()).mask().values()));
            }
        }
        GraphCutOptions hinted = GraphCutOptions.DEFAULT.withHints(
                Hints.NONE.withPoints(List.of(new Hints.Point(200, 150)), List.of(new Hints.Point(3, 3))));
        Mask cut = new NetworkCutting(blob, ColorPlane.RED, hinted, AlphaUse.WEIGHT).find(image, new Stopwatch())
                .mask();
        assertTrue(wrong(cut.values()) < 3000, wrong(cut.values()) + " wrong");
    }

    @Test
    void aPlaneThatTellsNothingLeavesTheNetworkItsSay() {
        Image image = star();
        long alone = wrong(found(image, null).values());
        Mask plane = new NetworkCutting(red(new AtomicInteger()), ColorPlane.GREEN, null, AlphaUse.WEIGHT)
                .find(image, new Stopwatch()).mask();
        assertTrue(wrong(plane.values()) < alone + 2500, wrong(plane.values()) + " of " + alone);
    }
}
