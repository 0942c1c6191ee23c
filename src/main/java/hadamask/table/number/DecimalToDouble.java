package hadamask.table.number;

/// The double nearest to `digits * 10^exponent`, where that can be told from 126 bits of the power: nearly always.
///
/// The method of Eisel and Lemire ("Number parsing at a gigabyte per second", 2021): multiply, and see whether the error
/// bound of the product includes the midpoint of two doubles. If it does, the answer is NaN, never a guess.
final class DecimalToDouble {
    private static final int PRECISION = 53;
    private static final int BIAS = 1023;
    /// The powers of ten that are exact doubles.
    private static final double[] EXACT = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
        1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

    private DecimalToDouble() {
    }

    /// The nearest double, ties to even; NaN where this method cannot decide, or where it is not a normal number.
    ///
    /// @param digits an unsigned integer
    /// @param exponent of ten
    static double nearest(long digits, int exponent) {
        if (digits == 0) {
            return 0;
        }
        if (digits > 0 && digits <= 1L << PRECISION && Math.abs(exponent) < EXACT.length) {
            // Both are exact doubles, so the one operation rounds once.
            return exponent < 0 ? digits / EXACT[-exponent] : digits * EXACT[exponent];
        }
        if (exponent < PowersOfTen.SMALLEST || exponent > 308) {
            return Double.NaN;
        }
        int zeros = Long.numberOfLeadingZeros(digits);
        long factor = digits << zeros;
        // The product's bits from 2^64 up; the true ones differ by less than one in `middle`.
        long carry = Math.unsignedMultiplyHigh(PowersOfTen.low(exponent), factor);
        long productLow = PowersOfTen.high(exponent) * factor;
        long middle = productLow + carry;
        long top = Math.unsignedMultiplyHigh(PowersOfTen.high(exponent), factor)
                + (Long.compareUnsigned(middle, productLow) < 0 ? 1 : 0);
        int dropped = Long.SIZE - Long.numberOfLeadingZeros(top) - PRECISION;
        long half = 1L << (dropped - 1);
        long rest = top & (2 * half - 1);
        if ((rest == half && middle >= 0 && middle <= 1) || (rest == half - 1 && middle == -1)) {
            return Double.NaN;
        }
        long significand = (top >>> dropped) + (rest >= half ? 1 : 0);
        int power = dropped + 3 - zeros + PowersOfTen.floorLog2(exponent) + PRECISION - 1 + BIAS;
        if (significand >>> PRECISION != 0) {
            significand >>>= 1;
            power++;
        }
        boolean normal = power >= 1 && power <= 2 * BIAS;
        return normal
                ? Double.longBitsToDouble(
                        ((long) power << (PRECISION - 1)) | (significand & ((1L << (PRECISION - 1)) - 1)))
                : Double.NaN;
    }
}
