package hadamask.codec.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hadamask.codec.Samples;
import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Kinds of TIFF that the library read wrongly or called broken, written byte by byte.
class TiffKindsTest {
    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /// Red, green, blue or grey, and alpha where there is one, of a pixel.
    private static int[] pixel(Image image, int x) {
        Layout l = image.layout();
        int[] places = l.isColor() ? new int[]{l.red(), l.green(), l.blue(), l.alpha()} : new int[]{0, l.alpha()};
        return Arrays.stream(places).filter(place -> place >= 0).map(place -> image.sample(x, 0, place)).toArray();
    }

    private static void assertPixels(TiffSketch sketch, int[]... expected) {
        Image image = Samples.decode(sketch.file());
        for (int x = 0; x < expected.length; x++) {
            assertEquals(Arrays.toString(expected[x]), Arrays.toString(pixel(image, x)), "pixel " + x);
        }
    }

    private static InputException refused(TiffSketch sketch) {
        return assertThrows(InputException.class, () -> Samples.decode(sketch.file()));
    }

    @Test
    void associatedAlphaIsDividedOut() {
        byte[] stored = bytes(107, 64, 21, 136, 0, 0, 0, 0, 9, 9, 9, 255, 200, 7, 7, 100);
        TiffSketch sketch = TiffSketch.of(4, 1, 2, 4, 8, stored);
        assertPixels(sketch.shorts(338, 1), new int[]{201, 120, 39, 136}, new int[]{0, 0, 0, 0},
                new int[]{9, 9, 9, 255}, new int[]{255, 18, 18, 100});
        assertPixels(sketch.shorts(338, 2), new int[]{107, 64, 21, 136}, new int[]{0, 0, 0, 0});
        assertPixels(TiffSketch.of(2, 1, 1, 2, 8, bytes(50, 100, 10, 20)).shorts(338, 1), new int[]{128, 100},
                new int[]{128, 20});
    }

    @Test
    void samplesThatAreNotSaidToBeAlphaAreNone() {
        assertPixels(TiffSketch.of(1, 1, 2, 4, 8, bytes(1, 2, 3, 4)).shorts(338, 0), new int[]{1, 2, 3});
        assertPixels(TiffSketch.of(1, 1, 2, 5, 8, bytes(1, 2, 3, 4, 5)).shorts(338, 0, 2), new int[]{1, 2, 3, 5});
        assertPixels(TiffSketch.of(1, 1, 2, 4, 8, bytes(1, 2, 3, 4)), new int[]{1, 2, 3, 4});
    }

    @Test
    void aPaletteKeepsItsAlpha() {
        int[] map = new int[768];
        map[1] = 65535;
        map[256 + 2] = 0x8000;
        map[512 + 2] = 0x4000;
        TiffSketch sketch = TiffSketch.of(2, 1, 3, 2, 8, bytes(1, 128, 2, 64)).shorts(320, map);
        assertPixels(sketch.shorts(338, 2), new int[]{255, 0, 0, 128}, new int[]{0, 128, 64, 64});
        assertPixels(sketch.shorts(338, 1), new int[]{255, 0, 0, 128}, new int[]{0, 128, 64, 64});
        assertPixels(sketch.shorts(284, 2).strips(bytes(1, 2), bytes(128, 64)), new int[]{255, 0, 0, 128},
                new int[]{0, 128, 64, 64});
    }

    @Test
    void cmykKeepsItsAlpha() {
        TiffSketch sketch = TiffSketch.of(2, 1, 5, 5, 8, bytes(255, 0, 0, 0, 85, 0, 0, 0, 255, 200));
        assertPixels(sketch.shorts(338, 2), new int[]{0, 255, 255, 85}, new int[]{0, 0, 0, 200});
        assertPixels(TiffSketch.of(1, 1, 5, 5, 8, bytes(0, 64, 0, 0, 128)).shorts(338, 1),
                new int[]{255, 127, 255, 128});
    }

    @Test
    void luminanceAndColourDifferencesInRectangles() {
        // 2 x 2 pixels share their differences: those of red.
        TiffSketch sketch = TiffSketch.of(2, 2, 6, 3, 8, bytes(76, 76, 76, 76, 85, 255));
        assertPixels(sketch, new int[]{254, 0, 0}, new int[]{254, 0, 0});
    }

    @ParameterizedTest
    @CsvSource({"50000, zstd", "34925, LZMA", "50001, WebP", "34887, LERC", "34661, JBIG", "32809, ThunderScan"})
    void aCompressionThatIsNotReadIsNamedWithACommandThatHelps(int number, String name) {
        InputException e = refused(TiffSketch.of(1, 1, 1, 1, 8, bytes(1)).shorts(259, number));
        assertEquals("is a TIFF compressed by " + name + ", which is not read", e.problem());
        assertEquals(Remedy.advice("write it again with tiffcp -c lzw IN.tif OUT.tif"), e.remedy());
    }

    @ParameterizedTest
    @CsvSource({"34712, JPEG 2000", "33003, JPEG 2000", "50002, JPEG XL", "52546, JPEG XL"})
    void aCompressionThatFewReadIsNamed(int number, String name) {
        InputException e = refused(TiffSketch.of(1, 1, 1, 1, 8, bytes(1)).shorts(259, number));
        assertEquals("is a TIFF compressed by " + name + ", which is not read", e.problem());
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 257, 258, 259, 262, 277})
    void textWhereNumbersBelongIsSaid(int tag) {
        byte[] text = "12\0".getBytes(StandardCharsets.US_ASCII);
        assertEquals("is a broken TIFF: its tag " + tag + " is text, expected whole numbers",
                refused(TiffSketch.of(1, 1, 1, 1, 8, bytes(1)).tag(tag, 2, 3, text)).problem());
        assertEquals(
                "is a broken TIFF: its tag " + tag + " is of type 99, which does not exist, expected whole numbers",
                refused(TiffSketch.of(1, 1, 1, 1, 8, bytes(1)).tag(tag, 99, 1, text)).problem());
    }

    @Test
    void aJpegOfTheOldKindIsReadWhereItStandsAsAWhole() {
        byte[] jpeg = Samples.file("baseline.jpg");
        TiffSketch sketch = TiffSketch.of(37, 29, 6, 3, 8, jpeg).shorts(259, 6).longs(514, jpeg.length);
        Image expected = Samples.decode(jpeg);
        Image found = Samples.decode(sketch.longs(513, 8).file());
        assertEquals(expected.with(Attributes.NONE), found);
        assertEquals("is a TIFF compressed by JPEG of the old kind, in parts, which is not read",
                refused(sketch.without(513)).problem());
    }
}
