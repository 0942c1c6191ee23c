package hadamask.segment.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.Threads;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.image.SoftMask;
import hadamask.segment.Pictures;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FeatherTest {
    /// A few random pixels, so that some lie far from every edge.
    private static Mask sparse(Random random, int width, int height, double share) {
        byte[] values = new byte[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (random.nextDouble() < share ? 1 : 0);
        }
        return new Mask(width, height, values);
    }

    private static Image gray(Mask mask, int bits) {
        return Pictures.of(mask.width(), mask.height(), Layout.GRAY, bits, new int[mask.values().length]);
    }

    private static SoftMask feather(Mask mask, int width, int bits) {
        return new Edge(Edge.Kind.FEATHER, width).of(gray(mask, bits), mask).weights();
    }

    /// The definition: the distance to the nearest pixel of the other side, by looking at all.
    private static double distance(Mask mask, int x, int y) {
        boolean in = mask.contains(x, y);
        double nearest = Double.POSITIVE_INFINITY;
        for (int v = 0; v < mask.height(); v++) {
            for (int u = 0; u < mask.width(); u++) {
                if (mask.contains(u, v) != in) {
                    nearest = Math.min(nearest, Math.hypot(u - x, v - y));
                }
            }
        }
        return in ? nearest - 0.5 : 0.5 - nearest;
    }

    @Test
    void theWeightIsARampOfTheExactDistance() {
        Random random = new Random(3);
        for (int bits : new int[]{8, 16}) {
            for (int width : new int[]{2, 3, 9, 20, 100}) {
                for (double share : new double[]{0.003, 0.05, 0.5, 0.97}) {
                    Mask mask = sparse(random, 37, 41, share);
                    SoftMask soft = feather(mask, width, bits);
                    for (int y = 0; y < mask.height(); y++) {
                        for (int x = 0; x < mask.width(); x++) {
                            double weight = Math.clamp(0.5 + distance(mask, x, y) / width, 0, 1);
                            assertEquals(weight, (double) soft.sample(x, y) / soft.one(), 0.51 / soft.one(),
                                    width + " at " + x + ", " + y);
                        }
                    }
                }
            }
        }
    }

    @Test
    void aFeatherOfNoneOrOneIsTheMask() {
        Mask mask = sparse(new Random(4), 50, 30, 0.4);
        assertEquals(SoftMask.of(mask).weights(), feather(mask, 0, 8).weights());
        assertEquals(SoftMask.of(mask).weights(), feather(mask, 1, 8).weights());
        assertEquals(mask, feather(mask, 1, 16).hard());
        assertTrue(Edge.HARD.isHard());
    }

    @Test
    void masksOfOneSideStayAsTheyAre() {
        for (int value = 0; value < 2; value++) {
            Mask mask = Pictures.mask(3, value, value, value, value, value, value);
            assertEquals(SoftMask.of(mask).weights(), feather(mask, 40, 8).weights());
            assertEquals(SoftMask.of(mask).weights(),
                    new Edge(Edge.Kind.MATTE, 5).of(gray(mask, 8), mask).weights().weights());
        }
    }

    @Test
    void aLargerMaskHasLargerWeights() {
        Random random = new Random(5);
        for (int trial = 0; trial < 20; trial++) {
            Mask small = sparse(random, 60, 50, 0.1);
            byte[] more = small.values().clone();
            for (int i = 0; i < 200; i++) {
                more[random.nextInt(more.length)] = 1;
            }
            Mask large = new Mask(60, 50, more);
            SoftMask less = feather(small, 12, 16);
            SoftMask most = feather(large, 12, 16);
            for (int i = 0; i < more.length; i++) {
                assertTrue(less.sample(i % 60, i / 60) <= most.sample(i % 60, i / 60));
            }
        }
    }

    @Test
    void theInverseOfTheFeatherIsTheFeatherOfTheInverse() {
        Mask mask = sparse(new Random(6), 40, 40, 0.2);
        SoftMask one = feather(mask.inverted(), 7, 16);
        SoftMask other = feather(mask, 7, 16).inverted();
        for (int i = 0; i < 1600; i++) {
            assertEquals(one.sample(i % 40, i / 40), other.sample(i % 40, i / 40), 1);
        }
    }

    @Test
    void theNumberOfThreadsDoesNotCount() {
        Mask mask = sparse(new Random(7), 700, 300, 0.001);
        assertEquals(Threads.by(1, () -> feather(mask, 60, 8)).weights(),
                Threads.by(5, () -> feather(mask, 60, 8)).weights());
    }

    @Test
    void otherWidthsAndSizesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Edge(Edge.Kind.FEATHER, -1));
        assertThrows(IllegalArgumentException.class, () -> new Edge(Edge.Kind.FEATHER, Edge.MAX_FEATHER + 1));
        assertThrows(IllegalArgumentException.class, () -> new Edge(Edge.Kind.MATTE, Edge.MAX_MATTE + 1));
        Mask mask = Pictures.mask(2, 1, 0);
        assertThrows(IllegalArgumentException.class,
                () -> Edge.HARD.of(Pictures.of(1, 2, Layout.GRAY, 8, 1, 2), mask));
        Image image = gray(mask, 8);
        assertEquals(1, new Edge(Edge.Kind.FEATHER, Edge.MAX_FEATHER).of(image, mask).weights().height());
    }
}
