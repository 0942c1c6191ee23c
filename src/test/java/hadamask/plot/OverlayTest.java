package hadamask.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import java.awt.Color;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OverlayTest {
    private static Image noise(int width, int height, Layout layout, int bitDepth, Random random) {
        int n = width * height * layout.samples();
        if (bitDepth == 8) {
            byte[] samples = new byte[n];
            random.nextBytes(samples);
            return Image.of8Bit(width, height, layout, samples, Attributes.NONE);
        }
        short[] samples = new short[n];
        for (int i = 0; i < n; i++) {
            samples[i] = (short) random.nextInt();
        }
        return Image.of16Bit(width, height, layout, samples, Attributes.NONE);
    }

    /// Patches of different sizes, and single pixels.
    private static Mask patches(int width, int height, Random random) {
        byte[] values = new byte[width * height];
        for (int patch = 0; patch < 12; patch++) {
            int left = random.nextInt(width);
            int top = random.nextInt(height);
            int side = 1 + random.nextInt(Math.max(1, Math.min(width, height) / 3));
            for (int y = top; y < Math.min(height, top + side); y++) {
                for (int x = left; x < Math.min(width, left + side); x++) {
                    values[y * width + x] = (byte) (patch % 3 == 2 ? 0 : 1);
                }
            }
        }
        return new Mask(width, height, values);
    }

    /// Whether a pixel of the other kind is near, by looking at every pixel around.
    private static boolean onLine(Mask mask, int x, int y, int reach) {
        for (int v = Math.max(0, y - reach); v <= Math.min(mask.height() - 1, y + reach); v++) {
            for (int u = Math.max(0, x - reach); u <= Math.min(mask.width() - 1, x + reach); u++) {
                boolean near = (u - x) * (u - x) + (v - y) * (v - y) <= reach * reach;
                if (near && mask.contains(u, v) != mask.contains(x, y)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int[] colors(Image image, int x, int y) {
        Layout layout = image.layout();
        return new int[]{image.sample(x, y, layout.red()), image.sample(x, y, layout.green()),
            image.sample(x, y, layout.blue())};
    }

    private static void assertDrawn(Image image, Mask mask) {
        Image drawn = Overlay.of(image, mask);
        int scale = image.maxSample() / 255;
        int reach = Overlay.lineWidth(image.width(), image.height());
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int[] before = colors(image, x, y);
                int[] after = colors(drawn, x, y);
                boolean in = mask.contains(x, y);
                boolean line = onLine(mask, x, y, reach);
                Color color = in ? Overlay.LINE : Overlay.CASING;
                double cover = line ? 1 : in ? Overlay.TINT / 256.0 : 0;
                double alpha = image.layout().hasAlpha()
                        ? image.sample(x, y, image.layout().alpha()) / (double) image.maxSample()
                        : 1;
                double all = cover + alpha * (1 - cover);
                int[] over = {color.getRed(), color.getGreen(), color.getBlue()};
                for (int c = 0; c < 3 && all > 0; c++) {
                    double expected = (cover * over[c] * scale + (1 - cover) * alpha * before[c]) / all;
                    assertEquals(expected, after[c], 0.501, x + ", " + y);
                }
                if (image.layout().hasAlpha()) {
                    assertEquals(all * image.maxSample(), drawn.sample(x, y, drawn.layout().alpha()), 0.501);
                }
            }
        }
    }

    @Test
    void linesAndTintAreWhereTheMaskSaysForEveryLayoutAndDepth() {
        Random random = new Random(21);
        for (Layout layout : Layout.values()) {
            for (int depth : new int[]{8, 16}) {
                Image image = noise(61, 47, layout, depth, random);
                assertDrawn(image, patches(61, 47, random));
                assertEquals(Layout.color(depth, layout.hasAlpha()),
                        Overlay.of(image, patches(61, 47, random)).layout());
            }
        }
    }

    @Test
    void widerLinesAreRoundAtCorners() {
        Random random = new Random(22);
        Image image = noise(1600, 1300, Layout.GRAY, 8, random);
        assertEquals(3, Overlay.lineWidth(1600, 1300));
        assertDrawn(image, patches(1600, 1300, random));
    }

    @Test
    void aRowAColumnAndASinglePixelHaveTheirLines() {
        Random random = new Random(23);
        for (int[] size : new int[][]{{1, 1}, {1, 40}, {40, 1}, {2, 2}, {3, 9}}) {
            assertDrawn(noise(size[0], size[1], Layout.BGR, 8, random), patches(size[0], size[1], random));
        }
    }

    @Test
    void anEmptyMaskChangesNothingAndAFullOneHasNoLine() {
        Image image = noise(30, 20, Layout.BGR, 8, new Random(24));
        Mask empty = new Mask(30, 20, new byte[600]);
        Image same = Overlay.of(image, empty);
        assertEquals(image, same);
        assertNotSame(image.bytes(), same.bytes());
        assertDrawn(image, empty.inverted());
    }

    @Test
    void theImageStaysAsItWas() {
        Random random = new Random(25);
        Image image = noise(30, 20, Layout.BGR, 8, random);
        byte[] before = image.bytes().clone();
        Overlay.of(image, patches(30, 20, random));
        assertTrue(java.util.Arrays.equals(before, image.bytes()));
    }

    @Test
    void linesGrowWithThePicture() {
        assertEquals(1, Overlay.lineWidth(1, 1));
        assertEquals(1, Overlay.lineWidth(451, 300));
        assertEquals(7, Overlay.lineWidth(4000, 3000));
        assertEquals(21, Overlay.lineWidth(10_000, 10_000));
    }

    @Test
    void oneOfTheLinesStandsOutFromAnyGrey() {
        for (int gray = 0; gray < 256; gray++) {
            double ground = luminance(new Color(gray, gray, gray));
            double seen = Math.max(contrast(luminance(Overlay.LINE), ground),
                    contrast(luminance(Overlay.CASING), ground));
            assertTrue(seen > 2, gray + ": " + seen);
        }
        assertTrue(contrast(luminance(Overlay.LINE), luminance(Overlay.CASING)) > 4);
    }

    /// The relative luminance of WCAG 2, from 0 to 1.
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int sample) {
        double s = sample / 255.0;
        return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    @Test
    void aMaskOfAnotherSizeIsRefused() {
        Image image = noise(3, 2, Layout.GRAY, 8, new Random(26));
        assertThrows(IllegalArgumentException.class, () -> Overlay.of(image, new Mask(2, 3, new byte[6])));
    }
}
