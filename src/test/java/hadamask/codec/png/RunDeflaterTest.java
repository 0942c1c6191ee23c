package hadamask.codec.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What [RunDeflater] packs, zlib unpacks.
class RunDeflaterTest {
    static Stream<byte[]> contents() {
        Random random = new Random(7);
        Stream.Builder<byte[]> contents = Stream.builder();
        for (int length = 1; length < 20; length++) {
            contents.add(new byte[length]);
            contents.add(random(random, length, 256));
        }
        // Runs of every length around the longest that has a word.
        for (int run = 250; run < 530; run++) {
            byte[] bytes = new byte[run + 10];
            Arrays.fill(bytes, 5, run + 5, (byte) 200);
            contents.add(bytes);
        }
        for (int values : new int[]{1, 2, 3, 17, 256}) {
            contents.add(random(random, 100_000, values));
        }
        contents.add(runs(random, 200_000));
        contents.add(steep());
        return contents.build();
    }

    private static byte[] random(Random random, int length, int values) {
        byte[] bytes = new byte[length];
        for (int k = 0; k < length; k++) {
            bytes[k] = (byte) random.nextInt(values);
        }
        return bytes;
    }

    private static byte[] runs(Random random, int length) {
        byte[] bytes = new byte[length];
        for (int k = 0; k < length;) {
            int end = Math.min(length, k + 1 + random.nextInt(1 << random.nextInt(12)));
            Arrays.fill(bytes, k, end, (byte) random.nextInt(256));
            k = end;
        }
        return bytes;
    }

    /// Each value twice as often as the one before: Huffman's words would be longer than deflate's can be.
    private static byte[] steep() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int value = 0; value < 20; value++) {
            for (int k = 0; k < 1 << value; k++) {
                bytes.write(k % 2 == 0 ? value : 255 - value);
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("contents")
    @DisplayName("zlib reads back what was packed")
    void unpacked(byte[] content) throws DataFormatException {
        assertArrayEquals(content, unpack(new RunDeflater().pack(content, content.length), content.length));
    }

    @Test
    @DisplayName("an instance packs again and again, long after short and short after long")
    void again() throws DataFormatException {
        RunDeflater packer = new RunDeflater();
        for (byte[] content : contents().toList().reversed()) {
            assertArrayEquals(content, unpack(packer.pack(content, content.length), content.length));
        }
    }

    @Test
    @DisplayName("a row of zeros takes two words of a bit or two each 258 bytes")
    void small() {
        byte[] zeros = new byte[258 * 1000 + 1];
        int size = new RunDeflater().pack(zeros, zeros.length).length;
        assertTrue(size <= 1000 * 3 / 8 + 60, size + " bytes");
    }

    private static byte[] unpack(byte[] packed, int length) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        inflater.setInput(packed);
        byte[] bytes = new byte[length + 1];
        int at = 0;
        for (int n = inflater.inflate(bytes); n > 0; n = inflater.inflate(bytes, at, bytes.length - at)) {
            at += n;
        }
        assertEquals(packed.length, inflater.getBytesRead());
        inflater.end();
        return Arrays.copyOf(bytes, at);
    }
}
