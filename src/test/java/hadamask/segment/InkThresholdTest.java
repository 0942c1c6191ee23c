package hadamask.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.parallel.Workers;
import hadamask.segment.local.LocalThreshold;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.FlattenedPlane;
import hadamask.segment.plane.GrayScale;
import hadamask.segment.plane.Plane;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Ink by the Laplacian and a minimum cut, on drawn pages.
class InkThresholdTest {
    private static final LocalThreshold HOWE = LocalThreshold.Rule.HOWE.usual();

    /// A page in a shadow from the left to the right, with strokes of 3 pixels and a bar of 30, and noise.
    private static Image page(int width, int height, int bits, double ink) {
        Random random = new Random(width);
        int white = (1 << bits) - 1;
        int[] grays = new int[width * height];
        for (int i = 0; i < grays.length; i++) {
            double light = 0.85 - 0.45 * (i % width) / width;
            double value = (inked(i, width) ? ink : 1) * light + 0.008 * random.nextGaussian();
            grays[i] = (int) (white * Math.clamp(value, 0, 1));
        }
        return Pictures.of(width, height, Layout.GRAY, bits, grays);
    }

    private static boolean inked(int i, int width) {
        int x = i % width;
        int y = i / width;
        boolean hasMargin = x >= 20 && x < width - 20 && y >= 20;
        return hasMargin && (y % 40 < 3 || (y >= 60 && y < 90 && x < 120));
    }

    private static Mask find(Plane plane, Image image) {
        return new LocalThresholding(plane, HOWE, new Foreground.Dark(), AlphaUse.WEIGHT).find(image, new Stopwatch())
                .mask();
    }

    private static double errors(Mask found) {
        int wrong = 0;
        for (int i = 0; i < found.values().length; i++) {
            wrong += (found.values()[i] == 1) != inked(i, found.width()) ? 1 : 0;
        }
        return wrong / (double) found.values().length;
    }

    @Test
    void thinStrokesAndWideOnesAreFoundInTheShadow() {
        for (int bits : new int[]{8, 16}) {
            Image page = page(300, 200, bits, 0.5);
            assertTrue(errors(find(GrayScale.MEAN, page)) < 0.01, "at " + bits + " bits");
            assertTrue(errors(find(new FlattenedPlane(GrayScale.MEAN, 40), page)) < 0.01, "flattened");
        }
    }

    @Test
    void tilesDoNotShow() {
        Image page = page(1100, 600, 8, 0.5);
        assertTrue(errors(find(GrayScale.MEAN, page)) < 0.005);
    }

    @Test
    void aPageWithoutInkHasNone() {
        assertEquals(0, find(GrayScale.MEAN, page(200, 150, 8, 1)).count());
    }

    @Test
    void aPageOfOneGreyHasNone() {
        for (int gray : new int[]{0, 128, 255}) {
            int[] grays = new int[40 * 30];
            Arrays.fill(grays, gray);
            Image page = Pictures.of(40, 30, Layout.GRAY, 8, grays);
            assertEquals(0, find(GrayScale.MEAN, page).count());
            assertEquals(0, find(new FlattenedPlane(GrayScale.MEAN, FlattenedPlane.AUTO), page).count());
        }
    }

    /// Ink of the other side that shines through is paler than what is written.
    @Test
    void onAFlattenedPagePaleInkIsPaper() {
        int width = 300;
        Image dark = page(width, 200, 8, 0.3);
        int[] grays = new int[width * 200];
        for (int i = 0; i < grays.length; i++) {
            boolean shinesThrough = i / width % 40 >= 20 && i / width % 40 < 23 && i / width < 60;
            grays[i] = (int) (dark.sample(i % width, i / width, 0) * (shinesThrough ? 0.85 : 1));
        }
        Image page = Pictures.of(width, 200, Layout.GRAY, 8, grays);
        assertTrue(errors(find(GrayScale.MEAN, page)) > 0.01);
        assertTrue(errors(find(new FlattenedPlane(GrayScale.MEAN, 40), page)) < 0.01);
    }

    @Test
    void tinyPagesAreCut() {
        for (int width = 1; width < 5; width++) {
            for (int height = 1; height < 5; height++) {
                Mask found = find(GrayScale.MEAN, page(width, height, 8, 0.5));
                assertEquals(width, found.width());
            }
        }
    }

    @Test
    void theResultDoesNotDependOnThreads() {
        Image page = page(1000, 500, 8, 0.7);
        Mask alone = within(1, page);
        assertEquals(alone, within(3, page));
    }

    private static Mask within(int threads, Image page) {
        Mask[] found = new Mask[1];
        try (Workers workers = new Workers(threads)) {
            workers.within(() -> found[0] = find(new FlattenedPlane(GrayScale.MEAN, FlattenedPlane.AUTO), page));
        }
        return found[0];
    }
}
