package hadamask.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The committed samples are what the program draws.
///
/// Samples are compared, not bytes: machines may bring their own deflate or JPEG library.
class MakeSamplesTest {
    private static final Path COMMITTED = Path.of("samples");

    @TempDir
    static Path drawn;

    @BeforeAll
    static void draw() throws IOException {
        MakeSamples.write(drawn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aliens.csv", "vectors.csv", "mask.csv"})
    void tablesAreTheCommittedBytes(String name) throws IOException {
        assertArrayEquals(Files.readAllBytes(COMMITTED.resolve(name)), Files.readAllBytes(drawn.resolve(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat", "coins", "leaf", "cells", "page", "squirrel", "teapot", "seedlings", "moth",
        "smear"})
    void truthMasksAreTheCommittedPixels(String name) throws IOException {
        var committed = read(COMMITTED, "truth/" + name + ".png");
        var now = read(drawn, "truth/" + name + ".png");
        assertEquals(0, meanDifference(committed, now));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat", "coins", "leaf", "cells", "page", "squirrel", "teapot", "seedlings", "moth",
        "smear"})
    void truthMasksAreGreyWith0And255(String name) throws IOException {
        var raster = read(drawn, "truth/" + name + ".png").getRaster();
        assertEquals(1, raster.getNumBands());
        int[] samples = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (int[]) null);
        for (int sample : samples) {
            assertTrue(sample == 0 || sample == 255, () -> "sample " + sample);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat.jpg", "coins.png", "leaf.jpg", "page.png", "squirrel.jpg", "teapot.jpg",
        "seedlings.jpg", "moth.jpg", "smear.jpg"})
    void picturesLookLikeTheCommittedOnes(String name) throws IOException {
        assertTrue(meanDifference(read(COMMITTED, name), read(drawn, name)) <= 2);
    }

    @Test
    void cellsAreTheCommittedCounts() throws IOException {
        var cells = read(drawn, "cells.tif");
        assertEquals(16, cells.getSampleModel().getSampleSize(0));
        assertTrue(meanDifference(read(COMMITTED, "cells.tif"), cells) <= 2);
    }

    @Test
    void leafLiesOnItsSideBesideAnUprightTruth() throws IOException {
        var leaf = read(drawn, "leaf.jpg");
        var truth = read(drawn, "truth/leaf.png");
        assertEquals(leaf.getWidth(), truth.getHeight());
        assertEquals(leaf.getHeight(), truth.getWidth());
    }

    @ParameterizedTest
    @ValueSource(strings = {"squirrel", "seedlings"})
    void isAsBrightAsItsGroundAndSmall(String name) throws IOException {
        var picture = read(drawn, name + ".jpg");
        var truth = read(drawn, "truth/" + name + ".png");
        double[] sums = new double[2];
        int[] counts = new int[2];
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                int side = truth.getRaster().getSample(x, y, 0) == 0 ? 0 : 1;
                sums[side] += ((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 3.0;
                counts[side]++;
            }
        }
        assertEquals(sums[0] / counts[0], sums[1] / counts[1], 1);
        assertTrue(Files.size(drawn.resolve(name + ".jpg")) < 150_000);
    }

    @Test
    void drawingTwiceGivesTheSameBytes(@TempDir Path again) throws IOException {
        MakeSamples.write(again);
        try (var files = Files.walk(drawn)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertEquals(-1, Files.mismatch(file, again.resolve(drawn.relativize(file))), file::toString);
            }
        }
    }

    private static BufferedImage read(Path folder, String name) throws IOException {
        return ImageIO.read(folder.resolve(name).toFile());
    }

    /// The mean absolute difference of all samples of two pictures, which must have one size.
    private static double meanDifference(BufferedImage a, BufferedImage b) {
        assertEquals(a.getWidth(), b.getWidth());
        assertEquals(a.getHeight(), b.getHeight());
        int[] left = a.getRaster().getPixels(0, 0, a.getWidth(), a.getHeight(), (int[]) null);
        int[] right = b.getRaster().getPixels(0, 0, b.getWidth(), b.getHeight(), (int[]) null);
        assertEquals(left.length, right.length);
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += Math.abs(left[i] - right[i]);
        }
        return sum / left.length;
    }
}
