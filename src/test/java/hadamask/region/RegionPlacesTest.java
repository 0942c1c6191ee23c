package hadamask.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Rectangle;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegionPlacesTest {
    private static final int WIDTH = 47;
    private static final int HEIGHT = 33;

    /// Patches of a few numbers, some of which touch.
    private static int[] patches(Random random) {
        int[] numbers = new int[WIDTH * HEIGHT];
        for (int patch = 0; patch < 9; patch++) {
            int left = random.nextInt(WIDTH);
            int top = random.nextInt(HEIGHT);
            int side = 1 + random.nextInt(16);
            for (int y = top; y < Math.min(HEIGHT, top + side); y++) {
                for (int x = left; x < Math.min(WIDTH, left + side); x++) {
                    numbers[y * WIDTH + x] = patch % 4 == 3 ? 0 : patch + 1;
                }
            }
        }
        return numbers;
    }

    /// The distance to the nearest pixel of another number, or outside of the picture, by looking at all of them.
    private static double depth(RegionLabels labels, int x, int y) {
        double least = Double.MAX_VALUE;
        for (int v = -1; v <= HEIGHT; v++) {
            for (int u = -1; u <= WIDTH; u++) {
                boolean outside = u < 0 || v < 0 || u == WIDTH || v == HEIGHT;
                if (outside || labels.at(u, v) != labels.at(x, y)) {
                    least = Math.min(least, Math.hypot(u - x, v - y));
                }
            }
        }
        return least;
    }

    @Test
    void aPlaceLiesInItsRegionAndNoOtherPixelIsMuchDeeper() {
        Random random = new Random(81);
        for (int round = 0; round < 20; round++) {
            RegionLabels labels = RegionLabels.ofNumbers(WIDTH, HEIGHT, patches(random));
            RegionPlaces places = RegionPlaces.of(labels);
            double[] deepest = new double[labels.count() + 1];
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                int label = labels.at(i % WIDTH, i / WIDTH);
                if (label > 0) {
                    deepest[label] = Math.max(deepest[label], depth(labels, i % WIDTH, i / WIDTH));
                }
            }
            for (int label = 1; label <= labels.count(); label++) {
                assertEquals(label, labels.at(places.x(label), places.y(label)));
                double here = depth(labels, places.x(label), places.y(label));
                assertEquals(here, places.depth(label), 0.09 * here);
                assertTrue(here >= 0.85 * deepest[label], here + " of " + deepest[label]);
            }
        }
    }

    @Test
    void ofEqualPlacesItIsTheOneInTheMiddle() {
        int[] numbers = new int[WIDTH * HEIGHT];
        for (int x = 3; x < 44; x++) {
            for (int y = 10; y < 15; y++) {
                numbers[y * WIDTH + x] = 7;
            }
        }
        RegionPlaces places = RegionPlaces.of(RegionLabels.ofNumbers(WIDTH, HEIGHT, numbers));
        assertEquals(23, places.x(1));
        assertEquals(12, places.y(1));
        assertEquals(3, places.depth(1));
        assertEquals(new Rectangle(3, 10, 41, 5), places.box(1));
    }
}
