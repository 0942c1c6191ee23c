package hadamask.segment.plane;

/// Division of whole numbers by a multiplication and a shift, exact: a division takes as long as all else that is done for a
/// pixel.
///
/// @param factor `2^shift / divisor`, rounded up
/// @param shift large enough for all dividends
public record Quotient(long factor, int shift) {
    /// The largest divisor of [#rounded].
    static final int MAX_DIVISOR = 4095;
    /// The largest dividend of [#rounded].
    static final int MAX_DIVIDEND = (1 << 24) - 1;

    /// Twice the divisor has 13 bits, twice a dividend and a half of it 25.
    private static final int SHIFT = 13 + 25;
    private static final long[] FACTORS = new long[MAX_DIVISOR + 1];

    static {
        for (int divisor = 1; divisor < FACTORS.length; divisor++) {
            FACTORS[divisor] = of(2 * divisor, SHIFT).factor;
        }
    }

    /// Division of numbers from 0 on.
    ///
    /// @param divisor at least 1
    /// @param largest dividend
    public static Quotient by(int divisor, int largest) {
        return of(divisor, Integer.SIZE - Integer.numberOfLeadingZeros(largest) + Integer.SIZE
                - Integer.numberOfLeadingZeros(divisor));
    }

    private static Quotient of(int divisor, int shift) {
        return new Quotient(((1L << shift) + divisor - 1) / divisor, shift);
    }

    /// The quotient, rounded down.
    int of(int dividend) {
        return (int) ((dividend * factor) >>> shift);
    }

    /// A quotient rounded to the nearest, halves up; 0 for the divisor 0.
    ///
    /// @param dividend from 0 to [#MAX_DIVIDEND]
    /// @param divisor from 0 to [#MAX_DIVISOR]
    static int rounded(int dividend, int divisor) {
        return (int) (((2 * dividend + divisor) * FACTORS[divisor]) >>> SHIFT);
    }
}
