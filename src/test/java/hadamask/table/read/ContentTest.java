package hadamask.table.read;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {
    private static final int LIMIT = 1 << 20;
    private static final MemoryLimit MEMORY = MemoryLimit.ofHeap();
    private static final byte[] ROWS = "1,2\n".repeat(LIMIT / 4).getBytes(US_ASCII);

    private static byte[] packed(byte[]... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(part);
            }
        }
        return out.toByteArray();
    }

    /// The bytes that it takes to refuse a file, released or not.
    private static long refusal(String problem, byte[] packed) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        InputException e = assertThrows(InputException.class, () -> Content.unpacked(packed, LIMIT, MEMORY));
        long taken = threads.getCurrentThreadAllocatedBytes() - before;
        assertEquals(problem, e.problem());
        return taken;
    }

    @Test
    void whatIsExactlyAsLargeAsAllowedIsUnpacked() throws IOException {
        assertArrayEquals(ROWS, Content.unpacked(packed(ROWS), LIMIT, MEMORY));
    }

    @Test
    void partsThatFollowEachOtherAreOneTable() throws IOException {
        byte[] half = Arrays.copyOf(ROWS, LIMIT / 2);
        assertArrayEquals(ROWS, Content.unpacked(packed(half, new byte[0], half), LIMIT, MEMORY));
    }

    /// What stands behind a part is another part, or zeros: rows of a part whose beginning is damaged would be lost in silence.
    @ParameterizedTest
    @ValueSource(ints = {400, 4 * (1 << 16), LIMIT / 2})
    void whatIsNoPartIsNotPassedOver(int size) throws IOException {
        byte[] rows = new byte[size];
        new Random(size).nextBytes(rows);
        for (int k = 0; k < size; k++) {
            rows[k] = (byte) (k % 2 == 0 ? '0' + (rows[k] & 7) : '\n');
        }
        byte[] part = packed(rows);
        byte[] two = packed(rows, rows);
        assertEquals(2 * size, Content.unpacked(two, LIMIT, MEMORY).length);
        for (int more : new int[]{1, 7, 18, 30, 9999}) {
            byte[] padded = Arrays.copyOf(part, part.length + more);
            assertArrayEquals(rows, Content.unpacked(padded, LIMIT, MEMORY), "zeros are passed over");
            padded[padded.length - 1] = 1;
            refusal("is a broken gzip file: its last " + (more == 1 ? "byte is" : more + " bytes are")
                    + " no gzip data", padded);
        }
        byte[] damaged = two.clone();
        damaged[part.length] ^= 1;
        refusal("is a broken gzip file: its last " + part.length + " bytes are no gzip data", damaged);
        refusal("is a broken gzip file: its last 5 bytes are no gzip data", Arrays.copyOf(two, part.length + 5));
    }

    @Test
    void aTableThatUnpacksToMoreThanAllowedTakesNoMoreMemoryThanThat() throws IOException {
        byte[] bomb = packed(ROWS, ROWS, ROWS, ROWS, ROWS, ROWS, ROWS, ROWS);
        long taken = refusal("unpacks to more than " + MemoryLimit.text(LIMIT) + " and " + MEMORY.exceeded().problem(),
                bomb);
        assertTrue(taken < 3 * LIMIT, () -> taken + " bytes taken");
    }

    @Test
    void whatIsNoTextIsRefusedBeforeTheRestIsUnpacked() throws IOException {
        byte[] zeros = packed(new byte[64 * LIMIT]);
        long taken = refusal("is a UTF-16 text, expected UTF-8", zeros);
        assertTrue(taken < LIMIT, () -> taken + " bytes taken");
    }

    @Test
    void aSizeThatIsALieTakesNoMemory() throws IOException {
        byte[] rows = Arrays.copyOf(ROWS, 400);
        byte[] lie = packed(rows);
        Arrays.fill(lie, lie.length - 4, lie.length, (byte) 0x7F);
        long taken = refusal("is a broken gzip file: Corrupt GZIP trailer", lie);
        assertTrue(taken < LIMIT, () -> taken + " bytes taken");
    }
}
