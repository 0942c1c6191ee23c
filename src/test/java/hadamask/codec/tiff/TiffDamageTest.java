package hadamask.codec.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.codec.ImageDecoder;
import hadamask.codec.Samples;
import hadamask.codec.format.Reading;
import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.image.Image;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// TIFF whose strips or tiles hold less than the picture: a library fills up with white or black and says nothing.
class TiffDamageTest {
    private static final String TRUNCATED = "is a truncated TIFF: the data end before the picture does";

    private static String refused(byte[] file) {
        InputException e = assertThrows(InputException.class, () -> Samples.decode(file));
        assertEquals(Remedy.of(Remedy.Kind.TOLERANT), e.remedy(), e.problem());
        return e.problem();
    }

    /// What is read all the same, with one warning.
    private static Image tolerant(byte[] file) {
        List<String> warnings = new ArrayList<>();
        Image image = ImageDecoder.decode(file, Reading.DEFAULT.tolerant(warnings::add));
        assertEquals(1, warnings.size());
        return image;
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        return noise;
    }

    private static byte[] deflated(byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(data);
        }
        return out.toByteArray();
    }

    /// The last strip of a file of another program, made shorter by its tag.
    private static byte[] shortened(String name) {
        byte[] file = Samples.file(name);
        boolean little = file[0] == 'I';
        ByteBuffer data = ByteBuffer.wrap(file)
                .order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = data.getInt(4);
        for (int i = 0; i < data.getShort(directory); i++) {
            int entry = directory + 2 + 12 * i;
            int tag = data.getShort(entry);
            if (tag == 279 || tag == 325) {
                int count = data.getInt(entry + 4);
                boolean isShort = data.getShort(entry + 2) == 3;
                int size = isShort ? 2 : 4;
                int place = count * size <= 4 ? entry + 8 : data.getInt(entry + 8);
                int last = place + (count - 1) * size;
                if (isShort) {
                    data.putShort(last, (short) ((data.getShort(last) & 0xFFFF) * 2 / 3));
                } else {
                    data.putInt(last, (int) (data.getInt(last) * 2L / 3));
                }
                return file;
            }
        }
        throw new IllegalArgumentException(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"group3.tif", "group4.tif", "wide-group3-changes.tif", "wide-group4-strips.tif",
        "packbits.tif", "lzw.tif", "cmyk.tif", "jpeg.tif", "palette.tif", "planar.tif", "tiled.tif", "deep-rgb.tif"})
    void aStripThatEndsTooEarlyIsRefusedOrReadAsFarAsItGoes(String name) {
        byte[] file = shortened(name);
        String problem = refused(file);
        assertTrue(problem.startsWith("is a broken TIFF: ") || problem.equals(TRUNCATED), problem);
        Image whole = Samples.decode(Samples.file(name));
        Image part = tolerant(file);
        assertEquals(whole.layout(), part.layout());
        assertEquals(whole.sample(0, 0, 0), part.sample(0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 8, 32773})
    void aFileCutInItsOnlyStripIsTruncated(int compression) throws IOException {
        byte[] pixels = noise(1024);
        byte[] strip = switch (compression) {
            case 8 -> deflated(pixels);
            case 5, 32773 -> new byte[]{0};
            default -> pixels;
        };
        // The directory stands behind the pixels: the tags say more than there is.
        byte[] file = TiffSketch.of(32, 32, 1, 1, 8, strip).shorts(259, compression)
                .longs(273, 8).longs(279, 1 << 20).file();
        String problem = refused(compression == 1 || compression == 8 ? cutInside(strip, compression) : file);
        assertEquals(TRUNCATED, problem);
    }

    /// With the pixels last in the file, and half of them missing.
    private static byte[] cutInside(byte[] strip, int compression) {
        TiffSketch sketch = TiffSketch.of(32, 32, 1, 1, 8, new byte[0]).shorts(259, compression);
        int place = sketch.longs(273, 0).longs(279, strip.length).file().length;
        byte[] head = sketch.longs(273, place).file();
        byte[] file = Arrays.copyOf(head, place + strip.length / 2);
        System.arraycopy(strip, 0, file, place, strip.length / 2);
        return file;
    }

    @Test
    void zerosInPlaceOfDataAreRefused() {
        for (int compression : new int[]{5, 8, 4, 7}) {
            int bits = compression == 4 ? 1 : 8;
            byte[] file = TiffSketch.of(64, 64, 1, 1, bits, new byte[400]).shorts(259, compression).file();
            assertTrue(refused(file).startsWith("is a broken TIFF: "));
        }
    }

    @Test
    void stripsThatAreMissingOrEmptyAreRefused() {
        TiffSketch two = TiffSketch.of(8, 8, 1, 1, 8, noise(32)).shorts(278, 4);
        assertEquals("is a broken TIFF: it has 1 strips, expected 2", refused(two.file()));
        two.strips(noise(32), noise(32));
        assertEquals("is a broken TIFF: strip 2 is missing", refused(two.longs(273, 8, 0).longs(279, 32, 0).file()));
        assertEquals("is a broken TIFF: strip 2 holds 0 bytes of pixels that can be read, expected 32",
                refused(two.longs(273, 8, 40).file()));
        assertEquals(TRUNCATED, refused(two.longs(273, 8, 1_000_000).longs(279, 32, 32).file()));
        Image part = tolerant(two.file());
        assertEquals(noise(32)[31] & 0xFF, part.sample(7, 3, 0));
        assertEquals(0, part.sample(7, 7, 0));
    }

    @Test
    void tilesThatAreMissingAreRefused() {
        TiffSketch sketch = TiffSketch.of(20, 16, 1, 1, 8, new byte[0]).shorts(322, 16).shorts(323, 16)
                .tiles(noise(256), noise(256)).longs(324, 8, 0).longs(325, 256, 0);
        assertEquals("is a broken TIFF: tile 2 is missing", refused(sketch.file()));
    }

    @Test
    void withoutLengthsAStripEndsWhereTheNextBegins() {
        byte[] pixels = noise(64);
        TiffSketch sketch = TiffSketch.of(8, 8, 1, 1, 8, pixels);
        Image expected = Samples.decode(sketch.file());
        byte[] file = sketch.tag(279, 99, 1, new byte[4]).file();
        assertThrows(InputException.class, () -> Samples.decode(file));
        byte[] renamed = sketch.without(279).file();
        // Private tags mean nothing to anybody.
        ByteBuffer data = ByteBuffer.wrap(renamed).order(ByteOrder.LITTLE_ENDIAN);
        int directory = data.getInt(4);
        for (int i = 0; i < data.getShort(directory); i++) {
            int entry = directory + 2 + 12 * i;
            if (data.getShort(entry) == 279) {
                data.putShort(entry, (short) 60_000);
            }
        }
        assertEquals(expected, Samples.decode(renamed));
    }

    @Test
    void aWrongChecksumOfPackedPixelsIsRefused() throws IOException {
        byte[] packed = deflated(noise(1024));
        packed[packed.length - 1] ^= 1;
        String problem = refused(TiffSketch.of(32, 32, 1, 1, 8, packed).shorts(259, 8).file());
        assertTrue(problem.startsWith("is a broken TIFF: strip 1 "), problem);
    }
}
