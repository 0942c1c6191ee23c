package hadamask.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.image.Attributes;
import hadamask.image.Attributes.Resolution;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private static final int[][] SIZES = {{1, 1}, {1, 17}, {17, 1}, {63, 9}, {64, 8}, {65, 7}, {3, 130}};
    private final Random random = new Random(11);

    @Test
    void losslessFormatsGiveBackEverySample() {
        for (int[] size : SIZES) {
            for (Layout layout : Samples.SHALLOW) {
                check(Samples.random(random, size[0], size[1], layout, 8, Attributes.NONE));
            }
            for (Layout layout : Samples.DEEP) {
                check(Samples.random(random, size[0], size[1], layout, 16, Attributes.NONE));
            }
        }
    }

    private static void check(Image image) {
        for (ImageFormat format : new ImageFormat[]{ImageFormat.PNG, ImageFormat.TIFF, ImageFormat.PNM,
            ImageFormat.BMP, ImageFormat.WEBP}) {
            boolean fits = (format.supportsAlpha() || !image.layout().hasAlpha())
                    && (format.supports16Bit() || image.bitDepth() == 8);
            if (fits) {
                assertSameSamples(image, Samples.decode(Samples.encode(image, format)), format + " " + image);
            }
        }
    }

    /// Grey may come back as colour: BMP knows no other grey.
    private static void assertSameSamples(Image expected, Image actual, String what) {
        assertEquals(expected.bitDepth(), actual.bitDepth(), what);
        assertEquals(expected.layout().hasAlpha(), actual.layout().hasAlpha(), what);
        for (int y = 0; y < expected.height(); y++) {
            for (int x = 0; x < expected.width(); x++) {
                Layout e = expected.layout();
                Layout a = actual.layout();
                assertEquals(expected.sample(x, y, e.red()), actual.sample(x, y, a.red()), what);
                assertEquals(expected.sample(x, y, e.green()), actual.sample(x, y, a.green()), what);
                assertEquals(expected.sample(x, y, e.blue()), actual.sample(x, y, a.blue()), what);
                if (e.hasAlpha()) {
                    assertEquals(expected.sample(x, y, e.alpha()), actual.sample(x, y, a.alpha()), what);
                }
            }
        }
    }

    @Test
    void everyCompressionOfPngGivesTheSamePicture() {
        Image image = Samples.random(random, 400, 301, Layout.BGR, 8, Attributes.NONE);
        for (int level = 0; level <= 9; level++) {
            assertEquals(image, Samples.decode(Samples.encode(image, ImageFormat.PNG, new Encoding(95, level))));
        }
    }

    @Test
    void largePicturesOfEveryKindSurviveTheirManySegments() {
        for (Layout layout : Samples.SHALLOW) {
            Image image = Samples.random(random, 1201, 800, layout, 8, Attributes.NONE);
            assertEquals(image, Samples.decode(Samples.encode(image, ImageFormat.PNG)));
            assertEquals(image, Samples.decode(Samples.encode(image, ImageFormat.TIFF)));
        }
        for (Layout layout : Samples.DEEP) {
            Image image = Samples.random(random, 701, 300, layout, 16, Attributes.NONE);
            assertEquals(image, Samples.decode(Samples.encode(image, ImageFormat.PNG)));
            assertEquals(image, Samples.decode(Samples.encode(image, ImageFormat.TIFF)));
        }
    }

    /// What cannot be packed takes a little more room than it has pixels: the platform's writer cuts that off.
    @Test
    void noiseInRowsOfAnyLengthIsWrittenWhole() {
        byte[] noise = new byte[9_000 * 31 * 3];
        random.nextBytes(noise);
        short[] deep = new short[noise.length];
        for (int i = 0; i < deep.length; i++) {
            deep[i] = (short) random.nextInt();
        }
        for (int width : new int[]{31, 3_000, 9_000}) {
            int height = 9_000 * 31 / width;
            for (Image image : new Image[]{Image.of8Bit(width, height, Layout.BGR, noise, Attributes.NONE),
                Image.of16Bit(width, height, Layout.RGB, deep, Attributes.NONE)}) {
                assertEquals(image, Samples.decode(Samples.encode(image, ImageFormat.TIFF)));
                assertEquals(image, Samples.decode(Samples.encode(image, ImageFormat.PNG)));
            }
        }
    }

    @Test
    void sixteenBitsAreRoundedForFormatsOfEight() {
        Image deep = Samples.random(random, 31, 7, Layout.RGB, 16, Attributes.NONE);
        Image shallow = Samples.decode(Samples.encode(deep, ImageFormat.BMP));
        for (int y = 0; y < 7; y++) {
            for (int x = 0; x < 31; x++) {
                int expected = (int) Math.round(deep.sample(x, y, Layout.RGB.blue()) / 257.0);
                assertEquals(expected, shallow.sample(x, y, Layout.BGR.blue()));
            }
        }
    }

    @Test
    void jpegStaysNearThePictureAndGrayStaysGray() {
        byte[] smooth = new byte[65 * 33 * 3];
        byte[] ramp = new byte[65 * 33];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (byte) (i % 65 + i / 65 * 2);
            smooth[3 * i] = ramp[i];
            smooth[3 * i + 1] = (byte) (ramp[i] + 40);
            smooth[3 * i + 2] = (byte) (200 - ramp[i]);
        }
        Image color = Image.of8Bit(65, 33, Layout.BGR, smooth, Attributes.NONE);
        Image gray = Image.of8Bit(65, 33, Layout.GRAY, ramp, Attributes.NONE);
        for (Image image : new Image[]{color, gray}) {
            for (int quality : new int[]{80, 95, 100}) {
                Image back = Samples.decode(Samples.encode(image, ImageFormat.JPEG, new Encoding(quality, 4)));
                assertEquals(image.layout(), back.layout());
                for (int i = 0; i < image.bytes().length; i++) {
                    assertEquals(image.bytes()[i] & 0xFF, back.bytes()[i] & 0xFF, quality < 90 ? 24 : 5);
                }
            }
        }
    }

    @Test
    void profileAndResolutionGoFromEachFormatToEach() {
        byte[] profile = new byte[150_000];
        random.nextBytes(profile);
        Attributes attributes = new Attributes(profile, new Resolution(300, 150));
        ImageFormat[] carriers = {ImageFormat.PNG, ImageFormat.JPEG, ImageFormat.TIFF, ImageFormat.WEBP};
        for (Layout layout : new Layout[]{Layout.BGR, Layout.GRAY}) {
            Image image = Samples.random(random, 20, 10, layout, 8, attributes);
            for (ImageFormat from : carriers) {
                for (ImageFormat to : carriers) {
                    Image first = Samples.decode(Samples.encode(image, from));
                    Image second = Samples.decode(Samples.encode(first, to));
                    assertArrayEquals(profile, second.attributes().colorProfile(), from + " to " + to);
                    assertResolution(second, 300, 150);
                }
                assertResolution(Samples.decode(Samples.encode(image, ImageFormat.BMP)), 300, 150);
            }
        }
    }

    @Test
    void noProfileAndNoResolutionAreInvented() {
        for (ImageFormat format : ImageFormat.values()) {
            for (Layout layout : new Layout[]{Layout.GRAY, Layout.BGR}) {
                if (format.writable()) {
                    Image image = Samples.random(random, 9, 9, layout, 8, Attributes.NONE);
                    Attributes back = Samples.decode(Samples.encode(image, format)).attributes();
                    assertNull(back.colorProfile(), format + " " + layout);
                    assertNull(back.resolution(), format + " " + layout);
                }
            }
        }
    }

    private static void assertResolution(Image image, double x, double y) {
        Resolution r = image.attributes().resolution();
        assertNotNull(r);
        assertEquals(x, r.x(), 0.02);
        assertEquals(y, r.y(), 0.02);
    }

    @Test
    void alphaIntoAFormatWithoutIsRefused() {
        Image image = Samples.random(random, 3, 3, Layout.ABGR, 8, Attributes.NONE);
        for (ImageFormat format : new ImageFormat[]{ImageFormat.JPEG, ImageFormat.BMP, ImageFormat.PNM,
            ImageFormat.GIF}) {
            assertThrows(IllegalArgumentException.class, () -> Samples.encode(image, format));
        }
    }
}
