package hadamask.segment.plane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GrayClosingTest {
    /// The largest level of the square around each pixel, or the least.
    private static int[] extremes(int[] levels, int width, int height, int radius, boolean largest) {
        int[] extremes = new int[levels.length];
        for (int i = 0; i < levels.length; i++) {
            int x = i % width;
            int y = i / width;
            int extreme = levels[i];
            for (int v = Math.max(0, y - radius); v <= Math.min(height - 1, y + radius); v++) {
                for (int u = Math.max(0, x - radius); u <= Math.min(width - 1, x + radius); u++) {
                    int level = levels[v * width + u];
                    extreme = largest ? Math.max(extreme, level) : Math.min(extreme, level);
                }
            }
            extremes[i] = extreme;
        }
        return extremes;
    }

    @Test
    void aClosingIsTheLeastOfTheLargestLevelsAround() {
        Random random = new Random(5);
        int[][] sizes = {{1, 1, 1}, {7, 1, 2}, {1, 9, 3}, {20, 13, 1}, {13, 20, 4}, {30, 17, 40}, {150, 70, 3},
            {97, 140, 8}};
        for (int[] size : sizes) {
            int width = size[0];
            int height = size[1];
            int radius = size[2];
            for (int maxLevel : new int[]{0xFFFF, 2048, 2047, 765}) {
                assertClosed(random.ints((long) width * height, 0, maxLevel + 1).toArray(), width, height, radius,
                        maxLevel);
            }
        }
    }

    private static void assertClosed(int[] levels, int width, int height, int radius, int maxLevel) {
        int[] expected = extremes(extremes(levels, width, height, radius, true), width, height, radius, false);
        char[] closed = new char[levels.length];
        boolean[] done = new boolean[height];
        new GrayClosing(width, height, radius, maxLevel).close(closed, () -> (y, values, to) -> {
            for (int x = 0; x < width; x++) {
                values[to + x] = (char) levels[y * width + x];
            }
        }, (first, end) -> Arrays.fill(done, first, end, true));
        for (boolean row : done) {
            assertTrue(row, "all rows are gone on with");
        }
        int[] found = new int[closed.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = closed[i];
        }
        assertArrayEquals(expected, found, width + " x " + height + ", " + radius);
    }
}
