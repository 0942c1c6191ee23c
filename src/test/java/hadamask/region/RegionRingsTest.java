package hadamask.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.region.NaiveRegions.Place;
import hadamask.segment.plane.GrayScale;
import hadamask.segment.refine.Connectivity;
import hadamask.segment.refine.NaiveMorphology;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The ground around a region: scikit-image's numbers, and the definition pixel by pixel.
class RegionRingsTest {
    private static final double CLOSE = 1e-12;

    private static Image image(int width, int height) {
        byte[] samples = new byte[width * height];
        for (int i = 0; i < samples.length; i++) {
            int x = i % width;
            int y = i / width;
            samples[i] = (byte) (x * 7 + y * 13 + x * y);
        }
        return Image.of8Bit(width, height, Layout.GRAY, samples, Attributes.NONE);
    }

    private static Mask discAndSquare() {
        byte[] values = new byte[20 * 16];
        for (int i = 0; i < values.length; i++) {
            int x = i % 20;
            int y = i / 20;
            boolean square = x >= 11 && x <= 13 && y >= 5 && y <= 9;
            values[i] = (byte) (square || Math.hypot(x - 6, y - 7) <= 3 ? 1 : 0);
        }
        return new Mask(20, 16, values);
    }

    /// By scikit-image 0.19.3: `ring = binary_dilation(lab == r, disk(w)) & (lab == 0)`, its size, `median(img[ring])`.
    @ParameterizedTest
    @CsvSource({"1, 2, 20, 0.5666666666666667", "1, 1, 16, 0.5254901960784314", "3, 2, 70, 0.4235294117647059",
        "3, 1, 58, 0.503921568627451", "5, 2, 144, 0.3803921568627451", "5, 1, 124, 0.49607843137254903"})
    void ringsAreThoseOfScikitImage(int width, int label, int area, double median) {
        // The disc begins a row above the square: it has label 1 here, as there.
        int own = 3 - label;
        Mask mask = discAndSquare();
        RegionRings rings = RegionRings.of(RegionLabels.of(mask, Connectivity.EIGHT), mask, image(20, 16),
                GrayScale.MEAN, width);
        assertEquals(area, rings.area(own));
        assertEquals(median, rings.median(own), CLOSE);
    }

    @Test
    void ringsAreThePixelsThatAreNear() {
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            Mask mask = NaiveMorphology.random(random, 1 + random.nextInt(18), 1 + random.nextInt(18));
            Image image = image(mask.width(), mask.height());
            int width = 1 + random.nextInt(7);
            RegionLabels labels = RegionLabels.of(mask, Connectivity.EIGHT);
            RegionRings rings = RegionRings.of(labels, mask, image, GrayScale.MEAN, width);
            List<List<Place>> regions = NaiveRegions.of(mask, Connectivity.EIGHT);
            for (int label = 1; label <= labels.count(); label++) {
                List<Place> region = regions.get(label - 1);
                int[] levels = IntStream.range(0, mask.values().length).filter(p -> mask.values()[p] == 0)
                        .filter(p -> region.stream().anyMatch(q -> Math.hypot(q.x() - p % mask.width(),
                                q.y() - p / mask.width()) <= width))
                        .map(p -> image.sample(p % mask.width(), p / mask.width(), 0)).sorted().toArray();
                assertEquals(levels.length, rings.area(label));
                double median = levels.length == 0
                        ? Double.NaN
                        : (levels[(levels.length - 1) / 2] + levels[levels.length / 2]) / 2.0 / 255;
                assertEquals(median, rings.median(label), CLOSE);
            }
        }
    }

    @Test
    void objectsThatAreNotMeasuredAreNoGround() {
        Mask mask = discAndSquare();
        RegionLabels large = RegionLabels.of(mask, Connectivity.EIGHT).select(RegionFilter.from(20));
        assertEquals(1, large.count());
        RegionRings rings = RegionRings.of(large, mask, image(20, 16), GrayScale.MEAN, 5);
        assertEquals(144, rings.area(1));
        assertThrows(IllegalArgumentException.class,
                () -> RegionRings.of(large, mask, image(20, 17), GrayScale.MEAN, 5));
    }
}
