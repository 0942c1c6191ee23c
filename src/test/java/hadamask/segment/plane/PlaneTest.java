package hadamask.segment.plane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import boofcv.alg.filter.blur.BlurImageOps;
import boofcv.concurrency.BoofConcurrency;
import boofcv.struct.image.GrayU16;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.segment.Foreground;
import hadamask.segment.GrayClustering;
import hadamask.segment.GrayClusters;
import hadamask.segment.Pictures;
import hadamask.segment.Stopwatch;
import hadamask.segment.cluster.Thresholding;
import hadamask.segment.color.ColorNormal;
import hadamask.segment.color.Lab;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlaneTest {
    private static Levels levels(Plane plane, Image image) {
        return plane.of(image, PixelWeights.of(image, AlphaUse.WEIGHT));
    }

    private static List<Plane> planes() {
        List<Plane> planes = new ArrayList<>(List.of(ColorPlane.values()));
        planes.addAll(List.of(GrayScale.values()));
        planes.add(new BorderPlane());
        planes.add(new FlattenedPlane(GrayScale.MEAN, 2));
        return planes;
    }

    /// The plane's number as its definition has it, from 0 to 1.
    private static double definition(ColorPlane plane, double r, double g, double b) {
        double max = Math.max(r, Math.max(g, b));
        double min = Math.min(r, Math.min(g, b));
        double sum = r + g + b;
        double share = sum == 0 ? 0 : 1 / sum;
        double exg = (2 * g - r - b) * share;
        float[] lab = new float[3];
        Lab.of((float) (255 * r), (float) (255 * g), (float) (255 * b), lab, 0);
        return switch (plane) {
            case RED -> r;
            case GREEN -> g;
            case BLUE -> b;
            case LAB_L -> lab[0] / 100;
            case LAB_A -> (lab[1] + 128) / 256;
            case LAB_B -> (lab[2] + 128) / 256;
            case SATURATION -> max == 0 ? 0 : (max - min) / max;
            case EXG -> (exg + 1) / 3;
            case EXGR -> (exg - (1.4 * r - g) * share + 2.4) / 5.4;
        };
    }

    @ParameterizedTest
    @EnumSource(ColorPlane.class)
    void aColorPlaneIsItsDefinition(ColorPlane plane) {
        for (int bits : new int[]{8, 16}) {
            for (Layout layout : Layout.values()) {
                Image image = Pictures.random(new Random(7), 9, 5, layout, bits);
                Levels levels = levels(plane, image);
                int white = image.maxSample();
                double tolerance = bits == 8 ? 0.0006 : 0.00002;
                for (int y = 0; y < 5; y++) {
                    for (int x = 0; x < 9; x++) {
                        double expected = definition(plane, image.sample(x, y, layout.red()) / (double) white,
                                image.sample(x, y, layout.green()) / (double) white,
                                image.sample(x, y, layout.blue()) / (double) white);
                        assertEquals(expected, levels.at(x, y) / (double) levels.maxLevel(), tolerance,
                                plane + " of " + image + " at " + x + "," + y);
                    }
                }
            }
        }
    }

    /// Rows of 8 bits are formed by loops of their own.
    @ParameterizedTest
    @EnumSource(ColorPlane.class)
    void rowsHaveTheLevelsOfTheirColours(ColorPlane plane) {
        int[] samples = new int[3 * 300 * 300];
        Random random = new Random(8);
        for (int i = 0; i < samples.length; i++) {
            int gray = i / 3 % 256;
            samples[i] = switch (i / 3 / 300 % 3) {
                case 0 -> gray;
                case 1 -> random.nextInt(256);
                default -> random.nextInt(4) == 0 ? gray : 255 * random.nextInt(2);
            };
        }
        Image image = Pictures.of(300, 300, Layout.RGB, 8, samples);
        Levels levels = levels(plane, image);
        for (int i = 0; i < samples.length; i += 3) {
            assertEquals(plane.level(samples[i], samples[i + 1], samples[i + 2], 0xFF),
                    levels.at(i / 3 % 300, i / 900));
        }
    }

    @ParameterizedTest
    @CsvSource({"255,0,0, 53.24,80.09,67.20", "0,255,0, 87.73,-86.18,83.18", "0,0,255, 32.30,79.19,-107.86",
        "255,255,255, 100,0,0", "0,0,0, 0,0,0"})
    void labIsThatOfOtherPrograms(int r, int g, int b, double l, double a, double bb) {
        Image image = Pictures.of(1, 1, Layout.RGB, 8, r, g, b);
        assertEquals(l / 100, levels(ColorPlane.LAB_L, image).at(0, 0) / 4095.0, 0.0003);
        assertEquals((a + 128) / 256, levels(ColorPlane.LAB_A, image).at(0, 0) / 4095.0, 0.0005);
        assertEquals((bb + 128) / 256, levels(ColorPlane.LAB_B, image).at(0, 0) / 4095.0, 0.0005);
    }

    @ParameterizedTest
    @EnumSource(ColorPlane.class)
    void blackIsDefined(ColorPlane plane) {
        for (int bits : new int[]{8, 16}) {
            Levels levels = levels(plane, Pictures.of(1, 1, Layout.RGB, bits, 0, 0, 0));
            assertEquals(definition(plane, 0, 0, 0), levels.at(0, 0) / (double) levels.maxLevel(), 0.0002);
        }
    }

    @Test
    void allWaysToReadLevelsAgree() {
        for (Plane plane : planes()) {
            Image image = Pictures.random(new Random(3), 37, 300, Layout.BGR, 8);
            Levels levels = levels(plane, image);
            byte[] ofLevel = new byte[levels.maxLevel() + 1];
            new Random(4).nextBytes(ofLevel);
            int[] counts = new int[ofLevel.length];
            int[] expectedCounts = new int[ofLevel.length];
            byte[] found = new byte[37 * 300];
            int[] row = new int[37];
            for (int y = 0; y < 300; y++) {
                levels.row(y, row);
                levels.count(y, counts);
                levels.lookUp(y, ofLevel, found, 37 * y);
                for (int x = 0; x < 37; x++) {
                    assertEquals(levels.at(x, y), row[x]);
                    assertEquals(ofLevel[row[x]], found[37 * y + x]);
                    expectedCounts[row[x]]++;
                }
            }
            assertArrayEquals(expectedCounts, counts, plane.toString());
        }
    }

    @Test
    void theBorderPlaneIsTheRootOfTheMahalanobisDistance() {
        int width = 60;
        int height = 40;
        Image image = Pictures.random(new Random(5), width, height, Layout.RGB, 8);
        int band = 2;
        ColorNormal normal = new ColorNormal();
        List<float[]> colors = new ArrayList<>();
        float[] lab = new float[3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (x < band || y < band || x >= width - band || y >= height - band) {
                    Lab.of(image.sample(x, y, 0), image.sample(x, y, 1), image.sample(x, y, 2), lab, 0);
                    normal.add(lab, 0, 1);
                    colors.add(lab.clone());
                }
            }
        }
        normal.estimate(4);
        double[] median = new double[3];
        for (int c = 0; c < 3; c++) {
            int component = c;
            double[] sorted = colors.stream().mapToDouble(color -> color[component]).sorted().toArray();
            median[c] = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }
        normal.centre(median[0], median[1], median[2]);
        Levels levels = levels(new BorderPlane(), image);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                Lab.of(image.sample(x, y, 0), image.sample(x, y, 1), image.sample(x, y, 2), lab, 0);
                double distance = Math.sqrt(normal.squaredDistance(lab, 0));
                // near the centre the root is steep
                double tolerance = distance < 0.1 ? 0.02 : 0.002;
                assertEquals(Math.sqrt(distance) / 12, levels.at(x, y) / 4095.0, tolerance);
            }
        }
    }

    @Test
    void anObjectOfTheBrightnessOfItsGroundIsFoundByTheBorder() {
        for (int bits : new int[]{8, 16}) {
            int unit = bits == 8 ? 1 : 257;
            int[] samples = new int[3 * 50 * 40];
            byte[] truth = new byte[50 * 40];
            for (int i = 0; i < truth.length; i++) {
                boolean in = Math.hypot(i % 50 - 25, i / 50 - 20) < 12;
                int[] color = in ? new int[]{170, 90, 100} : new int[]{90, 140, 130};
                int noise = new Random(i).nextInt(9);
                truth[i] = (byte) (in ? 1 : 0);
                for (int c = 0; c < 3; c++) {
                    samples[3 * i + c] = unit * (color[c] + (c == 0 ? noise : -noise / 2));
                }
            }
            Image image = Pictures.of(50, 40, Layout.RGB, bits, samples);
            Mask found = GrayClustering.DEFAULT.with(new BorderPlane()).find(image, new Stopwatch()).mask();
            assertEquals(new Mask(50, 40, truth), found);
        }
    }

    @Test
    void whatIsTransparentTellsTheBorderNothing() {
        Random random = new Random(11);
        int[] opaque = new int[4 * 30 * 30];
        for (int i = 0; i < opaque.length; i++) {
            opaque[i] = i % 4 == 3 ? 255 : random.nextInt(256);
        }
        int[] veiled = opaque.clone();
        for (int i = 0; i < 30 * 30; i += 3) {
            veiled[4 * i] = random.nextInt(256);
            veiled[4 * i + 3] = 0;
            opaque[4 * i + 3] = 0;
        }
        Levels a = levels(new BorderPlane(), Pictures.of(30, 30, Layout.RGBA, 8, opaque));
        Levels b = levels(new BorderPlane(), Pictures.of(30, 30, Layout.RGBA, 8, veiled));
        for (int i = 0; i < 30 * 30; i++) {
            if (i % 3 != 0) {
                assertEquals(a.at(i % 30, i / 30), b.at(i % 30, i / 30));
            }
        }
    }

    @Test
    void aClosingOfLevelsIsItsDefinition() {
        Random random = new Random(13);
        for (int trial = 0; trial < 60; trial++) {
            int width = 1 + random.nextInt(90);
            int height = 1 + random.nextInt(90);
            int radius = 1 + random.nextInt(trial % 7 == 0 ? 200 : 9);
            char[] levels = new char[width * height];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = (char) random.nextInt(trial % 2 == 0 ? 5 : 65536);
            }
            int[] expected = extremes(extremes(numbers(levels), width, height, radius, 1), width, height, radius, -1);
            assertArrayEquals(expected, numbers(closed(levels, width, height, radius)));
        }
    }

    private static char[] closed(char[] levels, int width, int height, int radius) {
        char[] closed = new char[levels.length];
        new GrayClosing(width, height, radius, 0xFFFF).close(closed,
                () -> (y, values, to) -> System.arraycopy(levels, to, values, to, width), (first, end) -> {});
        return closed;
    }

    private static int[] numbers(char[] levels) {
        int[] values = new int[levels.length];
        Arrays.setAll(values, i -> levels[i]);
        return values;
    }

    private static int[] extremes(int[] values, int width, int height, int radius, int sign) {
        return along(along(values, width, height, radius, sign, 1, 0), width, height, radius, sign, 0, 1);
    }

    private static int[] along(int[] values, int width, int height, int radius, int sign, int dx, int dy) {
        int[] found = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int best = values[i];
            for (int d = -radius; d <= radius; d++) {
                int x = i % width + d * dx;
                int y = i / width + d * dy;
                if (x >= 0 && y >= 0 && x < width && y < height
                        && sign * Integer.compare(values[y * width + x], best) > 0) {
                    best = values[y * width + x];
                }
            }
            found[i] = best;
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({"8, 60, 40, 3", "8, 700, 160, 5", "16, 60, 40, 3", "8, 9, 140, 12", "16, 140, 7, 30"})
    void aFlattenedLevelIsItsShareOfTheGround(int bits, int width, int height, int radius) {
        Image image = Pictures.random(new Random(width), width, height, Layout.RGB, bits);
        StoredLevels plain = StoredLevels.of(levels(GrayScale.MEAN, image));
        char[] closed = closed(plain.values(), width, height, radius);
        GrayU16 ground = new GrayU16(width, height);
        for (int i = 0; i < closed.length; i++) {
            ground.data[i] = (short) closed[i];
        }
        boolean before = BoofConcurrency.USE_CONCURRENT;
        BoofConcurrency.USE_CONCURRENT = false;
        for (int pass = 0; pass < 2; pass++) {
            BlurImageOps.mean(ground, ground, radius, null, null);
        }
        BoofConcurrency.USE_CONCURRENT = before;
        Levels flat = levels(new FlattenedPlane(GrayScale.MEAN, radius), image);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                long level = plain.at(x, y);
                long white = plain.maxLevel();
                long all = ground.get(x, y);
                long share = level >= all ? white : (2 * level * white + all) / (2 * all);
                assertEquals(share, flat.at(x, y), x + "," + y);
            }
        }
    }

    @Test
    void aFlattenedPageHasOneWhite() {
        int[] grays = new int[120 * 90];
        byte[] ink = new byte[grays.length];
        for (int i = 0; i < grays.length; i++) {
            int x = i % 120;
            int y = i / 120;
            ink[i] = (byte) (x % 12 < 3 && y % 15 < 10 && x > 5 && y > 5 ? 1 : 0);
            double light = 240 - 1.5 * x; // the right side lies in shadow
            grays[i] = (int) (ink[i] == 1 ? light * 0.6 : light);
        }
        Image page = Pictures.of(120, 90, Layout.GRAY, 8, grays);
        GrayClustering dark = GrayClustering.DEFAULT.with(new Foreground.Dark());
        Mask uneven = dark.find(page, new Stopwatch()).mask();
        Mask flat = dark.with(new FlattenedPlane(GrayScale.MEAN, 8)).find(page, new Stopwatch()).mask();
        assertEquals(new Mask(120, 90, ink), flat);
        assertTrue(!uneven.equals(flat), "without it the shadow counts as ink");
    }

    @Test
    void anEvenPageIsFlatAlready() {
        Image page = Pictures.of(20, 10, Layout.GRAY, 16, Arrays.stream(new int[200]).map(i -> 40_000).toArray());
        Levels flat = levels(new FlattenedPlane(GrayScale.MEAN, 3), page);
        assertEquals(0xFFFF, flat.maxLevel());
        for (int i = 0; i < 200; i++) {
            assertEquals(0xFFFF, flat.at(i % 20, i / 20));
        }
    }

    @Test
    void theRadiusGrowsWithThePicture() {
        FlattenedPlane scaled = new FlattenedPlane(GrayScale.MEAN, FlattenedPlane.AUTO);
        assertEquals(1, scaled.reach(50, 900));
        assertEquals(20, scaled.reach(1500, 960));
        assertEquals(7, new FlattenedPlane(GrayScale.MEAN, 7).reach(1500, 960));
    }

    @Test
    void aPlaneIsFlattenedOnce() {
        FlattenedPlane flat = new FlattenedPlane(GrayScale.MEAN, 3);
        assertThrows(IllegalArgumentException.class, () -> new FlattenedPlane(flat, 3));
        assertThrows(IllegalArgumentException.class, () -> new FlattenedPlane(GrayScale.MEAN, -1));
    }

    @Test
    void theOptimumOfAPlaneIsCertified() {
        Image image = Pictures.random(new Random(17), 40, 30, Layout.BGR, 8);
        for (Plane plane : planes()) {
            GrayClusters found = (GrayClusters) GrayClustering.DEFAULT.with(plane).find(image, new Stopwatch())
                    .evidence();
            assertTrue(found.clusters().globalOptimum());
            assertEquals(plane, found.plane());
        }
    }

    @Test
    void theClusterOfAColorIsTheOneWhoseMeanIsNearest() {
        Image image = Pictures.of(3, 1, Layout.RGB, 8, 250, 10, 10, 10, 240, 10, 20, 20, 90);
        Foreground red = new Foreground.Near(0xC0, 0x30, 0x20);
        GrayClustering three = GrayClustering.DEFAULT.with(new Thresholding.KMeans(3, 0)).with(ColorPlane.LAB_A);
        assertEquals(Pictures.mask(3, 1, 0, 0), three.with(red).find(image, new Stopwatch()).mask());
        assertEquals(Pictures.mask(3, 0, 1, 0),
                three.with(new Foreground.Near(0, 200, 0)).find(image, new Stopwatch()).mask());
        assertThrows(IllegalArgumentException.class, () -> new Foreground.Near(0, 256, 0));
    }
}
