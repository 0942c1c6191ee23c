package hadamask.table;

import java.math.BigInteger;

/// The powers of ten to 126 bits: `10^e = (high * 2^64 + low) * 2^(floorLog2(e) - 125)`, rounded up.
///
/// `high * 2^64 + low` is in (2^125, 2^126] and above the true value by at most 1. Both directions between a double and
/// its decimal text need them.
final class PowersOfTen {
    static final int SMALLEST = -342;
    static final int LARGEST = 324;
    private static final int BITS = 126;
    private static final long[] HIGH = new long[LARGEST - SMALLEST + 1];
    private static final long[] LOW = new long[LARGEST - SMALLEST + 1];

    static {
        BigInteger power = BigInteger.ONE;
        for (int e = 0; e <= Math.max(LARGEST, -SMALLEST); e++) {
            int length = power.bitLength();
            if (e <= LARGEST) {
                put(e, length > BITS ? power.shiftRight(length - BITS) : power.shiftLeft(BITS - length));
            }
            if (e > 0 && -e >= SMALLEST) {
                put(-e, BigInteger.ONE.shiftLeft(BITS - 1 + length).divide(power));
            }
            power = power.multiply(BigInteger.TEN);
        }
    }

    private PowersOfTen() {
    }

    private static void put(int e, BigInteger truncated) {
        BigInteger raised = truncated.add(BigInteger.ONE);
        HIGH[e - SMALLEST] = raised.shiftRight(64).longValue();
        LOW[e - SMALLEST] = raised.longValue();
    }

    static long high(int e) {
        return HIGH[e - SMALLEST];
    }

    static long low(int e) {
        return LOW[e - SMALLEST];
    }

    /// `floor(log2(10^e))`, for the exponents of this table.
    static int floorLog2(int e) {
        return (int) ((e * 913_124_641_741L) >> 38);
    }
}
