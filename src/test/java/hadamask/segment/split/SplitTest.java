package hadamask.segment.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Mask;
import hadamask.segment.Pictures;
import hadamask.segment.refine.Connectivity;
import hadamask.segment.refine.NaiveMorphology;
import hadamask.segment.refine.Regions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of objects that are told apart, on seeded random masks and on discs whose number is known.
class SplitTest {
    private record Disc(double x, double y, double radius) {
        boolean contains(int column, int row) {
            return Math.hypot(column - x, row - y) <= radius;
        }
    }

    private static Mask of(int width, int height, List<Disc> discs) {
        byte[] values = new byte[width * height];
        for (int i = 0; i < values.length; i++) {
            int x = i % width;
            int y = i / width;
            values[i] = (byte) (discs.stream().anyMatch(disc -> disc.contains(x, y)) ? 1 : 0);
        }
        return new Mask(width, height, values);
    }

    private static int most(int[] labels) {
        return Arrays.stream(labels).max().orElseThrow();
    }

    private static List<Mask> masks(int seed) {
        Random random = new Random(seed);
        int[][] shapes = {{1, 1}, {1, 19}, {24, 1}, {5, 4}, {27, 16}, {33, 33}};
        List<Mask> masks = new ArrayList<>();
        for (int[] shape : shapes) {
            for (int i = 0; i < 12; i++) {
                masks.add(NaiveMorphology.random(random, shape[0], shape[1]));
            }
        }
        return masks;
    }

    @ParameterizedTest
    @EnumSource
    void noPixelIsLostAndEachObjectIsConnected(Connectivity connectivity) {
        for (Mask mask : masks(1)) {
            int[] labels = Split.DEFAULT.labels(mask, connectivity);
            byte[] in = new byte[labels.length];
            int next = 1;
            for (int i = 0; i < labels.length; i++) {
                in[i] = (byte) (labels[i] > 0 ? 1 : 0);
                assertTrue(labels[i] <= next, "numbered in the order of the first pixels");
                next = Math.max(next, labels[i] + 1);
            }
            assertEquals(mask, new Mask(mask.width(), mask.height(), in));
            for (int label = 1; label <= most(labels); label++) {
                byte[] object = new byte[labels.length];
                for (int i = 0; i < labels.length; i++) {
                    object[i] = (byte) (labels[i] == label ? 1 : 0);
                }
                Mask alone = new Mask(mask.width(), mask.height(), object);
                assertEquals(2, Regions.of(alone, connectivity).areas().length, "label " + label);
            }
        }
    }

    @Test
    void linesOfBackgroundPartAllObjects() {
        for (Mask mask : masks(2)) {
            int[] labels = Split.DEFAULT.labels(mask, Connectivity.EIGHT);
            Mask parted = Split.DEFAULT.apply(mask);
            int[] regions = Regions.of(parted, Connectivity.EIGHT).labels();
            int[] objects = new int[most(regions) + 1];
            for (int i = 0; i < labels.length; i++) {
                assertTrue(parted.values()[i] <= mask.values()[i], "nothing is added");
                if (regions[i] > 0) {
                    assertTrue(objects[regions[i]] == 0 || objects[regions[i]] == labels[i],
                            "a region is of one object");
                    objects[regions[i]] = labels[i];
                }
            }
        }
    }

