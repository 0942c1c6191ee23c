package hadamask.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.segment.cluster.Clusters;
import hadamask.segment.cluster.GrayHistogram;
import hadamask.segment.cluster.Thresholding;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.GrayScale;
import hadamask.segment.plane.PixelWeights;
import org.junit.jupiter.api.Test;

class ForegroundTest {
    private static boolean[] choose(Foreground foreground, int k, int width, int... grays) {
        Image image = Pictures.of(width, grays.length / width, Layout.GRAY, 8, grays);
        Clusters clusters = new Thresholding.KMeans(k, 0)
                .clusters(GrayHistogram.of(image, GrayScale.MEAN, PixelWeights.of(image, AlphaUse.WEIGHT)));
        return foreground.choose(image, classes(image, clusters), PixelWeights.of(image, AlphaUse.WEIGHT));
    }

    private static LevelClasses classes(Image image, Clusters clusters) {
        return new LevelClasses(GrayScale.MEAN.of(image, PixelWeights.of(image, AlphaUse.IGNORE)), clusters);
    }

    private static boolean[] auto(int k, int width, int... grays) {
        return choose(new Foreground.Auto(), k, width, grays);
    }

    @Test
    void automaticallyTheObjectIsWhatTheBorderIsNot() {
        assertArrayEquals(new boolean[]{false, true}, auto(2, 3, 9, 9, 9, 9, 200, 9, 9, 9, 9));
        assertArrayEquals(new boolean[]{true, false}, auto(2, 3, 200, 200, 200, 200, 9, 200, 200, 9, 200));
    }

    @Test
    void allOtherClustersAreTheObject() {
        assertArrayEquals(new boolean[]{true, false, true}, auto(3, 3, 100, 100, 100, 9, 200, 100, 100, 100, 100));
    }

    @Test
    void aCornerCountsOnce() {
        // The border of 3 x 3 has 8 pixels: 4 dark and 4 bright, so the darkest is the background.
        assertArrayEquals(new boolean[]{false, true}, auto(2, 3, 200, 9, 200, 9, 9, 9, 200, 9, 200));
        // 5 of 8 are bright.
        assertArrayEquals(new boolean[]{true, false}, auto(2, 3, 200, 200, 200, 9, 9, 9, 200, 9, 200));
    }

    @Test
    void ofEqualsTheDarkestIsTheBackground() {
        assertArrayEquals(new boolean[]{false, true}, auto(2, 2, 9, 200, 200, 9));
    }

    @Test
    void picturesOfOneRowOrOneColumnAreAllBorder() {
        assertArrayEquals(new boolean[]{true, false}, auto(2, 5, 9, 200, 200, 200, 9));
        assertArrayEquals(new boolean[]{true, false}, auto(2, 1, 9, 200, 200, 200, 9));
    }

    @Test
    void brightAndDarkAreTheOutermostClusters() {
        int[] grays = {9, 100, 200};
        assertArrayEquals(new boolean[]{false, false, true}, choose(new Foreground.Bright(), 3, 3, grays));
        assertArrayEquals(new boolean[]{true, false, false}, choose(new Foreground.Dark(), 3, 3, grays));
    }

    @Test
    void aPlaceChoosesItsCluster() {
        int[] grays = {9, 100, 200, 9, 9, 100};
        assertArrayEquals(new boolean[]{false, true, false}, choose(new Foreground.At(1, 0), 3, 3, grays));
        assertArrayEquals(new boolean[]{false, false, true}, choose(new Foreground.At(2, 0), 3, 3, grays));
        assertArrayEquals(new boolean[]{false, true, false}, choose(new Foreground.At(2, 1), 3, 3, grays));
        assertArrayEquals(new boolean[]{true, false, false}, choose(new Foreground.At(0, 1), 3, 3, grays));
    }

    @Test
    void aPlaceOutsideOfThePictureIsRefused() {
        InputException e = assertThrows(InputException.class,
                () -> choose(new Foreground.At(0, 2), 2, 3, 9, 9, 9, 9, 9, 8));
        assertEquals("has no pixel 0,2: it is 3 x 2 pixels", e.problem());
        assertThrows(InputException.class, () -> choose(new Foreground.At(3, 0), 2, 3, 9, 9, 8));
        assertThrows(IllegalArgumentException.class, () -> new Foreground.At(-1, 0));
    }

    @Test
    void theMaskHoldsThePixelsOfTheChosenClusters() {
        Image image = Pictures.of(3, 2, Layout.GRAY, 8, 9, 100, 200, 200, 101, 10);
        Clusters clusters = new Thresholding.KMeans(3, 0)
                .clusters(GrayHistogram.of(image, GrayScale.MEAN, PixelWeights.of(image, AlphaUse.WEIGHT)));
        assertEquals(Pictures.mask(3, 1, 0, 1, 1, 0, 1),
                classes(image, clusters).mask(new boolean[]{true, false, true},
                        PixelWeights.of(image, AlphaUse.WEIGHT)));
    }
}
