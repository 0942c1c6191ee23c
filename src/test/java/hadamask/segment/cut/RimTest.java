package hadamask.segment.cut;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// The rim leans to the ground in the cut, and is as what lies beside it in the mask.
class RimTest {
    private static byte[] mask(String... rows) {
        byte[] mask = new byte[rows.length * rows[0].length()];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) (rows[i / rows[0].length()].charAt(i % rows[0].length()) == '#' ? 1 : 0);
        }
        return mask;
    }

    @Test
    void topAndSidesLeanToTheGroundAndTheLowerSideDoesNot() {
        float[] leanings = new float[5 * 4];
        Rim.lean(leanings, 5, 4);
        for (int i = 0; i < leanings.length; i++) {
            boolean rim = i < 5 || i % 5 == 0 || i % 5 == 4;
            assertEquals(rim, leanings[i] < 0, "pixel " + i);
            assertTrue(leanings[i] <= 0);
        }
    }

    @Test
    void anObjectBesideTheRimRunsOutOfThePicture() {
        byte[] found = mask(
                ".....",
                ".##..",
                ".##..",
                "...#.",
                "..##.");
        Rim.open(found, 5, 5);
        assertArrayEquals(mask(
                "###..",
                "###..",
                "###..",
                "...##",
                "..###"), found);
    }

    @Test
    void aPictureWithoutAnInsideStaysAsItIs() {
        for (int[] size : new int[][]{{1, 1}, {2, 5}, {5, 1}}) {
            byte[] mask = new byte[size[0] * size[1]];
            Rim.open(mask, size[0], size[1]);
            Rim.lean(new float[mask.length], size[0], size[1]);
            assertArrayEquals(new byte[mask.length], mask);
        }
    }
}
