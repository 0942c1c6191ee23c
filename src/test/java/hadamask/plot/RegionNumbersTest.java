package hadamask.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.region.RegionLabels;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/// Numbers upon overlays, on a grey ground.
class RegionNumbersTest {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 140;

    private static Image ground(int bitDepth) {
        byte[] gray = new byte[WIDTH * HEIGHT];
        Arrays.fill(gray, (byte) 120);
        if (bitDepth == 8) {
            return Image.of8Bit(WIDTH, HEIGHT, Layout.GRAY, gray, Attributes.NONE);
        }
        short[] deep = new short[gray.length];
        Arrays.fill(deep, (short) (120 * 257));
        return Image.of16Bit(WIDTH, HEIGHT, Layout.GRAY, deep, Attributes.NONE);
    }

    /// Squares of a number, a middle and half a side.
    private static RegionLabels squares(int... numberXYReach) {
        int[] numbers = new int[WIDTH * HEIGHT];
        for (int i = 0; i < numberXYReach.length; i += 4) {
            int reach = numberXYReach[i + 3];
            for (int y = numberXYReach[i + 2] - reach; y <= numberXYReach[i + 2] + reach; y++) {
                for (int x = numberXYReach[i + 1] - reach; x <= numberXYReach[i + 1] + reach; x++) {
                    numbers[y * WIDTH + x] = numberXYReach[i];
                }
            }
        }
        return RegionLabels.ofNumbers(WIDTH, HEIGHT, numbers);
    }

    /// The pixels that a number has changed.
    private static BitSet changed(RegionLabels labels, int bitDepth) {
        Image with = Overlay.of(ground(bitDepth), labels);
        Image without = Overlay.of(ground(bitDepth), labels.parted());
        BitSet changed = new BitSet();
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            for (int sample = 0; sample < 3; sample++) {
                if (with.sample(i % WIDTH, i / WIDTH, sample) != without.sample(i % WIDTH, i / WIDTH, sample)) {
                    changed.set(i);
                }
            }
        }
        return changed;
    }

    private static int count(BitSet pixels, RegionLabels labels, int label) {
        return (int) pixels.stream().filter(i -> labels.at(i % WIDTH, i / WIDTH) == label).count();
    }

    @Test
    void aNumberStandsWithinItsRegion() {
        RegionLabels labels = squares(4, 50, 60, 30, 123, 140, 60, 30);
        for (int depth : new int[]{8, 16}) {
            BitSet changed = changed(labels, depth);
            assertEquals(0, count(changed, labels, 0));
            assertTrue(count(changed, labels, 1) > 40);
            assertTrue(count(changed, labels, 2) > 2 * count(changed, labels, 1));
        }
    }

    @Test
    void theSameNumberLooksTheSameAndAnotherDoesNot() {
        BitSet seven = changed(squares(7, 50, 60, 20, 9, 140, 60, 20), 8);
        BitSet eight = changed(squares(8, 50, 60, 20, 9, 140, 60, 20), 8);
        assertEquals(moved(seven.get(0, WIDTH * HEIGHT), 90),
                moved(changed(squares(3, 50, 60, 20, 7, 140, 60, 20), 8), 0));
        assertFalse(seven.equals(eight));
    }

    /// The pixels of the right half; those of the left one, moved there, when a distance is given.
    private static BitSet moved(BitSet pixels, int distance) {
        BitSet moved = new BitSet();
        pixels.stream().filter(i -> distance > 0 == i % WIDTH < WIDTH / 2).forEach(i -> moved.set(i + distance));
        return moved;
    }

    @Test
    void whereThereIsNoRoomItStandsBesideAndOfSpecksThereIsNone() {
        RegionLabels labels = squares(1, 40, 60, 3, 2, 100, 60, 0, 3, 150, 60, 20);
        BitSet changed = changed(labels, 8);
        assertTrue(changed.stream().anyMatch(i -> i % WIDTH < 70));
        assertEquals(0, changed.stream().filter(i -> i % WIDTH > 85 && i % WIDTH < 125).count());
        // Where others are all around it, there is none either.
        RegionLabels crowded = squares(1, 60, 60, 24, 2, 60, 60, 3);
        assertEquals(0, count(changed(crowded, 8), crowded, 2));
    }

    @Test
    void anOnlyRegionHasNoNumber() {
        RegionLabels labels = squares(5, 60, 60, 30);
        assertTrue(changed(labels, 8).isEmpty());
    }

    @Test
    void digitsAreAsHighAsTheyAreToBe() {
        NumberShape shape = NumberShape.of(1203, 35);
        assertEquals(NumberShape.width(1203, 35), shape.width(), 1e-9);
        double[] ends = {Double.MAX_VALUE, 0};
        for (int y = -5; y < 45; y++) {
            for (int x = 0; x < shape.width(); x++) {
                if (shape.distance(x, y) < 1) {
                    ends[0] = Math.min(ends[0], y);
                    ends[1] = Math.max(ends[1], y);
                }
            }
        }
        assertArrayEquals(new double[]{0, 35}, ends, 1);
    }
}
