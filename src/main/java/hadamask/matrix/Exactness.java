package hadamask.matrix;

import java.io.Serializable;
import java.util.HashSet;

/// Whether the numbers of a column are exact, or rounded.
///
/// Numbers that were rounded end in random bits. Where all of a column end in zeros, more than chance would give, as whole
/// numbers far from zero do, they are what was meant: a small variance beside a large mean is a variance then, not rounding.
final class Exactness implements Serializable {
    private static final long serialVersionUID = 1;
    /// By chance that many zero bits occur once in a million columns.
    private static final int BITS = 20;
    /// How many different values are examined.
    private static final int ENOUGH = 32;

    private double largest;
    private final HashSet<Double> different = new HashSet<>();
    /// The exponent of the last bit that is 1, in any of the numbers.
    private int least = Integer.MAX_VALUE;

    /// Whether the numbers of a column are evidently exact.
    ///
    /// @param column from 0; finite
    static boolean isExact(Matrix data, int column) {
        Exactness seen = new Exactness();
        for (int i = 0; i < data.rows(); i++) {
            seen.add(data.get(i, column));
        }
        return seen.isExact();
    }

    /// Takes a number in; finite.
    void add(double value) {
        largest = Math.max(largest, Math.abs(value));
        if (different.size() < ENOUGH) {
            different.add(value);
        }
        if (value != 0) {
            least = Math.min(least, lastBit(value));
        }
    }

    /// Takes in what others have seen.
    void addAll(Exactness others) {
        largest = Math.max(largest, others.largest);
        for (Double value : others.different) {
            if (different.size() < ENOUGH) {
                different.add(value);
            }
        }
        least = Math.min(least, others.least);
    }

    /// Whether the numbers that were seen are evidently exact; it does not depend on their order.
    boolean isExact() {
        int last = Math.getExponent(Math.ulp(largest));
        return least != Integer.MAX_VALUE && (long) (least - last) * different.size() >= BITS;
    }

    private static int lastBit(double value) {
        long bits = Double.doubleToRawLongBits(value) & 0x000F_FFFF_FFFF_FFFFL;
        int exponent = Math.getExponent(value);
        int zeros = bits == 0 ? 52 : Long.numberOfTrailingZeros(bits);
        return exponent < Double.MIN_EXPONENT ? Double.MIN_EXPONENT - 52 + zeros : exponent - 52 + zeros;
    }
}
