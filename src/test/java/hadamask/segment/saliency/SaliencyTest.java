package hadamask.segment.saliency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.segment.color.ReducedPicture;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Each map puts a drawn object above its ground.
class SaliencyTest {
    private static final Set<Side> ALL = EnumSet.allOf(Side.class);

    /// A red square on a green, noisy ground, from `top` to the row `bottom`.
    private static ReducedPicture square(int top, int bottom) {
        Random random = new Random(2);
        byte[] rgb = new byte[3 * 150 * 120];
        for (int i = 0; i < 150 * 120; i++) {
            boolean in = isIn(i, top, bottom);
            rgb[3 * i] = (byte) ((in ? 180 : 80) + random.nextInt(20));
            rgb[3 * i + 1] = (byte) ((in ? 80 : 140) + random.nextInt(20));
            rgb[3 * i + 2] = (byte) (70 + random.nextInt(20));
        }
        return ReducedPicture.of(Image.of8Bit(150, 120, Layout.RGB, rgb, Attributes.NONE), 150);
    }

    private static boolean isIn(int i, int top, int bottom) {
        int x = i % 150;
        int y = i / 150;
        return x >= 50 && x < 95 && y >= top && y < bottom;
    }

    private static void assertObjectAbove(String name, float[] map, int top, int bottom) {
        double in = 0;
        double out = 0;
        int n = 0;
        for (int i = 0; i < map.length; i++) {
            if (isIn(i, top, bottom)) {
                in += map[i];
                n++;
            } else {
                out += map[i];
            }
        }
        double object = in / n;
        double ground = out / (map.length - n);
        assertTrue(object > 2 * ground && object > 0, name + ": object " + object + ", ground " + ground);
    }

    private static float[] spread(Superpixels superpixels, float[] ofRegions) {
        float[] map = new float[superpixels.labels().length];
        for (int i = 0; i < map.length; i++) {
            map[i] = ofRegions[superpixels.labels()[i]];
        }
        return map;
    }

    @Test
    void everyMapPutsTheObjectAboveTheGround() {
        ReducedPicture picture = square(40, 85);
        Superpixels superpixels = Superpixels.of(picture, 250);
        RegionGraph graph = RegionGraph.of(picture, superpixels);
        assertObjectAbove("minimum barrier", MinimumBarrier.of(picture, ALL), 40, 85);
        assertObjectAbove("border colours", BorderColors.of(picture, ALL), 40, 85);
        assertObjectAbove("MB+", BarrierMap.of(picture, ALL), 40, 85);
        assertObjectAbove("background detection", spread(superpixels, BackgroundDetection.of(graph, ALL)), 40, 85);
        assertObjectAbove("manifold ranking", spread(superpixels, ManifoldRanking.of(graph, ALL)), 40, 85);
        assertObjectAbove("mean", Saliency.of(picture, ALL), 40, 85);
    }

    @Test
    void anObjectThatRunsOutBelowIsFoundWhereTheLowerSideIsNoGround() {
        Set<Side> portrait = EnumSet.of(Side.TOP, Side.LEFT, Side.RIGHT);
        assertObjectAbove("mean", Saliency.of(square(40, 120), portrait), 40, 120);
    }

    @Test
    void theMiddleOfTheLowerSideIsNoGround() {
        assertObjectAbove("mean", Saliency.of(square(40, 120), ALL), 40, 120);
        assertTrue(Side.BOTTOM.holds(36, 119, 150, 120, 1) && Side.BOTTOM.holds(113, 119, 150, 120, 1));
        assertFalse(Side.BOTTOM.holds(38, 119, 150, 120, 1) || Side.BOTTOM.holds(111, 119, 150, 120, 1));
        assertTrue(Side.BOTTOM.holds(0, 0, 1, 1, 1));
    }

    @Test
    void theBarrierOfAPathIsItsRange() {
        // A ring of 200 around 100: a path into the middle has to climb, whatever is inside.
        byte[] gray = new byte[25];
        for (int y = 1; y < 4; y++) {
            for (int x = 1; x < 4; x++) {
                gray[y * 5 + x] = (byte) 200;
            }
        }
        gray[12] = 0;
        ReducedPicture picture = ReducedPicture.of(Image.of8Bit(5, 5, Layout.GRAY, gray, Attributes.NONE), 5);
        float[] map = MinimumBarrier.of(picture, ALL);
        float step = picture.lab()[3 * 6] - picture.lab()[0];
        assertEquals(0, map[0]);
        assertEquals(step, map[6], 0.1f);
        assertEquals(step, map[12], 0.1f);
    }

    @Test
    void superpixelsCoverThePictureAndAreConnected() {
        ReducedPicture picture = square(40, 85);
        Superpixels superpixels = Superpixels.of(picture, 100);
        boolean[] seen = new boolean[superpixels.count()];
        for (int label : superpixels.labels()) {
            seen[label] = true;
        }
        for (boolean region : seen) {
            assertTrue(region);
        }
        assertTrue(superpixels.count() > 60 && superpixels.count() < 160, superpixels.count() + " regions");
    }

    @Test
    void anOpeningByReconstructionDropsSpotsAndKeepsEdges() {
        float[] map = new float[400];
        for (int y = 5; y < 15; y++) {
            for (int x = 5; x < 15; x++) {
                map[y * 20 + x] = 0.8f;
            }
        }
        float[] spotted = map.clone();
        spotted[18 * 20 + 18] = 1; // too small to stay
        spotted[8 * 20 + 8] = 1; // a spot on the square comes down to it
        float[] opened = new Reconstruction(20, 20).open(spotted, 2);
        for (int i = 0; i < map.length; i++) {
            assertEquals(map[i], opened[i], "pixel " + i);
        }
    }
}