    @Test
    void twoDiscsAreTwoAsLongAsThereIsAWaist() {
        for (double distance = 8; distance < 40; distance += 0.5) {
            Mask mask = of(70, 40, List.of(new Disc(18, 19.3, 14), new Disc(18 + distance, 20.1, 14)));
            // The waist is as deep as the chord that both have in common, up to pixels and smoothing.
            double depth = 14 - Math.sqrt(Math.max(0, 14 * 14 - distance * distance / 4));
            int found = most(Split.DEFAULT.labels(mask, Connectivity.EIGHT));
            if (depth > 1.6) {
                assertEquals(2, found, "distance " + distance);
            } else if (depth < 0.3) {
                assertEquals(1, found, "distance " + distance);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void thereAreAsManyObjectsAsDiscs(int seed) {
        Random random = new Random(seed);
        List<Disc> discs = new ArrayList<>();
        for (int row = 0; row < 7; row++) {
            for (int column = 0; column < 9; column++) { // neighbours touch or overlap a little
                discs.add(new Disc(14 + 21 * column + random.nextDouble(-1, 1),
                        14 + 21 * row + random.nextDouble(-1, 1), random.nextDouble(10, 12)));
            }
        }
        Mask mask = of(200, 156, discs);
        assertTrue(Regions.count(mask) < 20, "most touch");
        int[] labels = Split.DEFAULT.labels(mask, Connectivity.EIGHT);
        assertEquals(discs.size(), most(labels));
        assertEquals(discs.size(), discs.stream().map(d -> labels[200 * (int) d.y + (int) d.x]).distinct().count(),
                "each has its own");
        assertEquals(discs.size(), Regions.count(Split.DEFAULT.apply(mask)));
    }

    @Test
    void aDeeperDepthPartsLess() {
        Mask mask = of(120, 40, List.of(new Disc(20, 20, 15), new Disc(40, 20, 12), new Disc(60, 20, 15),
                new Disc(86, 20, 15)));
        int before = Integer.MAX_VALUE;
        for (double depth : new double[]{0.01, 0.5, 1, 2, 4, 8, 16}) {
            int found = most(new Split(depth).labels(mask, Connectivity.EIGHT));
            assertTrue(found <= before, "depth " + depth);
            before = found;
        }
        assertEquals(1, before);
        assertEquals(4, most(Split.DEFAULT.labels(mask, Connectivity.EIGHT)));
    }

    @Test
    void theCutIsInTheMiddleOfAnEvenBar() {
        Mask mask = of(71, 31, List.of(new Disc(12, 15, 11), new Disc(58, 15, 11)));
        for (int x = 12; x <= 58; x++) {
            Arrays.fill(mask.values(), 14 * 71 + x, 14 * 71 + x + 1, (byte) 1);
            Arrays.fill(mask.values(), 15 * 71 + x, 15 * 71 + x + 1, (byte) 1);
            Arrays.fill(mask.values(), 16 * 71 + x, 16 * 71 + x + 1, (byte) 1);
        }
        int[] labels = Split.DEFAULT.labels(mask, Connectivity.EIGHT);
        assertEquals(2, most(labels));
        int cut = 12;
        while (labels[15 * 71 + cut + 1] == labels[15 * 71 + cut]) {
            cut++;
        }
        assertEquals(35, cut, 1);
    }

    @Test
    void aBarARingAndAFullPictureStayWhole() {
        Mask bar = of(60, 20, List.of());
        Arrays.fill(bar.values(), 5 * 60 + 3, 5 * 60 + 57, (byte) 1);
        assertEquals(1, most(Split.DEFAULT.labels(bar, Connectivity.EIGHT)));
        Mask full = of(40, 30, List.of()).inverted();
        assertEquals(1, most(Split.DEFAULT.labels(full, Connectivity.FOUR)));
        assertEquals(full, Split.DEFAULT.apply(full));
        Mask empty = full.inverted();
        assertEquals(empty, Split.DEFAULT.apply(empty));
    }

    @Test
    void nothingToSplitGivesTheMaskItself() {
        Mask mask = masks(3).getLast();
        assertSame(mask, Split.NONE.apply(mask));
        assertThrows(IllegalArgumentException.class, () -> new Split(0));
        assertThrows(IllegalArgumentException.class, () -> new Split(Double.NaN));
    }

    @Test
    void distancesAreThoseToTheNearestBackground() {
        for (Mask mask : masks(4)) {
            float[] distances = DistanceTransform.of(mask);
            for (int i = 0; i < distances.length; i++) {
                double nearest = mask.width() + mask.height();
                for (int j = 0; j < distances.length; j++) {
                    if (mask.values()[j] == 0) {
                        nearest = Math.min(nearest, Math.hypot(i % mask.width() - j % mask.width(),
                                i / mask.width() - j / mask.width()));
                    }
                }
                assertEquals((float) nearest, distances[i], mask + " at " + i);
            }
        }
    }

    @Test
    void smoothingKeepsWhatIsEvenAndItsSum() {
        float[] even = new float[35];
        Arrays.fill(even, 3);
        new Smoothing(1).smooth(even, 7, 5);
        for (float value : even) {
            assertEquals(3, value, 1e-5);
        }
        float[] point = new float[21 * 21];
        point[10 * 21 + 10] = 1;
        new Smoothing(1).smooth(point, 21, 21);
        double sum = 0;
        for (float value : point) {
            sum += value;
        }
        assertEquals(1, sum, 1e-6);
        assertEquals(1 / (2 * Math.PI), point[10 * 21 + 10], 1e-3);
        assertEquals(point[10 * 21 + 10] * Math.exp(-0.5), point[10 * 21 + 11], 1e-6);
        assertEquals(point[9 * 21 + 12], point[12 * 21 + 9], 0);
    }

    @Test
    void theSameMaskGivesTheSameLabels() {
        Mask mask = NaiveMorphology.random(new Random(7), 300, 280);
        assertArrayEquals(Split.DEFAULT.labels(mask, Connectivity.EIGHT),
                Split.DEFAULT.labels(mask, Connectivity.EIGHT));
        assertEquals(Pictures.mask(2, 1, 1), Split.DEFAULT.apply(Pictures.mask(2, 1, 1)));
    }
}
