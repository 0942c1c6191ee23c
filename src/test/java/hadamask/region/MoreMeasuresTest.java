package hadamask.region;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.region.NaiveRegions.Place;
import hadamask.segment.Pictures;
import hadamask.segment.plane.GrayScale;
import hadamask.segment.refine.Connectivity;
import hadamask.segment.refine.NaiveMorphology;
import hadamask.segment.split.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Feret diameters, Euler numbers, Hu's moments, neighbours, percentiles: shapes whose measures are known, and the definitions pixel by
/// pixel on seeded random masks.
class MoreMeasuresTest {
    private static final double CLOSE = 1e-9;

    private static RegionLabels one(String... rows) {
        RegionLabels labels = RegionLabels.of(Pictures.mask(rows[0].length(),
                String.join("", rows).chars().map(c -> c - '0').toArray()), Connectivity.EIGHT);
        assertEquals(1, labels.count());
        return labels;
    }

    private static Mask disc(int side, double radius) {
        byte[] values = new byte[side * side];
        for (int i = 0; i < values.length; i++) {
            double middle = (side - 1) / 2.0;
            int y = i / side;
            values[i] = (byte) (Math.hypot(i % side - middle, y - middle) <= radius ? 1 : 0);
        }
        return new Mask(side, side, values);
    }

