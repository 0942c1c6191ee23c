package hadamask.codec.pnm;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hadamask.codec.Samples;
import hadamask.file.InputException;
import hadamask.image.Image;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PnmReaderTest {
    private static int scaled(int value, int maxval) {
        BigDecimal full = BigDecimal.valueOf(maxval > 255 ? 65535 : 255);
        return BigDecimal.valueOf(value).multiply(full).divide(BigDecimal.valueOf(maxval), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    private static void assertRamp(Image image, int maxval) {
        assertEquals(maxval > 255 ? 16 : 8, image.bitDepth());
        for (int value = 0; value <= maxval; value++) {
            assertEquals(scaled(value, maxval), image.sample(value, 0, 0), value + " of " + maxval);
        }
    }

    /// Cut off they would be darker by up to a level: nearly all of a maxval of 100.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 15, 100, 254, 255, 256, 1023, 4095, 65534, 65535})
    void samplesAreRoundedToTheDepthTheyNeed(int maxval) {
        byte[] header = ("P5 " + (maxval + 1) + " 1 " + maxval + "\n").getBytes(US_ASCII);
        ByteBuffer file = ByteBuffer.allocate(header.length + (maxval + 1) * (maxval > 255 ? 2 : 1)).put(header);
        for (int value = 0; value <= maxval; value++) {
            if (maxval > 255) {
                file.putShort((short) value);
            } else {
                file.put((byte) value);
            }
        }
        assertRamp(Samples.decode(file.array()), maxval);
        String numbers = IntStream.rangeClosed(0, maxval).mapToObj(String::valueOf).collect(Collectors.joining("  \n"));
        String plain = "P2 # a remark\n" + (maxval + 1) + "   1\n# 7 7\n" + maxval + "\n" + numbers + "\n";
        assertRamp(Samples.decode(plain.getBytes(US_ASCII)), maxval);
    }

    @Test
    void aPlainPictureThatEndsTooEarlyIsNotFilledUp() {
        InputException e = assertThrows(InputException.class,
                () -> Samples.decode("P2\n30 1\n255\n100 100 100 100 100 100 100 100 100 100".getBytes(US_ASCII)));
        assertEquals("is a truncated PNM: the data end before the picture does", e.problem());
    }
}
