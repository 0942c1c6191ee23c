package hadamask.table.number;

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

    private PowersOfTen() {
    }

    static long high(int e) {
        long high = HIGH[e - SMALLEST];
        return high != 0 ? high : raised(e).shiftRight(64).longValue();
    }

    static long low(int e) {
        long low = LOW[e - SMALLEST];
        return low != 0 ? low : raised(e).longValue();
    }

    /// Computes a power when it is first needed: a table needs few of them, and all would take as long as a small command.
    /// Threads may race here, since they all write the same numbers.
    private static BigInteger raised(int e) {
        BigInteger power = BigInteger.TEN.pow(Math.abs(e));
        int length = power.bitLength();
        BigInteger truncated = e < 0
                ? BigInteger.ONE.shiftLeft(BITS - 1 + length).divide(power)
                : power.shiftRight(length - BITS);
        BigInteger raised = truncated.add(BigInteger.ONE);
        HIGH[e - SMALLEST] = raised.shiftRight(64).longValue();
        LOW[e - SMALLEST] = raised.longValue();
        return raised;
    }

    /// `floor(log2(10^e))`, for the exponents of this table.
    static int floorLog2(int e) {
        return (int) ((e * 913_124_641_741L) >> 38);
    }
}
