package hadamask.segment.cut;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// What is too small to be seen goes, what is large stays as it is.
class IslandsTest {
    private static final int SIZE = 40;

    private static byte[] mask(int[]... rectangles) {
        byte[] mask = new byte[SIZE * SIZE];
        for (int[] r : rectangles) {
            for (int y = r[1]; y < r[1] + r[3]; y++) {
                for (int x = r[0]; x < r[0] + r[2]; x++) {
                    mask[y * SIZE + x] = (byte) r[4];
                }
            }
        }
        return mask;
    }

    private static byte[] cleaned(byte[] mask, byte[] hints) {
        byte[] cleaned = mask.clone();
        new Islands(SIZE, SIZE).clean(cleaned, hints, 0.2, 0.02);
        return cleaned;
    }

    private static int count(byte[] mask) {
        int n = 0;
        for (byte value : mask) {
            n += value;
        }
        return n;
    }

    @Test
    void smallHolesAreFilledAndLargeOnesStay() {
        byte[] mask = mask(new int[]{5, 5, 30, 30, 1}, new int[]{8, 8, 3, 3, 0}, new int[]{15, 15, 10, 10, 0});
        assertEquals(900 - 100, count(cleaned(mask, new byte[mask.length])));
    }

    @Test
    void smallIslandsGoAndLargeOnesStay() {
        byte[] mask = mask(new int[]{1, 1, 20, 20, 1}, new int[]{25, 25, 10, 10, 1}, new int[]{25, 5, 8, 8, 1});
        assertEquals(400 + 100, count(cleaned(mask, new byte[mask.length])));
    }

    @Test
    void whatAHintStandsOnStays() {
        byte[] mask = mask(new int[]{1, 1, 20, 20, 1}, new int[]{8, 8, 2, 2, 0}, new int[]{30, 30, 2, 2, 1});
        byte[] hints = new byte[mask.length];
        hints[31 * SIZE + 31] = HintMap.KEPT;
        hints[9 * SIZE + 9] = HintMap.DROPPED;
        assertEquals(400 - 4 + 4, count(cleaned(mask, hints)));
        assertEquals(400, count(cleaned(mask, new byte[mask.length])));
    }
}
