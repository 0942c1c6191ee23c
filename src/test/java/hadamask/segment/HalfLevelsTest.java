package hadamask.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HalfLevelsTest {
    private static final int SIDE = 120;
    /// Middles, radii and heights above the ground.
    private static final double[][] BLOBS = {{30, 30, 12, 200}, {85, 30, 12, 70}, {30, 88, 14, 110}, {90, 90, 9, 160}};

    /// Blurred discs of several heights: at the radius each has half its height.
    private static Image blobs(int ground, int sign) {
        int[] grays = new int[SIDE * SIDE];
        Random random = new Random(9);
        for (int i = 0; i < grays.length; i++) {
            double height = 0;
            for (double[] blob : BLOBS) {
                double distance = distance(i, blob);
                height += blob[3] / (1 + Math.exp((distance - blob[2]) / 1.5));
            }
            grays[i] = (int) (ground + sign * height + random.nextInt(3));
        }
        return Pictures.of(SIDE, SIDE, Layout.GRAY, 8, grays);
    }

    /// From the middle of a blob to a pixel of the square picture.
    private static double distance(int pixel, double[] blob) {
        int row = pixel / SIDE;
        return Math.hypot(pixel % SIDE - blob[0], row - blob[1]);
    }

    private static Mask truth() {
        byte[] in = new byte[SIDE * SIDE];
        for (int i = 0; i < in.length; i++) {
            for (double[] blob : BLOBS) {
                if (distance(i, blob) < blob[2]) {
                    in[i] = 1;
                }
            }
        }
        return new Mask(SIDE, SIDE, in);
    }

    private static double agreement(Mask a, Mask b) {
        int both = 0;
        int any = 0;
        for (int i = 0; i < a.values().length; i++) {
            both += a.values()[i] & b.values()[i];
            any += a.values()[i] | b.values()[i];
        }
        return both / (double) any;
    }

    @Test
    void dimAndBrightObjectsAreCutAtHalfTheirOwnHeight() {
        for (int sign : new int[]{1, -1}) {
            Image image = blobs(sign == 1 ? 10 : 240, sign);
            Mask one = GrayClustering.DEFAULT.find(image, new Stopwatch()).mask();
            Mask own = new HalfLevels(GrayClustering.DEFAULT).find(image, new Stopwatch()).mask();
            double before = agreement(one, truth());
            double after = agreement(own, truth());
            assertTrue(after > 0.9 && after > before + 0.02, before + " became " + after);
        }
    }

    @Test
    void theEvidenceIsThatOfTheClusters() {
        Image image = blobs(10, 1);
        assertEquals(GrayClustering.DEFAULT.find(image, new Stopwatch()).evidence(),
                new HalfLevels(GrayClustering.DEFAULT).find(image, new Stopwatch()).evidence());
    }

    @Test
    void specksAreNoRegions() {
        int[] grays = new int[40 * 40];
        for (int i = 0; i < grays.length; i++) {
            grays[i] = i == 45 || i == 46 || (i % 40 > 15 && i % 40 < 30 && i / 40 > 15 && i / 40 < 30) ? 200 : 20;
        }
        Mask found = new HalfLevels(GrayClustering.DEFAULT)
                .find(Pictures.of(40, 40, Layout.GRAY, 8, grays), new Stopwatch()).mask();
        assertEquals(14 * 14, found.count());
        assertTrue(!found.contains(5, 1));
    }

    @Test
    void whatIsTransparentIsNoObject() {
        int[] samples = new int[2 * 30 * 30];
        for (int i = 0; i < 900; i++) {
            samples[2 * i] = i % 30 > 8 && i % 30 < 20 && i / 30 > 8 && i / 30 < 20 ? 220 : 30;
            samples[2 * i + 1] = i / 30 < 14 ? 255 : 0;
        }
        Mask found = new HalfLevels(GrayClustering.DEFAULT.with(new Foreground.Bright()))
                .find(Pictures.of(30, 30, Layout.GRAY_ALPHA, 8, samples), new Stopwatch()).mask();
        assertEquals(11 * 5, found.count());
    }
}
