package hadamask.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.segment.Pictures;
import hadamask.segment.plane.GrayScale;
import hadamask.segment.refine.Connectivity;
import hadamask.segment.refine.NaiveMorphology;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegionIntensitiesTest {
    private static final double CLOSE = 1e-12;
    private static final Mask TWO = Pictures.mask(4, 1, 1, 0, 1);
    private static final RegionLabels LABELS = RegionLabels.of(TWO, Connectivity.EIGHT);

    @Test
    void greysHaveTheMeanAndTheDeviationWorkedByHand() {
        Image grey = Pictures.of(4, 1, Layout.GRAY, 8, 51, 153, 7, 255);
        RegionIntensities found = RegionIntensities.of(LABELS, grey, GrayScale.MEAN);
        assertEquals(List.of("gray"), found.channels());
        assertEquals(0.4, found.mean(0, 1), CLOSE);
        assertEquals(0.2, found.deviation(0, 1), CLOSE);
        assertEquals(1, found.mean(0, 2));
        assertEquals(0, found.deviation(0, 2));
    }

    @Test
    void coloursAreMeasuredByChannelWhateverTheirOrder() {
        for (Layout layout : List.of(Layout.BGR, Layout.RGB, Layout.ABGR, Layout.RGBA)) {
            int[] samples = new int[4 * layout.samples()];
            for (int x = 0; x < 4; x++) {
                samples[x * layout.samples() + layout.red()] = 255 - 51 * x;
                samples[x * layout.samples() + layout.green()] = 51 * x;
                samples[x * layout.samples() + layout.blue()] = 204;
                if (layout.hasAlpha()) {
                    samples[x * layout.samples() + layout.alpha()] = 102;
                }
            }
            RegionIntensities found = RegionIntensities.of(LABELS, Pictures.of(4, 1, layout, 8, samples),
                    GrayScale.MEAN);
            assertEquals(layout.hasAlpha()
                    ? List.of("gray", "red", "green", "blue", "alpha")
                    : List.of("gray", "red", "green", "blue"), found.channels());
            assertEquals(0.6, found.mean(0, 1), CLOSE);
            assertEquals(0, found.deviation(0, 1));
            assertEquals(0.9, found.mean(1, 1), CLOSE);
            assertEquals(0.1, found.mean(2, 1), CLOSE);
            assertEquals(0.1, found.deviation(2, 1), CLOSE);
            assertEquals(0.8, found.mean(3, 1), CLOSE);
        }
    }

    @Test
    void meansAndDeviationsAgreeWithTheirDefinitionsForEveryGrey() {
        Random random = new Random(2);
        for (GrayScale scale : GrayScale.values()) {
            for (int bits : new int[]{8, 16}) {
                Image image = Pictures.random(random, 23, 17, Layout.color(bits, false), bits);
                RegionLabels labels = RegionLabels.of(NaiveMorphology.random(random, 23, 17), Connectivity.EIGHT);
                RegionIntensities found = RegionIntensities.of(labels, image, scale);
                for (int n = 1; n <= labels.count(); n++) {
                    int label = n;
                    double[] greys = IntStream.range(0, 23 * 17).filter(i -> labels.values()[i] == label)
                            .mapToDouble(i -> scale.level(image, i % 23, i / 23)
                                    / (double) scale.maxLevel(image.maxSample()))
                            .toArray();
                    assertSpread(greys, found.mean(0, label), found.deviation(0, label));
                }
            }
        }
    }

    private static void assertSpread(double[] values, double mean, double deviation) {
        double expected = IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElseThrow();
        double squares = IntStream.range(0, values.length)
                .mapToDouble(i -> (values[i] - expected) * (values[i] - expected)).sum();
        assertEquals(expected, mean, CLOSE);
        assertEquals(Math.sqrt(squares / values.length), deviation, CLOSE);
    }

    @Test
    void aSingleValueHasNoDeviationHoweverLargeTheRegion() {
        int side = 700;
        byte[] in = new byte[side * side];
        Arrays.fill(in, (byte) 1);
        int[] samples = new int[side * side];
        Arrays.fill(samples, 65_521);
        RegionIntensities found = RegionIntensities.of(
                RegionLabels.of(new Mask(side, side, in), Connectivity.FOUR),
                Pictures.of(side, side, Layout.GRAY, 16, samples), GrayScale.MEAN);
        assertEquals(65_521 / 65_535.0, found.mean(0, 1), CLOSE);
        assertEquals(0, found.deviation(0, 1));
    }

    @Test
    void picturesOfAnotherSizeAreRefused() {
        Image other = Pictures.of(2, 2, Layout.GRAY, 8, 1, 2, 3, 4);
        assertThrows(IllegalArgumentException.class, () -> RegionIntensities.of(LABELS, other, GrayScale.MEAN));
    }
}
