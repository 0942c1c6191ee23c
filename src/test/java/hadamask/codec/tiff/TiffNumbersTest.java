package hadamask.codec.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hadamask.codec.ImageDecoder;
import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Reading;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.image.Attributes;
import hadamask.image.LabelImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers of objects of 32 bits in TIFF.
class TiffNumbersTest {
    private static @Nullable LabelImage decoded(byte[] file) {
        return ImageDecoder.decodeNumbers(Input.stream("t.tif", new ByteArrayInputStream(file)), file, Reading.DEFAULT);
    }

    private static byte[] bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return bytes.array();
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Random random = new Random(1);
        for (int[] size : new int[][]{{1, 1}, {7, 3}, {300, 500}}) {
            int[] numbers = random.ints((long) size[0] * size[1], 0, Integer.MAX_VALUE).toArray();
            Attributes attributes = new Attributes(null, new Attributes.Resolution(300, 150));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageEncoder.encodeTiff(new LabelImage(size[0], size[1], numbers, attributes), out);
            LabelImage read = Objects.requireNonNull(decoded(out.toByteArray()));
            assertEquals(size[0], read.width());
            assertArrayEquals(numbers, read.numbers());
            assertEquals(attributes.resolution(), read.attributes().resolution());
        }
    }

    @Test
    void wholeNumbersWithOrWithoutASignAndWholeFloatsAreRead() {
        int[] numbers = {0, 70000, 3, 2_000_000_000};
        byte[] pixels = bytes(numbers);
        for (int format : new int[]{1, 2}) {
            byte[] file = TiffSketch.of(2, 2, 1, 1, 32, pixels).shorts(339, format).file();
            assertArrayEquals(numbers, Objects.requireNonNull(decoded(file)).numbers());
        }
        byte[] floats = bytes(Float.floatToIntBits(0), Float.floatToIntBits(12));
        assertArrayEquals(new int[]{0, 12},
                Objects.requireNonNull(decoded(TiffSketch.of(2, 1, 1, 1, 32, floats).shorts(339, 3).file())).numbers());
    }

    @Test
    void whatIsNoNumberOfAnObjectIsRefused() {
        byte[] half = TiffSketch.of(1, 1, 1, 1, 32, bytes(Float.floatToIntBits(0.5f))).shorts(339, 3).file();
        assertEquals("holds 0.5 at the pixel 0,0, expected 8 or 16 bits, or numbers of objects: whole, from 0 to"
                + " 2147483647", assertThrows(InputException.class, () -> decoded(half)).problem());
        byte[] below = TiffSketch.of(1, 1, 1, 1, 32, bytes(-1)).shorts(339, 2).file();
        assertThrows(InputException.class, () -> decoded(below));
        byte[] cut = TiffSketch.of(9, 9, 1, 1, 32, bytes(1, 2)).file();
        assertThrows(InputException.class, () -> decoded(cut));
    }

    /// Each is refused in one line that says what was found and where, by every reader of labels.
    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "-1, -1.0", "NaN, NaN", "Infinity, Infinity", "3e9, 3.0E9", "2147483648, 2.1474836E9"})
    void floatsThatAreNoNumbersOfObjectsAreRefused(float value, String said) {
        byte[] file = TiffSketch.of(2, 1, 1, 1, 32, bytes(0, Float.floatToIntBits(value))).shorts(339, 3).file();
        assertEquals(
                "holds " + said + " at the pixel 1,0, expected 8 or 16 bits, or numbers of objects: whole, from 0 to"
                        + " 2147483647",
                assertThrows(InputException.class, () -> decoded(file)).problem());
    }

    @Test
    void otherPicturesAreNone() {
        assertNull(decoded(TiffSketch.of(2, 1, 1, 1, 8, new byte[2]).file()));
        assertNull(decoded(new byte[]{1, 2, 3}));
    }
}
