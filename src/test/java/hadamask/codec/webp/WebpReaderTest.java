package hadamask.codec.webp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.codec.ImageDecoder;
import hadamask.codec.Samples;
import hadamask.codec.format.PictureSize;
import hadamask.codec.format.Reading;
import hadamask.file.InputException;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a WebP is beside its pixels, which [hadamask.codec.FixtureTest] holds to those of `dwebp`.
class WebpReaderTest {
    private static final int ALPHA = 0x10;
    private static final int ANIMATION = 2;
    private static final int DO_NOT_BLEND = 2;

    private static byte[] chunk(String type, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(8 + content.length + (content.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN);
        return chunk.put(type.getBytes(US_ASCII)).putInt(content.length).put(content).array();
    }

    private static byte[] file(byte[]... chunks) {
        byte[] all = joined(chunks);
        ByteBuffer file = ByteBuffer.allocate(12 + all.length).order(ByteOrder.LITTLE_ENDIAN);
        return file.put("RIFF".getBytes(US_ASCII)).putInt(4 + all.length).put("WEBP".getBytes(US_ASCII)).put(all)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] extended(int flags, int width, int height) {
        ByteBuffer content = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putInt(flags);
        return chunk("VP8X",
                content.putShort((short) (width - 1)).put((byte) 0).putShort((short) (height - 1)).array());
    }

    /// @param x even, as y is
    private static byte[] frame(int x, int y, int width, int height, int flags, byte[]... chunks) {
        byte[] head = new byte[16];
        head[0] = (byte) (x / 2);
        head[3] = (byte) (y / 2);
        head[6] = (byte) (width - 1);
        head[9] = (byte) (height - 1);
        head[15] = (byte) flags;
        return chunk("ANMF", joined(head, joined(chunks)));
    }

    /// A lossless picture of one colour whose samples are 0 or 1: no transform, and codes of one symbol each.
    private static byte[] oneColor(int width, int height, int red, int green, int blue, int alpha) {
        long bits = 0;
        int[] symbols = {green, red, blue, alpha, 0};
        for (int i = 0; i < symbols.length; i++) {
            bits |= (1L | (long) symbols[i] << 3) << (3 + 4 * i); // simple, one symbol, of one bit
        }
        ByteBuffer content = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).put((byte) 0x2F);
        content.putInt((width - 1) | (height - 1) << 14 | 1 << 28);
        return chunk("VP8L", content.put((byte) bits).put((byte) (bits >> 8)).put((byte) (bits >> 16)).array());
    }

    /// The chunk of the pixels of a fixture that has no other.
    private static byte[] pixels(String fixture) {
        byte[] file = Samples.file(fixture);
        return Arrays.copyOfRange(file, 12, file.length);
    }

    private static String problem(byte[] file) {
        return assertThrows(InputException.class, () -> Samples.decode(file)).problem();
    }

    private static int[] pixel(Image image, int x, int y) {
        Layout l = image.layout();
        return new int[]{image.sample(x, y, l.red()), image.sample(x, y, l.green()), image.sample(x, y, l.blue()),
            l.hasAlpha() ? image.sample(x, y, l.alpha()) : 255};
    }

    @Test
    void aWholePictureMayHave28Bytes() {
        byte[] file = file(oneColor(100, 100, 1, 0, 1, 1));
        assertEquals(28, file.length);
        Image image = Samples.decode(file);
        assertEquals("100 x 100 ABGR, 8 bits per sample", image.toString());
        assertArrayEquals(new int[]{1, 0, 1, 1}, pixel(image, 99, 99));
    }

