package hadamask.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AreaAverageTest {
    private static int[] noise(int n, int seed) {
        return new Random(seed).ints(n).map(argb -> argb | 0xFF000000).toArray();
    }

    private static BufferedImage scaled(int width, int height, int[] argb, int toWidth, int toHeight) {
        return AreaAverage.of(width, height, (y, row) -> System.arraycopy(argb, y * width, row, 0, width),
                new Dimension(toWidth, toHeight));
    }

    @Test
    void growingByAWholeNumberKeepsThePixels() {
        int[] argb = noise(35, 1);
        BufferedImage large = scaled(7, 5, argb, 21, 20);
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 21; x++) {
                assertEquals(argb[y / 4 * 7 + x / 3], large.getRGB(x, y));
            }
        }
    }

    @Test
    void eachPixelIsTheMeanOfWhatItCovers() {
        int[][] sizes = {{12, 9, 4, 3}, {7, 11, 3, 2}, {1, 13, 1, 5}, {40, 3, 7, 12}};
        for (int[] s : sizes) {
            int[] argb = noise(s[0] * s[1], 2);
            BufferedImage small = scaled(s[0], s[1], argb, s[2], s[3]);
            for (int y = 0; y < s[3]; y++) {
                for (int x = 0; x < s[2]; x++) {
                    for (int shift = 0; shift < 24; shift += 8) {
                        assertEquals(mean(s, argb, x, y, shift), small.getRGB(x, y) >> shift & 0xFF, 0.501);
                    }
                }
            }
        }
    }

    /// The mean by cutting every pixel into as many parts as the result has columns and rows.
    private static double mean(int[] s, int[] argb, int tx, int ty, int shift) {
        long sum = 0;
        for (int y = ty * s[1]; y < (ty + 1) * s[1]; y++) {
            for (int x = tx * s[0]; x < (tx + 1) * s[0]; x++) {
                sum += argb[y / s[3] * s[0] + x / s[2]] >> shift & 0xFF;
            }
        }
        return sum / ((double) s[0] * s[1]);
    }

    @Test
    void transparentPixelsAddNoColour() {
        BufferedImage one = scaled(2, 1, new int[]{0x00FFFFFF, 0xFF804020}, 1, 1);
        assertEquals(0x80, one.getRGB(0, 0) >>> 24);
        assertEquals(0x80, one.getRGB(0, 0) >> 16 & 0xFF, 1);
    }

    @Test
    void aPictureFitsAndAStripIsWidened() {
        Dimension room = new Dimension(400, 300);
        assertEquals(new Dimension(400, 200), AreaAverage.fitting(4000, 2000, room, 40));
        assertEquals(new Dimension(300, 300), AreaAverage.fitting(1, 1, room, 40));
        assertEquals(new Dimension(390, 260), AreaAverage.fitting(39, 26, room, 40));
        assertEquals(new Dimension(30, 300), AreaAverage.fitting(30, 3000, room, 40));
        assertEquals(new Dimension(400, 40), AreaAverage.fitting(3000, 10, room, 40));
    }
}
