package hadamask.codec.bmp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.codec.Samples;
import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bitmaps that other programs write and the product does not, byte by byte.
class BmpReaderTest {
    private static final int RUNS_OF_8 = 1;
    private static final int RUNS_OF_4 = 2;
    private static final int MASKS = 3;
    private static final int JPEG = 4;
    private static final int PNG = 5;
    private static final int MASKS_WITH_ALPHA = 6;

    /// A bitmap with a header of 40 to 124 bytes.
    ///
    /// @param behind what stands between the 40 bytes and the pixels: masks, the rest of a longer header, a palette
    private static byte[] bitmap(int headerSize, int width, int height, int bits, int packing, byte[] behind,
            byte[] pixels) {
        ByteBuffer file = ByteBuffer.allocate(54 + behind.length + pixels.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'B').put((byte) 'M').putInt(file.capacity()).putInt(0).putInt(54 + behind.length);
        file.putInt(headerSize).putInt(width).putInt(height).putShort((short) 1).putShort((short) bits).putInt(packing);
        file.putInt(pixels.length).putInt(2835).putInt(2835).putInt(0).putInt(0).put(behind).put(pixels);
        return file.array();
    }

    private static byte[] numbers(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /// Entry `i` is the grey `i`, so that samples are indices.
    private static byte[] grays(int count) {
        int[] palette = new int[count];
        Arrays.setAll(palette, i -> i * 0x010101);
        return numbers(palette);
    }

    private static String rows(Image image) {
        StringBuilder rows = new StringBuilder();
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                rows.append(x == 0 ? "" : " ").append(image.sample(x, y, image.layout().red()));
            }
            rows.append('\n');
        }
        return rows.toString();
    }

    private static int[] pixel(Image image, int x, int y) {
        Layout l = image.layout();
        return new int[]{image.sample(x, y, l.red()), image.sample(x, y, l.green()), image.sample(x, y, l.blue()),
            l.hasAlpha() ? image.sample(x, y, l.alpha()) : 255};
    }

    private static InputException refusal(byte[] file) {
        return assertThrows(InputException.class, () -> Samples.decode(file));
    }

    @ParameterizedTest
    @CsvSource({"40, 6", "56, 3", "108, 3", "124, 3"})
    void theAlphaOfAMaskIsKept(int headerSize, int packing) {
        byte[] behind = Arrays.copyOf(numbers(0xFF0000, 0xFF00, 0xFF, 0xFF000000), Math.max(16, headerSize - 40));
        byte[] file = bitmap(headerSize, 2, -1, 32, packing, behind, numbers(0x80102030, 0x00FFFEFD));
        Image image = Samples.decode(file);
        assertEquals(Layout.ABGR, image.layout());
        assertArrayEquals(new int[]{0x10, 0x20, 0x30, 0x80}, pixel(image, 0, 0));
        assertArrayEquals(new int[]{0xFF, 0xFE, 0xFD, 0}, pixel(image, 1, 0));
    }

    @ParameterizedTest
    @CsvSource({"40, 3", "52, 3", "56, 3"})
    void withoutAMaskOfAlphaPixelsAreOpaque(int headerSize, int packing) {
        byte[] behind = Arrays.copyOf(numbers(0xFF, 0xFF00, 0xFF0000), Math.max(12, headerSize - 40));
        Image image = Samples.decode(bitmap(headerSize, 1, 1, 32, packing, behind, numbers(0x80102030)));
        assertEquals(Layout.BGR, image.layout());
        assertArrayEquals(new int[]{0x30, 0x20, 0x10, 255}, pixel(image, 0, 0));
        assertEquals(Layout.BGR, Samples.decode(bitmap(40, 1, 1, 32, 0, bytes(), numbers(0x80102030))).layout());
    }

    @ParameterizedTest
    @CsvSource({
        // 5, 6 and 5 bits; 4 each; 10 each and 2; one colour without a bit
        "16, 0xF800, 0x7E0, 0x1F, 0", "16, 0x7C00, 0x3E0, 0x1F, 0x8000", "16, 0xF00, 0xF0, 0xF, 0xF000",
        "32, 0x3FF00000, 0xFFC00, 0x3FF, 0xC0000000", "32, 0xFF0000, 0, 0xFF, 0", "32, 0xFFFFFFFF, 0xFF, 1, 0"})
    void theBitsUnderAMaskAreScaledTo8(int bits, String red, String green, String blue, String alpha) {
        int[] masks = {Integer.parseUnsignedInt(red.replace("0x", ""), 16), Integer.decode(green), Integer.decode(blue),
            Integer.parseUnsignedInt(alpha.replace("0x", ""), 16)};
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            int value = random.nextInt();
            byte[] file = bitmap(40, 1, 1, bits, MASKS_WITH_ALPHA, numbers(masks), numbers(value));
            int[] expected = new int[4];
            for (int c = 0; c < 4; c++) {
                double max = (masks[c] & 0xFFFFFFFFL) >> Integer.numberOfTrailingZeros(masks[c]);
                double v = (value & masks[c] & 0xFFFFFFFFL) >> Integer.numberOfTrailingZeros(masks[c]);
                expected[c] = masks[c] == 0 ? c == 3 ? 255 : 0 : (int) Math.floor(v * 255 / max + 0.5);
            }
            assertArrayEquals(expected, pixel(Samples.decode(file), 0, 0), Integer.toHexString(value));
        }
    }

    @Test
    void runsThatMoveLeaveColourZero() {
        byte[] packed = bytes(2, 1, 0, 2, 1, 1, 1, 3, 0, 0, 0, 3, 4, 5, 6, 0, 0, 0, 1, 7, 0, 1);
        assertEquals("""
                7 0 0 0 0
                4 5 6 0 0
                0 0 0 3 0
                1 1 0 0 0
                """, rows(Samples.decode(bitmap(40, 5, 4, 8, RUNS_OF_8, grays(256), packed))));
    }

    @Test
    void runsOfTwoIndicesTakeTurns() {
        // 3 of 1 2 1; end of row; 5 as they are, in 3 bytes and one to fill up; a move by 1, 1; 2 of 9 9; end of the picture
        byte[] packed = bytes(3, 0x12, 0, 0, 0, 5, 0x34, 0x56, 0x70, 0, 0, 2, 1, 1, 2, 0x99, 0, 1);
        assertEquals("""
                0 0 0 0 0 0 0 0
                0 0 0 0 0 0 9 9
                3 4 5 6 7 0 0 0
                1 2 1 0 0 0 0 0
                """, rows(Samples.decode(bitmap(40, 8, 4, 4, RUNS_OF_4, grays(16), packed))));
    }

    @Test
    void aMarkOfTheEndMayBeMissingButPixelsMayNot() {
        byte[] whole = bytes(3, 1, 0, 0, 3, 2);
        assertEquals("2 2 2\n1 1 1\n", rows(Samples.decode(bitmap(40, 3, 2, 8, RUNS_OF_8, grays(4), whole))));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = bitmap(40, 3, 2, 8, RUNS_OF_8, grays(4), Arrays.copyOf(whole, length));
            assertEquals("is a truncated BMP: the data end before the picture does", refusal(cut).problem());
        }
        assertEquals("0 0 0\n1 0 0\n",
                rows(Samples.decode(bitmap(40, 3, 2, 8, RUNS_OF_8, grays(4), bytes(1, 1, 0, 1)))));
        assertEquals("2 2 2\n1 1 1\n",
                rows(Samples.decode(bitmap(40, 3, 2, 8, RUNS_OF_8, grays(4), bytes(9, 1, 0, 0, 200, 2, 0, 0)))));
    }

    @Test
    void aJpegOrPngInsideIsReadAsItIs() {
        byte[] jpeg = Samples.file("baseline.jpg");
        assertEquals(Samples.decode(jpeg), Samples.decode(bitmap(40, 37, 29, 0, JPEG, bytes(), jpeg)));
        byte[] png = Samples.file("palette.gif.png");
        assertEquals(Samples.decode(png), Samples.decode(bitmap(40, 37, 29, 0, PNG, bytes(), png)));
        assertEquals("is a broken BMP: the picture inside has 37 x 29 pixels, its header says 36 x 29",
                refusal(bitmap(40, 36, 29, 0, PNG, bytes(), png)).problem());
        String none = refusal(bitmap(40, 37, 29, 0, JPEG, bytes(), bytes(1, 2, 3, 4))).problem();
        assertTrue(none.matches("is a (broken|truncated) (BMP|JPEG): .*"), none);
    }

    @Test
    void aBitmapWithoutItsPaletteIsSaid() {
        assertEquals("is a broken BMP: its palette is missing, expected 256 colours",
                refusal(bitmap(40, 4, 4, 8, 0, bytes(), new byte[16])).problem());
        assertEquals("is a broken BMP: a pixel has colour 5 of a palette of 4",
                refusal(bitmap(40, 4, 1, 8, 0, grays(4), bytes(0, 1, 5, 2))).problem());
    }

    @ParameterizedTest
    @CsvSource({"40, 0, 11, Windows with CMYK colours", "40, 0, 13, Windows with CMYK colours",
        "40, 8, 99, Windows with packing 99", "64, 1, 3, OS/2 with Huffman codes",
        "64, 24, 4, OS/2 with runs of 24-bit pixels"})
    void packingThatIsNotReadIsNotCalledBroken(int headerSize, int bits, int packing, String what) {
        InputException e = refusal(bitmap(headerSize, 4, 4, bits, packing, new byte[84], new byte[64]));
        assertEquals(
                "is a BMP of " + what + ", which is not read, expected plain pixels, runs of 4 or 8 bits, masks, or a"
                        + " JPEG or PNG inside",
                e.problem());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void indicesOfFewBitsAreRead(int bits) {
        byte[] file = bitmap(40, 3, 2, bits, 0, grays(1 << bits), bytes(0x1B, 2, 1, 0, 0xE4, 1, 1, 0));
        int[] first = {0x1B, 2, 1};
        int[] second = {0xE4, 1, 1};
        StringBuilder expected = new StringBuilder();
        for (int[] row : new int[][]{second, first}) {
            for (int x = 0; x < 3; x++) {
                int bit = x * bits;
                expected.append(x == 0 ? "" : " ").append(row[bit / 8] >> (8 - bits - bit % 8) & ((1 << bits) - 1));
            }
            expected.append('\n');
        }
        assertEquals(expected.toString(), rows(Samples.decode(file)));
    }

    @Test
    void headersOfOs2AreRead() {
        ByteBuffer file = ByteBuffer.allocate(26 + 6 + 4).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'B').put((byte) 'M').putInt(36).putInt(0).putInt(32).putInt(12).putShort((short) 2)
                .putShort((short) 1).putShort((short) 1).putShort((short) 1)
                .put(bytes(1, 2, 3, 4, 5, 6, 0x40, 0, 0, 0));
        Image image = Samples.decode(file.array());
        assertArrayEquals(new int[]{3, 2, 1, 255}, pixel(image, 0, 0));
        assertArrayEquals(new int[]{6, 5, 4, 255}, pixel(image, 1, 0));
        assertNull(image.attributes().resolution());
    }

    @Test
    void theProfileOfANewHeaderTravelsAlong() {
        ByteBuffer behind = ByteBuffer.allocate(84).order(ByteOrder.LITTLE_ENDIAN);
        behind.putInt(0, 0xFF0000).putInt(4, 0xFF00).putInt(8, 0xFF).putInt(16, 0x4D424544);
        behind.putInt(72, 128).putInt(76, 3);
        Image image = Samples.decode(bitmap(124, 1, 1, 32, MASKS, behind.array(), bytes(3, 2, 1, 0, 7, 8, 9)));
        assertArrayEquals(bytes(7, 8, 9), image.attributes().colorProfile());
        assertArrayEquals(new int[]{1, 2, 3, 255}, pixel(image, 0, 0));
    }

    @Test
    void masksWithHolesAndHeadersOfNoKindAreBroken() {
        assertEquals("is a broken BMP: the bits of a colour do not stand together: mask 0xf0f",
                refusal(bitmap(40, 1, 1, 32, MASKS, numbers(0xF0F, 0xF0, 0xF000), numbers(1))).problem());
        assertEquals("is a broken BMP: its masks name no bit of a colour",
                refusal(bitmap(40, 1, 1, 32, MASKS, numbers(0, 0, 0), numbers(1))).problem());
        assertEquals("is a broken BMP: its header has 30 bytes, expected 12 to 124",
                refusal(bitmap(30, 1, 1, 32, 0, bytes(), numbers(1))).problem());
        assertEquals("is a broken BMP: it says 7 bits per pixel, packed in way 0",
                refusal(bitmap(40, 1, 1, 7, 0, bytes(), numbers(1))).problem());
    }
}
