package hadamask.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.segment.cluster.ColorFeatures;
import hadamask.segment.cluster.ColorFit;
import hadamask.segment.cluster.ColorHistogram;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.PixelWeights;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import smile.clustering.CentroidClustering;
import smile.clustering.Clustering;
import smile.clustering.KMeans;
import smile.math.MathEx;

class ColorClusteringTest {
    private static final int[][] PAINTS = {{200, 60, 50}, {60, 160, 70}, {50, 70, 190}, {220, 210, 80}, {30, 30, 30}};

    private static SegmentationMethod.Found find(ColorFeatures features, int k, Foreground foreground, Image image) {
        return new ColorClustering(features, k, 0, foreground, AlphaUse.WEIGHT).find(image, new Stopwatch());
    }

    private static ColorClusters evidence(ColorFeatures features, int k, Image image) {
        return (ColorClusters) find(features, k, new Foreground.Auto(), image).evidence();
    }

    /// Squares of 10 x 10 pixels, each of one paint, with noise.
    private static Image squares(int columns, int rows, int paints, int noise, int bits, Layout layout) {
        Random random = new Random(columns + 31L * noise);
        int unit = bits == 8 ? 1 : 257;
        int n = layout.samples();
        int[] samples = new int[100 * columns * rows * n];
        for (int i = 0; i < 100 * columns * rows; i++) {
            int x = i % (10 * columns) / 10;
            int y = i / (10 * columns) / 10;
            int[] paint = PAINTS[(x + y * columns) % paints];
            samples[n * i + layout.red()] = unit * (paint[0] + random.nextInt(noise + 1));
            samples[n * i + layout.green()] = unit * (paint[1] + random.nextInt(noise + 1));
            samples[n * i + layout.blue()] = unit * (paint[2] + random.nextInt(noise + 1));
            if (layout.hasAlpha()) {
                samples[n * i + layout.alpha()] = unit * 255;
            }
        }
        return Pictures.of(10 * columns, 10 * rows, layout, bits, samples);
    }

    @ParameterizedTest
    @EnumSource(ColorFeatures.class)
    void paintsAreFoundWhateverTheLayoutAndTheDepth(ColorFeatures features) {
        for (Layout layout : new Layout[]{Layout.BGR, Layout.RGBA}) {
            for (int bits : new int[]{8, 16}) {
                Image image = squares(5, 2, 5, 12, bits, layout);
                ColorClusters found = evidence(features, 5, image);
                for (ColorClusters.Group group : found.groups()) {
                    assertEquals(200, group.pixels());
                    assertEquals(6, Math.abs(group.red() - nearestPaint(group)[0]), 2);
                }
                assertEquals("#", found.groups().getFirst().hex().substring(0, 1));
                assertTrue(found.groups().getFirst().red() < 50, "dark comes first");
                assertTrue(found.groups().getLast().green() > 200, "bright comes last");
            }
        }
    }

    private static int[] nearestPaint(ColorClusters.Group group) {
        int[] best = PAINTS[0];
        for (int[] paint : PAINTS) {
            best = distance(paint, group) < distance(best, group) ? paint : best;
        }
        return best;
    }

    private static double distance(int[] paint, ColorClusters.Group group) {
        return Math.abs(paint[0] - group.red()) + Math.abs(paint[1] - group.green())
                + Math.abs(paint[2] - group.blue());
    }

