package hadamask.segment.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import boofcv.alg.filter.binary.GThresholdImageOps;
import boofcv.struct.image.GrayU16;
import boofcv.struct.image.GrayU8;
import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.segment.Foreground;
import hadamask.segment.GrayClustering;
import hadamask.segment.Pictures;
import hadamask.segment.Stopwatch;
import hadamask.segment.plane.ColorPlane;
import hadamask.segment.plane.GrayScale;
import hadamask.segment.plane.Plane;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HistogramThresholdTest {
    /// A grey picture of two hills.
    private static Image hills(long seed, int bits) {
        Random random = new Random(seed);
        int white = (1 << bits) - 1;
        int[] grays = new int[80 * 60];
        for (int i = 0; i < grays.length; i++) {
            boolean in = i % 80 > 30 && i % 80 < 30 + 8 + seed % 30;
            double value = (in ? 0.65 : 0.3) + 0.07 * random.nextGaussian();
            grays[i] = (int) (white * Math.clamp(value, 0, 1));
        }
        return Pictures.of(80, 60, Layout.GRAY, bits, grays);
    }

    private static Mask bright(Thresholding thresholding, Plane plane, Image image) {
        return GrayClustering.DEFAULT.with(plane).with(thresholding).with(new Foreground.Bright())
                .find(image, new Stopwatch()).mask();
    }

    private static GrayU16 sixteen(Image image) {
        GrayU16 gray = new GrayU16(image.width(), image.height());
        for (int i = 0; i < gray.data.length; i++) {
            gray.data[i] = (short) image.sample(i % image.width(), i / image.width(), 0);
        }
        return gray;
    }

    private static double boofcv(HistogramThreshold rule, GrayU16 image, int white) {
        return switch (rule) {
            case OTSU -> GThresholdImageOps.computeOtsu(image, 0, white);
            case LI -> GThresholdImageOps.computeLi(image, 0, white);
            case HUANG -> GThresholdImageOps.computeHuang(image, 0, white);
            case ENTROPY -> GThresholdImageOps.computeEntropy(image, 0, white);
            case TRIANGLE -> throw new IllegalArgumentException("BoofCV has none");
        };
    }

    @ParameterizedTest
    @CsvSource({"OTSU,8", "LI,8", "HUANG,8", "ENTROPY,8", "OTSU,16", "LI,16"})
    void aThresholdIsThatOfBoofcv(HistogramThreshold rule, int bits) {
        for (int seed = 0; seed < 8; seed++) {
            Image image = hills(seed, bits);
            GrayU16 gray = sixteen(image);
            GrayU8 expected = GThresholdImageOps.threshold(gray, null, boofcv(rule, gray, image.maxSample()), false);
            Mask found = bright(new Thresholding.Automatic(rule), ColorPlane.RED, image);
            assertEquals(new Mask(80, 60, expected.data), found, rule + " of " + image);
        }
    }

    @ParameterizedTest
    @EnumSource(value = HistogramThreshold.class, names = {"HUANG", "ENTROPY"})
    void beyond1024LevelsThereAreBins(HistogramThreshold rule) {
        Image image = hills(3, 16);
        GrayU16 gray = sixteen(image);
        for (int i = 0; i < gray.data.length; i++) {
            gray.data[i] = (short) ((gray.data[i] & 0xFFFF) >> 6);
        }
        GrayU8 expected = GThresholdImageOps.threshold(gray, null, boofcv(rule, gray, 1023), false);
        assertEquals(new Mask(80, 60, expected.data),
                bright(new Thresholding.Automatic(rule), ColorPlane.GREEN, image));
    }

    @Test
    void otsuIsWhatTwoClustersAre() {
        for (int seed = 0; seed < 20; seed++) {
            Image image = hills(seed, seed % 2 == 0 ? 8 : 16);
            assertEquals(bright(new Thresholding.KMeans(2, 0), GrayScale.MEAN, image),
                    bright(new Thresholding.Automatic(HistogramThreshold.OTSU), GrayScale.MEAN, image));
        }
    }

    @Test
    void theTriangleIsTheFarthestFromItsLine() {
        Random random = new Random(1);
        for (int trial = 0; trial < 300; trial++) {
            int[] counts = new int[2 + random.nextInt(40)];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = random.nextInt(3) == 0 ? 0 : random.nextInt(1000);
            }
            counts[random.nextInt(counts.length)] = 1001;
            counts[counts[0] == 0 ? 0 : counts.length - 1]++;
            GrayHistogram histogram = new GrayHistogram(counts);
            int[] levels = histogram.distinctLevels();
            if (levels.length < 2) {
                continue;
            }
            int found = HistogramThreshold.TRIANGLE.of(histogram);
            int peak = 0;
            for (int i = 0; i < counts.length; i++) {
                peak = counts[i] > counts[peak] ? i : peak;
            }
            int first = levels[0];
            int last = levels[levels.length - 1];
            int end = peak - first > last - peak ? first : last;
            double farthest = 0;
            for (int i = Math.min(peak, end); i <= Math.max(peak, end); i++) {
                farthest = Math.max(farthest, distance(counts, peak, end, i));
            }
            assertTrue(found >= first && found < last);
            if (found == peak || (found != last - 1 && found != first)) { // elsewhere it may have been moved to keep both sides
                assertEquals(farthest, Math.max(0, distance(counts, peak, end, found)), 1e-9);
            }
        }
    }

    /// How far below the line from the peak to the end of a histogram a level lies.
    private static double distance(int[] counts, int peak, int end, int level) {
        double dx = end - peak;
        double dy = counts[end] - counts[peak];
        double cross = dx * (counts[level] - counts[peak]) - dy * (level - peak);
        return (dx > 0 ? -cross : cross) / Math.hypot(dx, dy);
    }

    @ParameterizedTest
    @EnumSource(HistogramThreshold.class)
    void bothSidesHavePixels(HistogramThreshold rule) {
        Random random = new Random(5);
        for (int trial = 0; trial < 40; trial++) {
            int[] counts = new int[trial % 2 == 0 ? 256 : 5000];
            for (int i = 0; i < 2 + trial; i++) {
                counts[random.nextInt(counts.length)] = 1 + random.nextInt(1000);
            }
            counts[counts.length - 1] += 100_000;
            GrayHistogram histogram = new GrayHistogram(counts);
            if (histogram.distinctLevels().length < 2) {
                continue;
            }
            Clusters clusters = new Thresholding.Automatic(rule).clusters(histogram);
            assertTrue(clusters.all().getFirst().pixels() > 0 && clusters.all().getLast().pixels() > 0,
                    rule + " in trial " + trial);
        }
    }

    @ParameterizedTest
    @EnumSource(HistogramThreshold.class)
    void aSingleLevelHasNoThreshold(HistogramThreshold rule) {
        int[] counts = new int[256];
        counts[7] = 9;
        InputException e = assertThrows(InputException.class,
                () -> new Thresholding.Automatic(rule).clusters(new GrayHistogram(counts)));
        assertEquals("has a single grey level: there is nothing to separate", e.problem());
    }

    @ParameterizedTest
    @EnumSource(HistogramThreshold.class)
    void twoLevelsArePartedBetween(HistogramThreshold rule) {
        int[] counts = new int[256];
        counts[7] = 90;
        counts[200] = 10;
        int found = rule.of(new GrayHistogram(counts));
        assertTrue(found >= 7 && found < 200, rule + " " + found);
    }
}
