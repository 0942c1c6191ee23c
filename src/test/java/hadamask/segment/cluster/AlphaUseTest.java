package hadamask.segment.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.segment.Foreground;
import hadamask.segment.GrayClustering;
import hadamask.segment.GrayClusters;
import hadamask.segment.Pictures;
import hadamask.segment.SegmentationMethod;
import hadamask.segment.Stopwatch;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.GrayScale;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What alpha means for the clusters: laws on random pictures.
class AlphaUseTest {
    private static final List<Layout> WITH_ALPHA_8 = List.of(Layout.GRAY_ALPHA, Layout.ABGR, Layout.RGBA);
    private static final List<GrayScale> GRAYS = List.of(GrayScale.values());
    private static final Thresholding THREE_MEANS = new Thresholding.KMeans(3, 0);

    private static SegmentationMethod.Found find(GrayClustering method, Image image) {
        return method.find(image, new Stopwatch());
    }

    private static GrayClusters clusters(GrayClustering method, Image image) {
        return (GrayClusters) find(method, image).evidence();
    }

    /// A random picture whose alphas are chosen from these.
    private static int[] samples(Random random, int pixels, Layout layout, int bits, int... alphas) {
        int n = layout.samples();
        return IntStream.range(0, pixels * n)
                .map(i -> i % n == layout.alpha() ? alphas[random.nextInt(alphas.length)] : random.nextInt(1 << bits))
                .toArray();
    }

    private static int[] withOtherHiddenColors(Random random, int[] samples, Layout layout, int bits) {
        int[] other = samples.clone();
        int n = layout.samples();
        for (int i = 0; i < other.length; i++) {
            if (i % n != layout.alpha() && other[i - i % n + layout.alpha()] == 0) {
                other[i] = random.nextInt(1 << bits);
            }
        }
        return other;
    }

    private static GrayClustering method(Random random) {
        return GrayClustering.DEFAULT
                .with(GRAYS.get(random.nextInt(GRAYS.size())))
                .with(random.nextBoolean() ? THREE_MEANS : GrayClustering.DEFAULT.thresholding())
                .with(random.nextBoolean() ? new Foreground.Auto() : new Foreground.Bright());
    }

    @Test
    void opaquePicturesAreAsThoseWithoutAlpha() {
        Random random = new Random(11);
        for (int i = 0; i < 40; i++) {
            int bits = i % 2 == 0 ? 8 : 16;
            Layout layout = WITH_ALPHA_8.get(i % 3);
            Layout plain = layout == Layout.GRAY_ALPHA ? Layout.GRAY : layout == Layout.ABGR ? Layout.BGR : Layout.RGB;
            int[] samples = samples(random, 9 * 13, layout, bits, (1 << bits) - 1);
            int[] without = IntStream.range(0, samples.length)
                    .filter(s -> s % layout.samples() != layout.alpha())
                    .map(s -> samples[s]).toArray();
            GrayClustering method = method(random);
            SegmentationMethod.Found expected = find(method, Pictures.of(9, 13, plain, bits, without));
            SegmentationMethod.Found found = find(method, Pictures.of(9, 13, layout, bits, samples));
            assertEquals(expected, found);
        }
    }

    @Test
    void ignoredAlphaIsAsOpaque() {
        Random random = new Random(12);
        int[] samples = samples(random, 200, Layout.ABGR, 8, 0, 3, 128, 255);
        int[] opaque = samples.clone();
        for (int i = 0; i < opaque.length; i += 4) {
            opaque[i] = 255;
        }
        GrayClustering ignoring = GrayClustering.DEFAULT.with(AlphaUse.IGNORE);
        assertEquals(find(ignoring, Pictures.of(20, 10, Layout.ABGR, 8, opaque)),
                find(ignoring, Pictures.of(20, 10, Layout.ABGR, 8, samples)));
    }

