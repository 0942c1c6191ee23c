package hadamask.segment.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.file.InputException;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThresholdingTest {
    /// Levels around two or more humps, as photographs have them.
    private static GrayHistogram humps(Random random, int scale, int humps) {
        int[] counts = new int[scale];
        for (int h = 0; h < humps; h++) {
            double middle = random.nextDouble() * scale;
            double width = scale * (0.02 + 0.1 * random.nextDouble());
            for (int i = 0; i < 4000; i++) {
                int level = (int) (middle + width * random.nextGaussian());
                counts[Math.clamp(level, 0, scale - 1)]++;
            }
        }
        return new GrayHistogram(counts);
    }

    @Test
    void smilesKMeansIsNeverBetterThanTheOptimum() {
        Random random = new Random(1);
        int corrected = 0;
        for (int i = 0; i < 60; i++) {
            GrayHistogram histogram = humps(random, i % 2 == 0 ? 766 : 65536, 2 + i % 4);
            Clusters clusters = new Thresholding.KMeans(2 + i % 5, i).clusters(histogram);
            assertTrue(clusters.globalOptimum());
            Certificate certificate = Objects.requireNonNull(clusters.certificate());
            boolean better = clusters.wcss() < certificate.kmeansWcss() * (1 - 1e-12);
            assertTrue(certificate.kmeansWcss() >= clusters.wcss() * (1 - 1e-12), clusters::toString);
            if (better) {
                assertEquals(Certificate.Verdict.CORRECTED, certificate.verdict());
            }
            if (certificate.verdict() == Certificate.Verdict.CONFIRMED) {
                assertEquals(clusters.wcss(), certificate.kmeansWcss());
            }
            corrected += better ? 1 : 0;
        }
        assertTrue(corrected > 0 && corrected < 60, "corrected " + corrected + " of 60");
    }

    @Test
    void smilesKMeansFindsTheOptimumOfWellSeparatedLevels() {
        int[] counts = new int[766];
        for (int i = 0; i < 40; i++) {
            counts[100 + i] = 50 + i;
            counts[600 + i] = 90 - i;
        }
        GrayHistogram histogram = new GrayHistogram(counts);
        Clusters clusters = new Thresholding.KMeans(2, 0).clusters(histogram);
        assertEquals(new Certificate(Certificate.Verdict.CONFIRMED, clusters.wcss()), clusters.certificate());
        // The cut lies anywhere in the gap: what counts is which levels are on which side.
        Clusters local = Clusters.cut(histogram, KMeansFit.of(histogram, new Thresholding.KMeans(2, 0)));
        assertEquals(clusters.all().getFirst().pixels(), local.all().getFirst().pixels());
    }

    @Test
    void theClustersDoNotDependOnTheSeed() {
        GrayHistogram histogram = humps(new Random(3), 766, 4);
        for (int k = 2; k <= 4; k++) {
            Clusters first = new Thresholding.KMeans(k, 0).clusters(histogram);
            for (long seed : new long[]{1, -1, 12345, Long.MAX_VALUE, Long.MIN_VALUE}) {
                Clusters other = new Thresholding.KMeans(k, seed).clusters(histogram);
                assertEquals(first.all(), other.all());
                assertEquals(first.wcss(), other.wcss());
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameLocalOptimum() {
        GrayHistogram histogram = humps(new Random(4), 766, 5);
        for (long seed = 0; seed < 5; seed++) {
            assertArrayEquals(KMeansFit.of(histogram, new Thresholding.KMeans(5, seed)),
                    KMeansFit.of(histogram, new Thresholding.KMeans(5, seed)));
        }
    }

    @Test
    void rareLevelsAreEnoughForAsManyClusters() {
        int[] counts = new int[766];
        counts[0] = 200_000_000;
        counts[10] = 1;
        counts[765] = 1;
        Clusters clusters = new Thresholding.KMeans(3, 0).clusters(new GrayHistogram(counts));
        assertEquals(List.of(200_000_000L, 1L, 1L), clusters.all().stream().map(Clusters.Cluster::pixels).toList());
        assertEquals(0, clusters.wcss());
    }

    @Test
    void clustersAreMeansOfTheirLevelsOnTheScaleFrom0To1() {
        int[] counts = new int[11];
        counts[1] = 3;
        counts[2] = 1;
        counts[9] = 2;
        Clusters clusters = new Thresholding.KMeans(2, 0).clusters(new GrayHistogram(counts));
        assertEquals(List.of(new Clusters.Cluster(0.125, 4, 2), new Clusters.Cluster(0.9, 2, 10)), clusters.all());
        assertEquals(List.of((0.125 + 0.9) / 2), clusters.thresholds());
        assertEquals(0.0075, clusters.wcss(), 1e-15); // 3 (1 - 1.25)^2 + (2 - 1.25)^2 = 0.75, over 10^2
        for (int level = 0; level <= 10; level++) {
            assertEquals(level <= 2 ? 0 : 1, clusters.of(level));
        }
    }

    @Test
    void aThresholdPartsWhatIsBrighterFromWhatIsNot() {
        int[] counts = {1, 2, 3, 4, 5, 6};
        GrayHistogram histogram = new GrayHistogram(counts);
        assertEquals(List.of(6L, 15L), pixels(histogram, 0.4)); // level 2 of 5 is 0.4: not brighter
        assertEquals(List.of(3L, 18L), pixels(histogram, 0.39999));
        assertEquals(List.of(1L, 20L), pixels(histogram, 0));
        assertEquals(List.of(21L, 0L), pixels(histogram, 1));
        Clusters all = new Thresholding.Fixed(1).clusters(histogram);
        assertTrue(Double.isNaN(all.all().getLast().centroid()));
        assertEquals(List.of(1.0), all.thresholds());
        assertFalse(all.globalOptimum());
    }

    private static List<Long> pixels(GrayHistogram histogram, double gray) {
        return new Thresholding.Fixed(gray).clusters(histogram).all().stream().map(Clusters.Cluster::pixels).toList();
    }

    @Test
    void everyEighthBitThresholdIsExact() {
        GrayHistogram histogram = new GrayHistogram(new int[766]);
        for (int level = 0; level <= 765; level++) {
            double gray = Double.parseDouble(Double.toString(level / 765.0));
            assertEquals(level, new Thresholding.Fixed(gray).clusters(histogram).all().getFirst().lastLevel());
        }
    }

    @Test
    void aSingleLevelCannotBeSeparated() {
        int[] counts = new int[766];
        counts[300] = 64;
        InputException e = assertThrows(InputException.class,
                () -> new Thresholding.KMeans(2, 0).clusters(new GrayHistogram(counts)));
        assertEquals("has a single grey level: there is nothing to separate", e.problem());
    }

    @Test
    void fewerLevelsThanClustersAreRefused() {
        int[] counts = new int[766];
        counts[300] = 64;
        counts[301] = 1;
        GrayHistogram histogram = new GrayHistogram(counts);
        assertEquals(2, new Thresholding.KMeans(2, 0).clusters(histogram).size());
        InputException e = assertThrows(InputException.class, () -> new Thresholding.KMeans(3, 0).clusters(histogram));
        assertEquals("has 2 grey levels, expected at least 3 for as many clusters", e.problem());
    }

    @Test
    void impossibleSettingsCannotBeMade() {
        assertThrows(IllegalArgumentException.class, () -> new Thresholding.KMeans(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Thresholding.KMeans(65, 0));
        assertThrows(IllegalArgumentException.class, () -> new Thresholding.Fixed(-0.1));
        assertThrows(IllegalArgumentException.class, () -> new Thresholding.Fixed(Double.NaN));
    }
}
