package hadamask.table.number;

/// The shortest decimal that reads back to the same double, and among those the nearest: `digits * 10^exponent`, with
/// trailing zeros where it has fewer than 17 digits.
///
/// After Raffaello Giulietti, "The Schubfach way to render doubles" (2020), with one product in place of three where that
/// decides. Which decimal it is looks random to the processor, so there are no branches: conditions are numbers, 0 or 1.
/// An instance holds the last result; it belongs to one thread.
final class ShortestDecimal {
    private static final int FRACTION_BITS = 52;
    private static final int SMALLEST_POWER = -1074;
    private static final long LOG10_2 = 661_971_961_083L; // log10(2) * 2^41
    private static final long LOG10_3_4 = -274_743_187_321L; // log10(3/4) * 2^41
    /// Bits below the last digit that are looked at.
    private static final int UNIT = 57;
    /// The error bound of a difference, by truncation and by the rounding of the power of ten: less than 2 units.
    private static final long DOUBT = 2;
    private static final long SEVENTEEN_DIGITS = 10_000_000_000_000_000L;
    private static final long TENTH = 0x6666_6666_6666_6667L; // (2^66 / 10 + 1) / 4

    /// Numbers in two cache lines: threads that write to the same line, or to neighbouring ones, slow each other down.
    private static final int APART = 16;

    /// The result, with nothing else near it.
    private final long[] result = new long[2 * APART];

    /// From 10^16 to below 10^17.
    long digits() {
        return result[APART];
    }

    int exponent() {
        return (int) result[APART + 1];
    }

    private void set(long digits, int exponent) {
        result[APART] = digits;
        result[APART + 1] = exponent;
    }

    /// @param value positive and finite
    void set(double value) {
        long bits = Double.doubleToRawLongBits(value);
        long fraction = bits & ((1L << FRACTION_BITS) - 1);
        int biased = (int) (bits >>> FRACTION_BITS);
        if (fraction == 0 || biased == 0 || !setNormal(fraction | (1L << FRACTION_BITS), biased - 1 + SMALLEST_POWER)) {
            setAny(fraction, biased);
        }
    }

    /// Compares what is left of the value below a multiple of ten, and below its last digit, with half the distance of two
    /// doubles, all in units of the last digit, cut off: that tells, unless they are as good as equal.
    ///
    /// @return whether it told
    private boolean setNormal(long c, int q) {
        int k = (int) ((q * LOG10_2) >> 41);
        int shift = q + PowersOfTen.floorLog2(-k) + 2;
        long high = PowersOfTen.high(-k);
        // Four times the value, `power * factor / 2^127`: its whole part, and the first bits below.
        long factor = (4 * c) << shift;
        long productLow = high * factor;
        long middle = productLow + Math.unsignedMultiplyHigh(PowersOfTen.low(-k), factor);
        long top = Math.multiplyHigh(high, factor) + (Long.compareUnsigned(middle, productLow) < 0 ? 1 : 0);
        long whole = (top << 1) | (middle >>> 63);
        long tens = Math.multiplyHigh(whole >>> 2, TENTH) >> 2;
        tens -= isLess(whole >>> 2, tens * 10);
        long rest = ((whole - 40 * tens) << UNIT) | ((middle << 1) >>> (Long.SIZE - UNIT)); // from 0 to 40
        long half = high >> (5 - shift);
        long below = half - rest;
        long above = half - ((40L << UNIT) - rest);
        long last = rest >>> (UNIT + 2);
        long fromMiddle = rest - (((4 * last) + 2) << UNIT);
        if (Math.min(Math.abs(below), Math.min(Math.abs(above), Math.abs(fromMiddle))) <= DOUBT) {
            return false;
        }
        long upper = isLess(0, above);
        long shorter = isLess(0, below) ^ upper;
        long rounded = last + isLess(0, fromMiddle);
        long shortest = 10 * tens + rounded + ((10 * upper - rounded) & -shorter); // of 16 or 17 digits
        long missing = isLess(shortest, SEVENTEEN_DIGITS);
        set(shortest + (9 * shortest & -missing), k - (int) missing);
        return true;
    }

    private void setAny(long fraction, int biased) {
        // value = c * 2^q
        long c = biased == 0 ? fraction : fraction | (1L << FRACTION_BITS);
        int q = Math.max(biased, 1) - 1 + SMALLEST_POWER;
        boolean even = (c & 1) == 0;
        // Below a power of two the doubles lie twice as dense.
        boolean irregular = fraction == 0 && biased > 1;
        int k = (int) ((q * LOG10_2 + (irregular ? LOG10_3_4 : 0)) >> 41);
        int shift = q + PowersOfTen.floorLog2(-k) + 2;
        long high = PowersOfTen.high(-k);
        long low = PowersOfTen.low(-k);
        // Four times the value and the ends of the interval that rounds to it, in units of 10^k.
        long middle = scaled(high, low, (4 * c) << shift);
        long lower = scaled(high, low, (irregular ? 4 * c - 1 : 4 * c - 2) << shift) + (even ? 0 : 1);
        long upper = scaled(high, low, (4 * c + 2) << shift) - (even ? 0 : 1);
        choose(middle, lower, upper, k);
    }

    /// One digit less when exactly one such decimal is in the interval, otherwise the nearer of those that are.
    private void choose(long middle, long lower, long upper, int k) {
        long floor = middle >> 2;
        long tens = Math.multiplyHigh(floor, TENTH) >> 2;
        tens -= isLess(floor, tens * 10);
        long tensAbove = isInside(lower, 40 * tens + 40, upper);
        long shorter = isLess(9, floor) & (isInside(lower, 40 * tens, upper) ^ tensAbove);
        long above = isInside(lower, 4 * floor + 4, upper);
        long both = 1 ^ isInside(lower, 4 * floor, upper) ^ above;
        // Above the half, or on it and odd.
        long farther = isLess(0, 2 * (middle - (4 * floor + 2)) + (floor & 1));
        long rounded = floor + ((above & ~both) | (farther & both));
        long digits = rounded + ((tens + tensAbove - rounded) & -shorter);
        int exponent = k + (int) shorter;
        while (digits < SEVENTEEN_DIGITS) {
            digits *= 10;
            exponent--;
        }
        set(digits, exponent);
    }

    /// 1 if a < b, otherwise 0; the difference does not overflow.
    private static long isLess(long a, long b) {
        return (a - b) >>> (Long.SIZE - 1);
    }

    private static long isInside(long lower, long value, long upper) {
        return 1 ^ (isLess(value, lower) | isLess(upper, value));
    }

    /// `power * factor / 2^127`, rounded down, with the last bit set where that was not exact.
    private static long scaled(long high, long low, long factor) {
        long carry = Math.unsignedMultiplyHigh(low, factor);
        long productLow = high * factor;
        long middle = productLow + carry;
        long top = Math.multiplyHigh(high, factor) + (Long.compareUnsigned(middle, productLow) < 0 ? 1 : 0);
        return ((top << 1) | (middle >>> 63)) | ((middle << 1) != 0 ? 1 : 0);
    }
}
