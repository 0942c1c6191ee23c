package hadamask.segment.refine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds for the filling of holes and for closing on any mask, checked on seeded random masks of odd shapes.
class MorphologyLawsTest {
    private static List<Mask> masks(int seed) {
        Random random = new Random(seed);
        int[][] shapes = {{1, 1}, {1, 2}, {2, 1}, {1, 17}, {23, 1}, {2, 2}, {3, 3}, {5, 4}, {63, 9}, {64, 10}, {65, 11},
            {9, 63}, {10, 64}, {11, 65}, {63, 65}, {64, 64}, {65, 63}, {30, 40}};
        List<Mask> masks = new ArrayList<>();
        for (int[] shape : shapes) {
            for (int i = 0; i < 12; i++) {
                masks.add(NaiveMorphology.random(random, shape[0], shape[1]));
            }
        }
        return masks;
    }

    private static List<Closing> closings() {
        List<Closing> closings = new ArrayList<>();
        for (Closing.Border border : Closing.Border.values()) {
            closings.add(new Closing(3, 1, border));
            closings.add(new Closing(5, 2, border));
            closings.add(new Closing(3, 7, border));
            closings.add(new Closing(5, 10, border));
            closings.add(new Closing(3, 1, border, Closing.Element.DISC));
            closings.add(new Closing(5, 2, border, Closing.Element.DISC));
            closings.add(new Closing(3, 5, border, Closing.Element.DISC));
        }
        return closings;
    }

    private static boolean holds(Mask small, Mask large) {
        for (int i = 0; i < small.values().length; i++) {
            if (small.values()[i] > large.values()[i]) {
                return false;
            }
        }
        return true;
    }

    @Test
    void fillingHolesAgreesWithFloodFilling() {
        for (Mask mask : masks(1)) {
            assertEquals(NaiveMorphology.fillHoles(mask, Integer.MAX_VALUE), Holes.ALL.fill(mask));
        }
    }

    /// Ways that turn often and run against the rows, some of them shut off.
    @Test
    void whatIsReachedRoundManyCornersIsNoHole() {
        Random random = new Random(5);
        for (int[] shape : new int[][]{{101, 41}, {129, 130}, {40, 201}, {192, 65}}) {
            for (int shut = 0; shut < 4; shut++) {
                Mask maze = NaiveMorphology.maze(random, shape[0], shape[1], shut);
                assertEquals(NaiveMorphology.fillHoles(maze, Integer.MAX_VALUE), Holes.ALL.fill(maze));
            }
        }
    }

    @Test
    void fillingSmallHolesAgreesWithFloodFilling() {
        for (Mask mask : masks(2)) {
            for (int largest : new int[]{1, 2, 7, 40}) {
                assertEquals(NaiveMorphology.fillHoles(mask, largest), new Holes(largest).fill(mask));
            }
        }
    }

    @Test
    void fillingIsIdempotentAndLosesNothing() {
        for (Mask mask : masks(3)) {
            Mask filled = Holes.ALL.fill(mask);
            assertTrue(holds(mask, filled));
            assertEquals(filled, Holes.ALL.fill(filled));
        }
    }

    @Test
    void closingAgreesWithRepeatedPassesOfTheSmallSquare() {
        for (Mask mask : masks(4)) {
            for (Closing closing : closings()) {
                assertEquals(NaiveMorphology.close(mask, closing), closing.close(mask), () -> mask + " " + closing);
            }
        }
    }

    @Test
    void closingOnTheEndlessPlaneNeverLosesAPixelAndIsIdempotent() {
        for (Mask mask : masks(5)) {
            for (Closing closing : closings()) {
                if (closing.border() == Closing.Border.EXTEND) {
                    Mask closed = closing.close(mask);
                    assertTrue(holds(mask, closed));
                    assertEquals(closed, closing.close(closed));
                }
            }
        }
    }

    @Test
    void closingInManyBandsEqualsClosingInOne() {
        Random random = new Random(6);
        Mask tall = NaiveMorphology.random(random, 7, 2100);
        Closing closing = new Closing(5, 10, Closing.Border.EXTEND);
        assertEquals(NaiveMorphology.close(tall, closing), closing.close(tall));
    }

    @Test
    void regionsAreCountedAndSelectedByArea() {
        for (Mask mask : masks(7)) {
            Regions regions = Regions.of(mask, Connectivity.EIGHT);
            assertEquals(mask, regions.select(area -> true));
            assertEquals(mask.count(),
                    regions.select(area -> area > 1).count() + regions.select(area -> area == 1).count());
            int count = Regions.count(mask);
            int single = Regions.count(regions.largest());
            assertEquals(mask.count() == 0 ? 0 : 1, single);
            assertEquals(count,
                    Regions.count(regions.select(area -> area > 3)) + Regions.count(regions.select(area -> area <= 3)));
        }
    }
}
