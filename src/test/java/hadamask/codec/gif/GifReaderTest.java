package hadamask.codec.gif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hadamask.codec.Samples;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Kinds of GIF that are allowed and rare, in which the platform's reader sees other pixels and says nothing.
class GifReaderTest {
    private static final int BITS = 2;
    private static final int CLEAR = 1 << BITS;
    /// Red is four times the index, so that a picture tells its indices.
    private static final byte[] PALETTE = {0, 0, 0, 4, 0, 0, 8, 0, 0, 12, 0, 0};

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private int pending;
    private int bits;

    private void code(int code) {
        pending |= code << bits;
        bits += BITS + 1;
        for (; bits >= 8; bits -= 8) {
            packed.write(pending);
            pending >>>= 8;
        }
    }

    /// A picture of four colours whose codes stay as short as they begin, because the table is cleared in time.
    ///
    /// @param indices in the order of the file
    /// @param clears how many codes clear the table each time
    /// @param block bytes of a block of data
    private byte[] file(int width, int height, boolean interlaced, int transparent, int[] indices, int clears,
            int block) {
        for (int i = 0; i < indices.length; i++) {
            for (int k = 0; i % 2 == 0 && k < clears; k++) {
                code(CLEAR);
            }
            code(indices[i]);
        }
        code(CLEAR + 1);
        code(0);
        code(0);
        code(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[]{'G', 'I', 'F', '8', '9', 'a', (byte) width, 0, (byte) height, 0, (byte) 0x81, 0, 0});
        out.writeBytes(PALETTE);
        if (transparent >= 0) {
            out.writeBytes(new byte[]{0x21, (byte) 0xF9, 4, 1, 0, 0, (byte) transparent, 0});
        }
        out.writeBytes(new byte[]{0x2C, 0, 0, 0, 0, (byte) width, 0, (byte) height, 0, (byte) (interlaced ? 0x40 : 0),
            BITS});
        byte[] data = packed.toByteArray();
        for (int at = 0; at < data.length; at += block) {
            int length = Math.min(block, data.length - at);
            out.write(length);
            out.write(data, at, length);
        }
        out.write(0);
        out.write(0x3B);
        return out.toByteArray();
    }

    private static int[] indices(int count) {
        return new Random(7).ints(count, 0, 1 << BITS).toArray();
    }

    private static void assertPixels(int[] expected, Image image) {
        assertEquals(expected.length, image.width() * image.height());
        for (int i = 0; i < expected.length; i++) {
            int x = i % image.width();
            int y = i / image.width();
            assertEquals(4 * expected[i], image.sample(x, y, image.layout().red()), "at " + x + ", " + y);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void theTableMayBeClearedAgainAndAgain(int clears) {
        int[] indices = indices(9 * 7);
        assertPixels(indices, Samples.decode(file(9, 7, false, -1, indices, clears, 255)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 254})
    void blocksMayBeAsShortAsAByte(int block) {
        int[] indices = indices(9 * 7);
        assertPixels(indices, Samples.decode(file(9, 7, false, -1, indices, 1, block)));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 01", "3, 021", "4, 0213", "5, 04213", "9, 084261357"})
    void aPictureOfFewRowsIsInterlacedToo(int height, String order) {
        int[] indices = indices(6 * height);
        int[] upright = new int[indices.length];
        for (int row = 0; row < height; row++) {
            System.arraycopy(indices, 6 * row, upright, 6 * (order.charAt(row) - '0'), 6);
        }
        assertPixels(upright, Samples.decode(file(6, height, true, -1, indices, 1, 255)));
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "255, -1"})
    void anIndexThatNoColourHasMakesNothingTransparent(int transparent, int clear) {
        int[] indices = indices(9 * 7);
        Image image = Samples.decode(file(9, 7, false, transparent, indices, 1, 255));
        assertEquals(Layout.ABGR, image.layout());
        for (int i = 0; i < indices.length; i++) {
            assertEquals(indices[i] == clear ? 0 : 255, image.sample(i % 9, i / 9, image.layout().alpha()));
        }
    }
}
