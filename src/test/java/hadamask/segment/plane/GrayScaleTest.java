package hadamask.segment.plane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.segment.Pictures;
import hadamask.segment.cluster.GrayHistogram;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrayScaleTest {
    private static double gray(GrayScale scale, Image image) {
        int[] levels = new int[image.width()];
        scale.levels(image, 0, levels);
        return levels[0] / (double) scale.maxLevel(image.maxSample());
    }

    /// One pixel of these colours in a layout, its alpha half.
    private static Image pixel(Layout layout, int bits, int red, int green, int blue) {
        int[] samples = new int[layout.samples()];
        samples[layout.red()] = red;
        samples[layout.green()] = green;
        samples[layout.blue()] = blue;
        if (layout.hasAlpha()) {
            samples[layout.alpha()] = 1 << (bits - 1);
        }
        return Pictures.of(1, 1, layout, bits, samples);
    }

    @Test
    void theFormulasGiveTheValuesWorkedByHand() {
        for (int bits : new int[]{8, 16}) {
            int unit = bits == 8 ? 1 : 257;
            for (Layout layout : new Layout[]{Layout.BGR, Layout.ABGR, Layout.RGB, Layout.RGBA}) {
                Image pixel = pixel(layout, bits, 200 * unit, 100 * unit, 30 * unit);
                assertEquals(330 / 765.0, gray(GrayScale.MEAN, pixel), 1e-15);
                assertEquals(121.92 / 255, gray(GrayScale.REC601, pixel), 0.5 / 65535); // .299 200 + .587 100 + .114 30
                assertEquals(116.206 / 255, gray(GrayScale.REC709, pixel), 0.5 / 65535);
                assertEquals(230 / 510.0, gray(GrayScale.LIGHTNESS, pixel), 1e-15);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void greyPixelsHaveTheirOwnGreyInEveryLayout(GrayScale scale) {
        for (Layout layout : Layout.values()) {
            for (int v = 0; v < 256; v++) {
                assertEquals(v / 255.0, gray(scale, pixel(layout, 8, v, v, v)), 1e-15);
                assertEquals(v / 255.0, gray(scale, pixel(layout, 16, 257 * v, 257 * v, 257 * v)), 1e-15);
            }
        }
    }

    @Test
    void everyPixelOfEveryRowIsRead() {
        Random random = new Random(1);
        for (Layout layout : Layout.values()) {
            for (int bits : new int[]{8, 16}) {
                Image image = Pictures.random(random, 7, 5, layout, bits);
                for (GrayScale scale : GrayScale.values()) {
                    for (int y = 0; y < 5; y++) {
                        int[] expected = new int[7];
                        for (int x = 0; x < 7; x++) {
                            expected[x] = scale.level(image.sample(x, y, layout.red()),
                                    image.sample(x, y, layout.green()), image.sample(x, y, layout.blue()),
                                    image.maxSample());
                        }
                        int[] levels = new int[7];
                        scale.levels(image, y, levels);
                        assertArrayEquals(expected, levels);
                    }
                }
            }
        }
    }

    @Test
    void aHistogramCountsEveryPixelOnce() {
        Image image = Pictures.random(new Random(2), 31, 700, Layout.BGR, 8);
        GrayHistogram histogram = GrayHistogram.of(image, GrayScale.MEAN, PixelWeights.of(image, AlphaUse.WEIGHT));
        int[] expected = new int[766];
        for (int i = 0; i < 31 * 700; i++) {
            expected[(image.bytes()[3 * i] & 0xFF) + (image.bytes()[3 * i + 1] & 0xFF)
                    + (image.bytes()[3 * i + 2] & 0xFF)]++;
        }
        assertArrayEquals(Arrays.stream(expected).asLongStream().toArray(), histogram.counts());
        assertEquals(31 * 700, histogram.sum());
    }
}