    @Test
    void coloursUnderAlpha0DoNotMatter() {
        Random random = new Random(13);
        for (int i = 0; i < 60; i++) {
            int bits = i % 2 == 0 ? 8 : 16;
            int opaque = (1 << bits) - 1;
            Layout layout = WITH_ALPHA_8.get(i % 3);
            int[] samples = i % 4 < 2
                    ? samples(random, 150, layout, bits, 0, opaque)
                    : samples(random, 150, layout, bits, 0, 1, opaque / 2, opaque);
            Image image = Pictures.of(10, 15, layout, bits, samples);
            Image other = Pictures.of(10, 15, layout, bits, withOtherHiddenColors(random, samples, layout, bits));
            GrayClustering method = method(random);
            SegmentationMethod.Found found = find(method, image);
            assertEquals(found, find(method, other));
            for (int y = 0; y < 15; y++) {
                for (int x = 0; x < 10; x++) {
                    assertFalse(found.mask().contains(x, y) && image.sample(x, y, layout.alpha()) == 0);
                }
            }
        }
    }

    @Test
    void alphaIsTheWeightOfAPixel() {
        Random random = new Random(14);
        for (int i = 0; i < 30; i++) {
            int bits = i % 2 == 0 ? 8 : 16;
            int opaque = (1 << bits) - 1;
            int[] samples = samples(random, 400, Layout.GRAY_ALPHA, bits, 0, 1, 128, opaque / 3, opaque);
            Image image = Pictures.of(20, 20, Layout.GRAY_ALPHA, bits, samples);
            Clusters found = clusters(GrayClustering.DEFAULT, image).clusters();
            int last = found.all().getFirst().lastLevel();
            double wcss = 0;
            for (int c = 0; c < 2; c++) {
                double weight = 0;
                double sum = 0;
                double squares = 0;
                for (int p = 0; p < samples.length; p += 2) {
                    if ((3 * samples[p] <= last) == (c == 0)) {
                        double gray = samples[p] / (double) opaque;
                        double w = samples[p + 1] / (double) opaque;
                        weight += w;
                        sum += w * gray;
                        squares += w * gray * gray;
                    }
                }
                assertEquals(sum / weight, found.all().get(c).centroid(), 1e-12);
                assertEquals(weight, (double) found.all().get(c).pixels(), 0.5 + 1e-9);
                wcss += squares - sum * sum / weight;
            }
            assertEquals(wcss, found.wcss(), 1e-9);
        }
    }

    @Test
    void aPixelOf128CountsAs128OpaqueOnesOf255() {
        // The same histogram, once by alpha, once by 255 times as many pixels.
        int[] samples = {10, 128, 40, 255, 200, 64, 250, 255};
        int[] pixels = IntStream.range(0, 4)
                .flatMap(p -> IntStream.range(0, samples[2 * p + 1]).map(i -> samples[2 * p])).toArray();
        Clusters weighed = clusters(GrayClustering.DEFAULT, Pictures.of(4, 1, Layout.GRAY_ALPHA, 8, samples))
                .clusters();
        Clusters counted = clusters(GrayClustering.DEFAULT, Pictures.of(pixels.length, 1, Layout.GRAY, 8, pixels))
                .clusters();
        assertEquals(counted.thresholds(), weighed.thresholds());
        assertEquals(counted.wcss() / 255, weighed.wcss(), 1e-12);
    }