    @Test
    void withoutAlphaThereAreThreeSamples() {
        assertEquals(Layout.BGR, Samples.decode(Samples.file("method0.webp")).layout());
        assertEquals(Layout.BGR, Samples.decode(Samples.file("lossless.webp")).layout());
        assertEquals(Layout.ABGR, Samples.decode(Samples.file("raw-alpha.webp")).layout());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, DO_NOT_BLEND})
    void theFirstFrameLiesAtItsPlaceAndTheRestIsTransparent(int flags) {
        byte[] file = file(extended(ANIMATION | ALPHA, 40, 30), chunk("ANIM", new byte[]{9, 9, 9, (byte) 255, 0, 0}),
                frame(6, 4, 20, 10, flags, oneColor(20, 10, 1, 0, 0, 1)),
                frame(0, 0, 40, 30, 0, oneColor(40, 30, 0, 1, 0, 1)));
        Image image = Samples.decode(file);
        assertEquals("40 x 30 ABGR, 8 bits per sample", image.toString());
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                boolean inside = x >= 6 && x < 26 && y >= 4 && y < 14;
                assertArrayEquals(inside ? new int[]{1, 0, 0, 1} : new int[4], pixel(image, x, y), x + "," + y);
            }
        }
    }

    @Test
    void anOpaqueFrameIsOpaqueOnATransparentCanvas() {
        Image still = Samples.decode(Samples.file("method0.webp"));
        Image image = Samples.decode(file(extended(ANIMATION, 50, 40), frame(2, 8, 37, 29, 0, pixels("method0.webp"))));
        assertArrayEquals(pixel(still, 5, 6), pixel(image, 7, 14));
        assertArrayEquals(new int[4], pixel(image, 0, 0));
        assertArrayEquals(new int[4], pixel(image, 49, 39));
        Image covered = Samples
                .decode(file(extended(ANIMATION, 37, 29), frame(0, 0, 37, 29, 0, pixels("method0.webp"))));
        assertEquals(still, covered);
    }

    @Test
    void whatItsPartsSayOfTheSizeMustAgree() {
        byte[] pixels = oneColor(20, 10, 1, 0, 0, 1);
        String start = "is a broken WebP: its parts contradict each other: a picture of 20 x 10 pixels on a canvas of ";
        assertEquals(start + "40 x 30", problem(file(extended(ALPHA, 40, 30), pixels)));
        assertEquals(start + "20 x 10",
                problem(file(extended(ANIMATION, 20, 10), frame(2, 0, 20, 10, 0, pixels))));
        assertEquals(start + "40 x 30",
                problem(file(extended(ANIMATION, 40, 30), frame(0, 0, 21, 10, 0, pixels))));
    }

    @Test
    void whatHoldsNoPictureIsBroken() {
        assertEquals("is a broken WebP: it holds no picture", problem(file()));
        assertEquals("is a broken WebP: it holds no picture", problem(file(extended(ALPHA, 4, 3))));
        assertEquals("is a broken WebP: it holds no picture",
                problem(file(extended(ANIMATION, 4, 3), frame(0, 0, 4, 3, 0))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"method0.webp", "quality10.webp", "lossless.webp", "raw-alpha.webp", "packed-alpha.webp",
        "animation.webp"})
    void aPictureThatEndsEarlyIsTruncated(String name) {
        byte[] whole = Samples.file(name);
        int first = name.equals("animation.webp") ? 400 : whole.length;
        for (int length = 12; length < first; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            String truncated = "is a truncated WebP: the data end before the picture does";
            assertEquals(truncated, problem(cut), name + " cut at " + length);
            // The same where the file says that it is whole: libwebp misses the data.
            ByteBuffer.wrap(cut).order(ByteOrder.LITTLE_ENDIAN).putInt(4, length - 8);
            assertTrue(problem(cut).matches(truncated + "|is a broken WebP: .*"), problem(cut));
        }
    }

    @Test
    void whatLibwebpCannotDecodeIsBroken() {
        byte[] file = Samples.file("method0.webp");
        file[20] |= 0x1; // no key frame
        assertEquals("is a broken WebP: libwebp cannot decode its data", problem(file));
    }

    @Test
    void profileAndResolutionTravelAlong() {
        byte[] profile = {1, 2, 3, 4, 5};
        byte[] exif = {'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0, 0, 2, 0, 0x1A, 1, 5, 0, 1, 0, 0, 0, 38, 0, 0,
            0,
            0x1B, 1, 5, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0, 0, 0, 0, 44, 1, 0, 0, 1, 0, 0, 0};
        Image image = Samples.decode(file(extended(0x2C, 37, 29), chunk("ICCP", profile), pixels("method0.webp"),
                chunk("EXIF", exif)));
        assertArrayEquals(profile, image.attributes().colorProfile());
        assertEquals(new Attributes.Resolution(300, 300), image.attributes().resolution());
    }

    @Test
    void memoryIsToldBeforeAPixelIsDecoded() {
        byte[] file = Samples.file("raw-alpha.webp");
        PictureSize[] told = new PictureSize[1];
        assertThrows(InputException.class, () -> ImageDecoder.decode(file, Reading.upTo(Samples.LIMIT).within(size -> {
            told[0] = size;
            throw new InputException("no room");
        })));
        assertEquals("37 x 29 pixels", told[0].toString());
        assertEquals(4, told[0].pixelBytes());
        assertEquals(5 * 37 * 29 + 256 * 37, told[0].outside());
    }
}
