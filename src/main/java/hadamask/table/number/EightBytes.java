package hadamask.table.number;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Eight bytes of a text as one number, the first in the lowest byte, and tests of all of them at once.
public final class EightBytes {
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long HIGH_HALVES = 0xf0f0_f0f0_f0f0_f0f0L;

    private final ByteBuffer text;

    public EightBytes(byte[] text) {
        this.text = ByteBuffer.wrap(text).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// @param from the first of the bytes
    public long at(int from) {
        return text.getLong(from);
    }

    /// Whether each byte is above an ASCII character; those beyond ASCII are.
    public static boolean areAbove(long word, char character) {
        // A byte borrows from its highest bit if it is too small, unless that bit was set; what is borrowed from the next
        // byte matters only where one was found.
        return ((word - (character + 1) * ONES) & ~word & HIGH_BITS) == 0;
    }

    /// Whether all are digits: the upper halves are 3, and 6 more does not carry into them.
    static boolean areDigits(long word) {
        return (word & HIGH_HALVES) == '0' * ONES && (word + 6 * ONES & HIGH_HALVES) == '0' * ONES;
    }

    /// The value of eight digits; the first byte is the first digit.
    static int number(long word) {
        long digits = word - '0' * ONES;
        // Neighbours become numbers below 100, then below 10^4, then one.
        long pairs = (10 * digits + (digits >>> 8)) & 0x00ff_00ff_00ff_00ffL;
        long fours = (100 * pairs + (pairs >>> 16)) & 0x0000_ffff_0000_ffffL;
        return (int) (10_000 * (fours & 0xffff) + (fours >>> 32));
    }
}
