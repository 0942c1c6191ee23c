package hadamask.table.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EightBytesTest {
    private static final Random RANDOM = new Random(5);

    /// Bytes of all kinds, most of them next to the bounds that are asked for.
    private static byte[] bytes() {
        byte[] bytes = new byte[Long.BYTES];
        byte[] near = {'"' - 1, '"', '"' + 1, '0' - 1, '0', '9', '9' + 1, 0, 127, -128, -1, ',', '\n', '3', '7', '5'};
        for (int k = 0; k < bytes.length; k++) {
            int choice = RANDOM.nextInt(3 * near.length);
            bytes[k] = choice < near.length ? near[choice] : (byte) ('0' + choice % 10);
        }
        return bytes;
    }

    @Test
    void whatIsSaidOfEightBytesHoldsForEach() {
        for (int i = 0; i < 300_000; i++) {
            byte[] bytes = bytes();
            boolean above = true;
            boolean digits = true;
            int number = 0;
            for (byte b : bytes) {
                above &= Byte.toUnsignedInt(b) > '"';
                digits &= b >= '0' && b <= '9';
                number = 10 * number + (b - '0');
            }
            long word = new EightBytes(bytes).at(0);
            assertEquals(above, EightBytes.areAbove(word, '"'));
            assertEquals(digits, EightBytes.areDigits(word));
            if (digits) {
                assertEquals(number, EightBytes.number(word));
            }
        }
    }
}