    private static List<Mask> masks(int seed) {
        Random random = new Random(seed);
        List<Mask> masks = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            masks.add(NaiveMorphology.random(random, 3 + random.nextInt(14), 3 + random.nextInt(14)));
        }
        return masks;
    }

    @Test
    void feretDiametersOfPlainShapes() {
        RegionFeret row = RegionFeret.of(one("11111"));
        assertEquals(Math.sqrt(26), row.largest(1), CLOSE);
        assertEquals(1, row.smallest(1), CLOSE);
        RegionFeret square = RegionFeret.of(one("111", "111", "111"));
        assertEquals(3 * Math.sqrt(2), square.largest(1), CLOSE);
        assertEquals(3, square.smallest(1), CLOSE);
        RegionFeret slope = RegionFeret.of(one("1000", "0100", "0010", "0001"));
        assertEquals(4 * Math.sqrt(2), slope.largest(1), CLOSE);
        assertEquals(Math.sqrt(2), slope.smallest(1), CLOSE);
        RegionFeret disc = RegionFeret.of(RegionLabels.of(disc(101, 45), Connectivity.EIGHT));
        assertEquals(91, disc.largest(1), 1);
        assertEquals(90.5, disc.smallest(1), 1);
    }

    @Test
    void feretDiametersAreThoseOfAllCorners() {
        for (Mask mask : masks(1)) {
            RegionLabels labels = RegionLabels.of(mask, Connectivity.EIGHT);
            RegionFeret feret = RegionFeret.of(labels);
            List<List<Place>> regions = NaiveRegions.of(mask, Connectivity.EIGHT);
            for (int label = 1; label <= labels.count(); label++) {
                List<Place> corners = new ArrayList<>();
                for (Place p : regions.get(label - 1)) {
                    for (int i = 0; i < 4; i++) {
                        corners.add(new Place(p.x() + i % 2, p.y() + i / 2));
                    }
                }
                List<Place> distinct = corners.stream().distinct().toList();
                double largest = 0;
                double smallest = Double.POSITIVE_INFINITY;
                for (Place a : distinct) {
                    for (Place b : distinct) {
                        double length = Math.hypot(a.x() - b.x(), a.y() - b.y());
                        largest = Math.max(largest, length);
                        if (length > 0 && distinct.size() < 90) {
                            smallest = Math.min(smallest, width(distinct, a, b) / length);
                        }
                    }
                }
                assertEquals(largest, feret.largest(label), CLOSE);
                if (distinct.size() < 90) {
                    assertEquals(smallest, feret.smallest(label), CLOSE);
                }
            }
        }
    }

    /// The width across the line through two corners, times the distance of these.
    private static double width(List<Place> corners, Place a, Place b) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (Place c : corners) {
            long height = (long) (b.x() - a.x()) * c.y() - (long) (b.y() - a.y()) * c.x();
            least = Math.min(least, height);
            most = Math.max(most, height);
        }
        return (double) most - least;
    }

    @Test
    void aRegionInPartsIsHeldAsAWhole() {
        RegionLabels parts = RegionLabels.ofNumbers(5, 4,
                new int[]{7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7});
        assertEquals(Math.sqrt(41), RegionFeret.of(parts).largest(1), CLOSE);
        assertEquals(2, RegionEuler.of(parts, Connectivity.EIGHT).of(1));
        assertTrue(RegionShapes.of(parts).of(1).convexArea() >= 2);
    }

    @Test
    void eulerNumbersArePartsLessHoles() {
        RegionLabels eight = one("111111", "101101", "111111");
        assertEquals(-1, RegionEuler.of(eight, Connectivity.EIGHT).of(1));
        RegionLabels crossed = one("0110", "1001", "0110");
        assertEquals(0, RegionEuler.of(crossed, Connectivity.EIGHT).of(1));
        // With sides only it is four dominoes, which enclose nothing.
        assertEquals(4, RegionEuler.of(crossed, Connectivity.FOUR).of(1));
    }

    @ParameterizedTest
    @EnumSource
    void eulerNumbersAreThoseOfAFlood(Connectivity connectivity) {
        Connectivity other = connectivity == Connectivity.EIGHT ? Connectivity.FOUR : Connectivity.EIGHT;
        for (Mask mask : masks(2)) {
            RegionLabels labels = RegionLabels.of(mask, connectivity);
            RegionEuler euler = RegionEuler.of(labels, connectivity);
            for (int label = 1; label <= labels.count(); label++) {
                byte[] ground = new byte[(mask.width() + 2) * (mask.height() + 2)];
                Arrays.fill(ground, (byte) 1);
                for (int y = 0; y < mask.height(); y++) {
                    for (int x = 0; x < mask.width(); x++) {
                        ground[(y + 1) * (mask.width() + 2) + x + 1] = (byte) (labels.at(x, y) == label ? 0 : 1);
                    }
                }
                int holes = NaiveRegions.of(new Mask(mask.width() + 2, mask.height() + 2, ground), other).size() - 1;
                assertEquals(1 - holes, euler.of(label));
            }
        }
    }

    private static double[] hu(RegionLabels labels, int label) {
        return RegionHu.of(labels, RegionShapes.of(labels)).of(label);
    }

    @Test
    void theFirstMomentOfASquareAndADiscIsKnown() {
        RegionLabels square = RegionLabels.of(Pictures.mask(10, new int[100]).inverted(), Connectivity.EIGHT);
        assertEquals(99 / 600.0, hu(square, 1)[0], CLOSE);
        for (int i = 1; i < 7; i++) {
            assertEquals(0, hu(square, 1)[i], CLOSE);
        }
        assertEquals(1 / (2 * Math.PI), hu(RegionLabels.of(disc(201, 99), Connectivity.EIGHT), 1)[0], 1e-4);
    }

    @Test
    void momentsAreThoseOfTheDefinitions() {
        double[] found = hu(one("1110", "1000", "1001", "1111"), 1);
        List<double[]> pixels = new ArrayList<>();
        String rows = "1110100010011111";
        for (int i = 0; i < 16; i++) {
            if (rows.charAt(i) == '1') {
                int y = i / 4;
                pixels.add(new double[]{i % 4, y});
            }
        }
        double x = pixels.stream().mapToDouble(p -> p[0]).average().orElseThrow();
        double y = pixels.stream().mapToDouble(p -> p[1]).average().orElseThrow();
        double[][] n = new double[4][4];
        for (int p = 0; p < 4; p++) {
            for (int q = 0; q < 4; q++) {
                double sum = 0;
                for (double[] pixel : pixels) {
                    sum += Math.pow(pixel[0] - x, p) * Math.pow(pixel[1] - y, q);
                }
                n[p][q] = sum / Math.pow(pixels.size(), 1 + (p + q) / 2.0);
            }
        }
        double a = n[3][0] + n[1][2];
        double b = n[2][1] + n[0][3];
        double[] expected = {n[2][0] + n[0][2], Math.pow(n[2][0] - n[0][2], 2) + 4 * n[1][1] * n[1][1],
            Math.pow(n[3][0] - 3 * n[1][2], 2) + Math.pow(3 * n[2][1] - n[0][3], 2), a * a + b * b,
            (n[3][0] - 3 * n[1][2]) * a * (a * a - 3 * b * b) + (3 * n[2][1] - n[0][3]) * b * (3 * a * a - b * b),
            (n[2][0] - n[0][2]) * (a * a - b * b) + 4 * n[1][1] * a * b,
            (3 * n[2][1] - n[0][3]) * a * (a * a - 3 * b * b) - (n[3][0] - 3 * n[1][2]) * b * (3 * a * a - b * b)};
        assertArrayEquals(expected, found, 1e-14);
    }

    @Test
    void momentsStayWhereAShapeIsTurnedAndMirrored() {
        double[] upright = hu(one("1110", "1000", "1001", "1111"), 1);
        double[] turned = hu(one("1111", "1001", "1001", "1100"), 1);
        assertArrayEquals(upright, turned, 1e-12);
        double[] mirrored = hu(one("0111", "0001", "1001", "1111"), 1);
        upright[6] = -upright[6];
        assertArrayEquals(upright, mirrored, 1e-12);
    }

    @Test
    void neighboursTouchAtSidesAndCorners() {
        RegionLabels labels = RegionLabels.ofNumbers(5, 3, new int[]{1, 1, 2, 2, 0, 3, 3, 0, 4, 0, 0, 0, 0, 0, 5});
        RegionNeighbours neighbours = RegionNeighbours.of(labels, RegionShapes.of(labels));
        assertEquals(List.of(2, 3, 2, 2, 1),
                List.of(neighbours.touching(1), neighbours.touching(2), neighbours.touching(3), neighbours.touching(4),
                        neighbours.touching(5)));
        assertEquals(1, neighbours.nearest(1), CLOSE);
        assertEquals(Math.sqrt(2), neighbours.nearest(5), CLOSE);
        RegionLabels alone = one("11");
        assertTrue(Double.isNaN(RegionNeighbours.of(alone, RegionShapes.of(alone)).nearest(1)));
    }

    @Test
    void theNearestIsTheNearestOfAll() {
        for (Mask mask : masks(3)) {
            RegionLabels labels = RegionLabels.of(mask, Connectivity.FOUR, Split.DEFAULT);
            RegionShapes shapes = RegionShapes.of(labels);
            RegionNeighbours neighbours = RegionNeighbours.of(labels, shapes);
            for (int a = 1; a <= labels.count() && labels.count() > 1; a++) {
                double nearest = Double.POSITIVE_INFINITY;
                for (int b = 1; b <= labels.count(); b++) {
                    nearest = a == b
                            ? nearest
                            : Math.min(nearest, Math.hypot(shapes.of(a).x() - shapes.of(b).x(),
                                    shapes.of(a).y() - shapes.of(b).y()));
                }
                assertEquals(nearest, neighbours.nearest(a), CLOSE);
            }
        }
    }

    @Test
    void percentilesAreThoseOfNumPy() {
        // numpy.percentile([10, 20, 40, 80], [0, 5, 25, 50, 75, 100]) = 10, 11.5, 17.5, 30, 50, 80
        Image image = Pictures.of(7, 1, Layout.GRAY, 8, 40, 10, 5, 80, 20, 7, 6);
        RegionLabels labels = RegionLabels.ofNumbers(7, 1, new int[]{1, 1, 0, 1, 1, 0, 0});
        RegionGrays grays = RegionGrays.of(labels, image, GrayScale.LIGHTNESS);
        double[] percents = {0, 5, 25, 50, 75, 100};
        double[] expected = {10, 11.5, 17.5, 30, 50, 80};
        for (int i = 0; i < percents.length; i++) {
            assertEquals(expected[i] / 255, grays.percentile(1, percents[i]), CLOSE);
        }
        assertEquals(150 / 255.0, grays.sum(1), CLOSE);
        assertEquals(6 / 255.0, grays.ground(), CLOSE);
        assertEquals((150 - 4 * 6) / 255.0, grays.sumAboveGround(1), CLOSE);
        RegionLabels full = RegionLabels.ofNumbers(7, 1, new int[]{1, 1, 1, 1, 1, 1, 1});
        assertTrue(Double.isNaN(RegionGrays.of(full, image, GrayScale.MEAN).ground()));
    }

    @Test
    void discsAreRoundAndBarsAreNot() {
        double round = RegionShapes.of(RegionLabels.of(disc(101, 45), Connectivity.EIGHT)).of(1).circularity();
        assertEquals(0.9, round, 0.05);
        RegionShape bar = RegionShapes.of(one("1".repeat(30), "1".repeat(30), "1".repeat(30))).of(1);
        assertEquals(4 * Math.PI * 90 / (62 * 62), bar.circularity(), CLOSE);
        assertTrue(Double.isNaN(RegionShapes.of(one("1")).of(1).circularity()));
    }

    @Test
    void regionsAreSelectedByAreaAndBorder() {
        Mask mask = Pictures.mask(6, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 1, 0, 0, 0, 0,
                0, 0);
        assertEquals(4, RegionLabels.of(mask, Connectivity.EIGHT).count());
        assertEquals(2, RegionLabels.of(mask, Connectivity.EIGHT).select(new RegionFilter(0, 9, true)).count());
        RegionLabels two = RegionLabels.of(mask, Connectivity.EIGHT).select(new RegionFilter(2, 2, false));
        assertEquals(1, two.count());
        assertEquals(1, two.at(2, 1));
        RegionLabels named = RegionLabels.ofNumbers(3, 1, new int[]{5, 9, 9}).select(new RegionFilter(2, 9, false));
        assertEquals(9, named.name(1));
    }
}