    @Test
    void theObjectIsChosenByBorderPlaceOrColour() {
        // green in the middle of red, with a blue dot
        int[] samples = new int[3 * 30 * 30];
        byte[] green = new byte[900];
        byte[] blue = new byte[900];
        for (int i = 0; i < 900; i++) {
            int x = i % 30;
            int y = i / 30;
            boolean inside = x > 5 && x < 24 && y > 5 && y < 24;
            boolean dot = x > 10 && x < 15 && y > 10 && y < 15;
            green[i] = (byte) (inside && !dot ? 1 : 0);
            blue[i] = (byte) (dot ? 1 : 0);
            int[] paint = PAINTS[dot ? 2 : inside ? 1 : 0];
            for (int c = 0; c < 3; c++) {
                samples[3 * i + c] = paint[c] + (i * 7 + c) % 5;
            }
        }
        Image image = Pictures.of(30, 30, Layout.RGB, 8, samples);
        byte[] both = new byte[900];
        for (int i = 0; i < 900; i++) {
            both[i] = (byte) (green[i] + blue[i]);
        }
        ColorFeatures lab = ColorFeatures.LAB;
        assertEquals(new Mask(30, 30, both), find(lab, 3, new Foreground.Auto(), image).mask());
        assertEquals(new Mask(30, 30, green), find(lab, 3, new Foreground.At(7, 7), image).mask());
        assertEquals(new Mask(30, 30, blue), find(lab, 3, new Foreground.Near(0, 0, 255), image).mask());
        assertEquals(new Mask(30, 30, blue), find(lab, 3, new Foreground.Dark(), image).mask());
        assertEquals(new Mask(30, 30, green), find(lab, 3, new Foreground.Bright(), image).mask());
    }