    /// As many parts as 250 million pixels of 16 bits have: sums beyond 64 bits are exact.
    @Test
    void sumsOfLargePicturesDoNotOverflow() {
        Random random = new Random(15);
        for (int i = 0; i < 20; i++) {
            long[] counts = new long[3 * 0xFFFF + 1];
            for (int j = 0; j < 200; j++) {
                counts[j < 2 ? j * (counts.length - 1) : random.nextInt(counts.length)] = random.nextLong(1L << 36);
            }
            GrayHistogram histogram = new GrayHistogram(counts, 0xFFFF);
            LevelSums sums = LevelSums.of(histogram);
            int from = random.nextInt(50);
            int end = sums.size() - random.nextInt(50);
            BigInteger n = BigInteger.ZERO;
            BigInteger s = BigInteger.ZERO;
            BigInteger q = BigInteger.ZERO;
            for (int place = from; place < end; place++) {
                BigInteger level = BigInteger.valueOf(sums.level(place));
                BigInteger count = BigInteger.valueOf(counts[sums.level(place)]);
                n = n.add(count);
                s = s.add(count.multiply(level));
                q = q.add(count.multiply(level).multiply(level));
            }
            double expected = new BigDecimal(n.multiply(q).subtract(s.multiply(s)))
                    .divide(new BigDecimal(n), MathContext.DECIMAL64).doubleValue();
            assertEquals(expected, sums.sumOfSquares(from, end), expected * 1e-14);
            int[] best = OptimalCut.of(histogram, 2);
            int[] bounds = sums.bounds(best);
            for (int cut = 1; cut < sums.size(); cut++) {
                assertTrue(sums.compareRuns(bounds, new int[]{0, cut, sums.size()}) <= 0);
            }
        }
    }

    private static boolean[] auto(int width, int... grayAlpha) {
        Image image = Pictures.of(width, grayAlpha.length / 2 / width, Layout.GRAY_ALPHA, 8, grayAlpha);
        List<Boolean> chosen = clusters(GrayClustering.DEFAULT, image).foreground();
        return new boolean[]{chosen.getFirst(), chosen.getLast()};
    }

    @Test
    void whereTheBorderIsTransparentAllThatIsSeenIsTheObject() {
        assertArrayEquals(new boolean[]{true, true}, auto(4, 90, 0, 10, 255, 200, 255, 90, 0));
        // Two of three pixels of the border are seen and dark: they are the ground.
        assertArrayEquals(new boolean[]{false, true}, auto(5, 9, 255, 90, 0, 9, 255, 200, 255, 9, 255));
        // Seen in part, they count in part: 240 parts dark, 270 + 255 transparent.
        assertArrayEquals(new boolean[]{true, true}, auto(4, 9, 120, 9, 120, 90, 0, 200, 200));
    }

    @Test
    void aSingleGreyOnATransparentGroundIsTheObject() {
        Image image = Pictures.of(3, 1, Layout.GRAY_ALPHA, 8, 9, 255, 200, 0, 9, 255);
        SegmentationMethod.Found found = find(GrayClustering.DEFAULT, image);
        assertEquals(Pictures.mask(3, 1, 0, 1), found.mask());
        // Nobody can say whether it is bright or dark.
        assertThrows(InputException.class, () -> find(GrayClustering.DEFAULT.with(new Foreground.Bright()), image));
    }

    @Test
    void whatIsTransparentEverywhereIsRefused() {
        Image image = Pictures.of(2, 1, Layout.GRAY_ALPHA, 8, 9, 0, 200, 0);
        InputException e = assertThrows(InputException.class, () -> find(GrayClustering.DEFAULT, image));
        assertEquals("is transparent everywhere, expected something that can be seen", e.problem());
        assertEquals(Remedy.Kind.IGNORE_ALPHA, e.remedy().kind());
        assertEquals(1, find(GrayClustering.DEFAULT.with(AlphaUse.IGNORE), image).mask().count());
    }

    @Test
    void aTransparentPixelBelongsToNoCluster() {
        Image image = Pictures.of(3, 1, Layout.GRAY_ALPHA, 8, 9, 255, 200, 0, 99, 255);
        GrayClustering method = GrayClustering.DEFAULT.with(new Foreground.At(1, 0));
        InputException e = assertThrows(InputException.class, () -> find(method, image));
        assertEquals("is transparent at pixel 1,0, which belongs to no cluster", e.problem());
    }
}
