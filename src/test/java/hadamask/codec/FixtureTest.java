package hadamask.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.file.InputException;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files of another program, and the pixels that it sees in them: `README.md` beside them says how they were made.
class FixtureTest {
    @ParameterizedTest
    @CsvSource({"baseline.jpg, 1", "progressive.jpg, 1", "gray.jpg, 1", "rgb.jpg, 1", "full-colour.jpg, 1",
        "restart.jpg, 1", "restarts.jpg, 1", "restarts-blocks.jpg, 1", "restarts-progressive.jpg, 1",
        "components-rgb.jpg, 1", "cmyk.jpg, 1", "ycck.jpg, 2", "cmyk-profile.jpg, 10", "cmyk-profile.tif, 10",
        "lossy.webp, 0", "method0.webp, 0", "method6.webp, 0", "quality10.webp, 0", "raw-alpha.webp, 0",
        "packed-alpha.webp, 0", "one-colour.webp, 0", "animation.webp, 0", "lossless.webp, 0", "alpha.webp, 0",
        "group3.tif, 0", "group4.tif, 0", "packbits.tif, 0",
        "wide-group4.tif, 0", "wide-group3-lines.tif, 0", "wide-group3-changes.tif, 0", "wide-group4-strips.tif, 0",
        "white-is-zero-bits.tif, 0", "white-is-zero.tif, 0", "lzw.tif, 0", "jpeg.tif, 1", "palette.tif, 0",
        "cmyk.tif, 0", "alpha.tif, 0", "gray-alpha.tif, 0", "deep-gray.tif, 0", "planar.tif, 0", "tiled.tif, 0",
        "colour.bmp, 0", "palette.bmp, 0", "bits.bmp, 0", "gray.bmp, 0", "palette.gif, 0", "interlaced.gif, 0"})
    void anotherProgramSeesTheSamePixels(String name, int tolerance) {
        Image actual = Samples.decode(Samples.file(name));
        Image expected = Samples.decode(Samples.file(name + ".png"));
        assertEquals(expected.width(), actual.width());
        assertEquals(expected.height(), actual.height());
        assertEquals(expected.bitDepth(), actual.bitDepth());
        Layout e = expected.layout();
        Layout a = actual.layout();
        for (int y = 0; y < expected.height(); y++) {
            for (int x = 0; x < expected.width(); x++) {
                assertEquals(expected.sample(x, y, e.red()), actual.sample(x, y, a.red()), tolerance);
                assertEquals(expected.sample(x, y, e.green()), actual.sample(x, y, a.green()), tolerance);
                assertEquals(expected.sample(x, y, e.blue()), actual.sample(x, y, a.blue()), tolerance);
                if (e.hasAlpha()) {
                    assertEquals(expected.sample(x, y, e.alpha()), actual.sample(x, y, a.alpha()), tolerance);
                }
            }
        }
    }

    @Test
    void sixteenBitColourOfATiffStaysAsItIs() {
        Image image = Samples.decode(Samples.file("deep-rgb.tif"));
        assertEquals(Layout.RGB, image.layout());
        for (int y = 0; y < 29; y++) {
            for (int x = 0; x < 37; x++) {
                assertEquals(x * 1700, image.sample(x, y, 0));
                assertEquals(y * 2200, image.sample(x, y, 1));
                assertEquals((x + y) * 900, image.sample(x, y, 2));
            }
        }
    }

    @Test
    void grayOfAnyKindStaysOneSample() {
        for (String name : new String[]{"gray.jpg", "group4.tif", "white-is-zero.tif", "deep-gray.tif"}) {
            assertEquals(Layout.GRAY, Samples.decode(Samples.file(name)).layout(), name);
        }
    }

    @Test
    void theProfileOfInksIsNotCarriedAfterTheyBecameColours() {
        assertNull(Samples.decode(Samples.file("cmyk-profile.jpg")).attributes().colorProfile());
        assertNull(Samples.decode(Samples.file("cmyk-profile.tif")).attributes().colorProfile());
    }

    @Test
    void theDensityOfAJpegIsItsResolution() {
        Attributes.Resolution r = Samples.decode(Samples.file("baseline.jpg")).attributes().resolution();
        assertNotNull(r);
        assertEquals(new Attributes.Resolution(150, 150), r);
    }

    @Test
    void floatingPointSamplesAreRefusedInWords() {
        InputException e = assertThrows(InputException.class, () -> Samples.decode(Samples.file("float.tif")));
        assertTrue(e.problem().contains("floating-point"), e.problem());
    }
}