    @ParameterizedTest
    @CsvSource({"LAB,2", "LAB,7", "RGB,3", "RGB,16", "HSV,5", "HSV,64"})
    void noFitOfSmileFromTheSameSeedsIsBetter(ColorFeatures features, int k) {
        Image image = Pictures.random(new Random(k), 40, 30, Layout.RGB, 8);
        ColorHistogram histogram = ColorHistogram.of(image, PixelWeights.of(image, AlphaUse.WEIGHT));
        float[] points = new float[3 * histogram.size()];
        for (int i = 0; i < points.length; i += 3) {
            features.of(histogram.colors()[i], histogram.colors()[i + 1], histogram.colors()[i + 2], points, i);
        }
        double[][] all = new double[40 * 30][];
        int n = 0;
        for (int cell = 0; cell < histogram.size(); cell++) {
            for (int i = 0; i < histogram.counts()[cell]; i++) {
                all[n++] = new double[]{points[3 * cell], points[3 * cell + 1], points[3 * cell + 2]};
            }
        }
        ColorFit.Fit fit = new ColorFit(points, histogram.counts()).fit(k, 3);
        for (int seed = 3; seed < 8; seed++) {
            MathEx.setSeed(seed);
            CentroidClustering<double[], double[]> smile = KMeans.fit(all, new Clustering.Options(k, 100, 0.0, null));
            double wcss = 0;
            for (double[] point : all) {
                double least = Double.POSITIVE_INFINITY;
                for (double[] centre : smile.centers()) {
                    least = Math.min(least, MathEx.squaredDistance(point, centre));
                }
                wcss += least;
            }
            assertTrue(fit.wcss() <= wcss * (1 + 1e-9), fit.wcss() + " against " + wcss);
        }
        assertTrue(fit.wcss() <= fit.kmeansWcss());
        int[] clusters = new int[histogram.size()];
        assertEquals(fit.wcss(), new ColorFit(points, histogram.counts()).assign(fit.centres(), clusters));
        assertArrayEquals(fit.clusters(), clusters);
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "4", "5"})
    void thePictureDecidesHowManyPaintsItHas(int paints) {
        ColorClusters found = evidence(ColorFeatures.LAB, ColorClustering.AUTO, squares(paints, 3, paints, 10, 8,
                Layout.BGR));
        assertEquals(paints, found.groups().size());
    }

    @Test
    void aGroundOfSeveralColoursIsGround() {
        int[] samples = new int[3 * 60 * 60];
        byte[] truth = new byte[3600];
        for (int i = 0; i < 3600; i++) {
            boolean in = Math.hypot(i % 60 - 30, i / 60 - 30) < 14;
            truth[i] = (byte) (in ? 1 : 0);
            int[] paint = PAINTS[in ? 1 : i % 60 / 20 == 0 ? 0 : i % 60 / 20 == 1 ? 2 : 3];
            for (int c = 0; c < 3; c++) {
                samples[3 * i + c] = paint[c] + (i * 7 + c) % 5;
            }
        }
        Image image = Pictures.of(60, 60, Layout.RGB, 8, samples);
        assertEquals(new Mask(60, 60, truth), find(ColorFeatures.LAB, 4, new Foreground.Auto(), image).mask());
    }

    @Test
    void darkPicturesOf16BitsHaveColoursToo() {
        int[] samples = new int[3 * 20 * 20];
        byte[] truth = new byte[400];
        for (int i = 0; i < 400; i++) {
            boolean in = i % 20 > 5 && i % 20 < 14 && i / 20 > 5 && i / 20 < 14;
            truth[i] = (byte) (in ? 1 : 0);
            samples[3 * i] = in ? 300 : 120 + i % 9;
            samples[3 * i + 1] = 150 + i % 7;
            samples[3 * i + 2] = in ? 100 : 200;
        }
        Image image = Pictures.of(20, 20, Layout.RGB, 16, samples);
        assertEquals(new Mask(20, 20, truth),
                find(ColorFeatures.RGB, 2, new Foreground.Auto(), image).mask());
    }

    @Test
    void coloursUnderAlpha0DoNotMatter() {
        Random random = new Random(8);
        int[] samples = random.ints(4 * 30 * 30, 0, 256).toArray();
        int[] others = samples.clone();
        for (int i = 0; i < 900; i++) {
            boolean seen = i % 30 > 3;
            samples[4 * i + 3] = others[4 * i + 3] = seen ? 100 + i % 100 : 0;
            for (int c = 0; c < 3 && !seen; c++) {
                others[4 * i + c] = random.nextInt(256);
            }
        }
        for (ColorFeatures features : ColorFeatures.values()) {
            var a = find(features, 4, new Foreground.Auto(), Pictures.of(30, 30, Layout.RGBA, 8, samples));
            var b = find(features, 4, new Foreground.Auto(), Pictures.of(30, 30, Layout.RGBA, 8, others));
            assertEquals(a.mask(), b.mask());
            assertEquals(a.evidence(), b.evidence());
            for (int y = 0; y < 30; y++) {
                assertTrue(!a.mask().contains(0, y));
            }
        }
    }

    @Test
    void whatHasTooFewColoursIsRefused() {
        Image flat = Pictures.of(2, 2, Layout.GRAY, 8, 7, 7, 7, 7);
        assertEquals("has a single colour: there is nothing to separate",
                assertThrows(InputException.class, () -> evidence(ColorFeatures.LAB, 2, flat)).problem());
        Image two = Pictures.of(2, 1, Layout.GRAY, 8, 7, 200);
        assertEquals("has 2 colours, expected at least 3 for as many clusters",
                assertThrows(InputException.class, () -> evidence(ColorFeatures.LAB, 3, two)).problem());
        assertEquals(2, evidence(ColorFeatures.LAB, ColorClustering.AUTO, two).groups().size());
        assertThrows(IllegalArgumentException.class, () -> evidence(ColorFeatures.LAB, 65, two));
        assertThrows(IllegalArgumentException.class, () -> evidence(ColorFeatures.LAB, 1, two));
    }

    @Test
    void theConeOfHsvKeepsDarkColoursTogether() {
        float[] features = new float[9];
        ColorFeatures.HSV.of(3, 0, 0, features, 0); // nearly black, of full saturation
        ColorFeatures.HSV.of(0, 3, 0, features, 3);
        ColorFeatures.HSV.of(255, 0, 0, features, 6);
        assertTrue(Math.hypot(features[0] - features[3], features[1] - features[4]) < 3);
        assertEquals(100, features[6], 1e-4);
        assertEquals(0, features[7], 1e-4);
        assertEquals(100, features[8], 1e-4);
    }
}
