package hadamask.segment.color;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColorTest {
    /// Bruce Lindbloom's values for the primaries of sRGB under D65.
    @Test
    void labOfThePrimariesIsWhatTheStandardsSay() {
        float[][] known = {{255, 0, 0, 53.24f, 80.09f, 67.20f}, {0, 255, 0, 87.73f, -86.18f, 83.18f},
            {0, 0, 255, 32.30f, 79.19f, -107.86f}, {255, 255, 255, 100, 0, 0}, {0, 0, 0, 0, 0, 0}};
        for (float[] color : known) {
            float[] lab = new float[3];
            Lab.of(color[0], color[1], color[2], lab, 0);
            assertArrayEquals(new float[]{color[3], color[4], color[5]}, lab, 0.02f);
        }
    }

    @Test
    void theExponentialIsThatOfThePlatform() {
        for (float x = -86; x < 80; x += 0.0371f) {
            double exact = StrictMath.exp(x);
            assertEquals(1, Exponential.of(x) / exact, 1e-5, "e^" + x);
        }
        assertEquals(0, Exponential.of(-1000));
        assertEquals(1, Exponential.of(0));
    }

    @Test
    void aReducedPictureHasTheMeansOfTheImage() {
        Random random = new Random(1);
        for (int[] size : new int[][]{{37, 50}, {64, 16}, {301, 7}}) {
            byte[] samples = new byte[3 * size[0] * size[1]];
            random.nextBytes(samples);
            Image image = Image.of8Bit(size[0], size[1], Layout.BGR, samples, Attributes.NONE);
            ReducedPicture reduced = ReducedPicture.of(image, 16);
            for (int c = 0; c < 3; c++) {
                double before = 0;
                double after = 0;
                for (int i = c; i < samples.length; i += 3) {
                    before += (samples[i] & 0xFF) * 3.0 / samples.length;
                }
                for (int i = 2 - c; i < reduced.rgb().length; i += 3) {
                    after += reduced.rgb()[i] / reduced.size();
                }
                assertEquals(before, after, 1e-3);
            }
        }
    }

    @Test
    void theMahalanobisDistanceOfOneDeviationIsOne() {
        ColorNormal normal = new ColorNormal();
        float[] colors = {3, 0, 0, -3, 0, 0, 0, 5, 0, 0, -5, 0, 0, 0, 2, 0, 0, -2};
        for (int i = 0; i < colors.length; i += 3) {
            normal.add(colors, i, 1);
        }
        normal.estimate(1e-9);
        // Variances are 2 * 9 / 6, 2 * 25 / 6 and 2 * 4 / 6.
        assertEquals(3, normal.squaredDistance(colors, 0), 1e-6);
        assertEquals(3, normal.squaredDistance(colors, 6), 1e-6);
        assertEquals(3, normal.squaredDistance(colors, 12), 1e-6);
        double[] axis = normal.principalAxis();
        assertEquals(1, Math.abs(axis[1]), 1e-3);
        assertEquals(25.0 / 3, axis[3], 1e-2);
    }
}
