package hadamask.matrix;

import java.io.Serializable;
import java.math.BigInteger;

/// Sums of doubles that are exact until they are asked for: they depend neither on the order of the terms nor on how these are shared out.
///
/// A sum is a whole number of 2^-1075, held in 32 bits of each of some longs, which leaves room for 1024 terms before the carries are
/// brought up. Source: Neal, "Fast exact summation using small and large superaccumulators" (2015).
final class ExactSums implements Serializable {
    private static final long serialVersionUID = 1;
    /// Longs of a sum: the largest number begins in the last but two.
    private static final int WORDS = 67;
    private static final int TERMS = 1024;
    private static final int LOWEST = -1075;
    private static final long LOW = 0xffff_ffffL;
    private static final long FRACTION = (1L << 52) - 1;

    private final long[] words;
    /// Sums that have a term which is not finite.
    private final boolean[] broken;
    private int terms;

    /// @param count how many sums
    ExactSums(int count) {
        words = new long[Math.multiplyExact(count, WORDS)];
        broken = new boolean[count];
    }

    /// Adds a number to each sum.
    ///
    /// @param numbers one for each
    void add(double[] numbers) {
        if (++terms == TERMS) {
            carry();
        }
        for (int j = 0; j < numbers.length; j++) {
            long bits = Double.doubleToRawLongBits(numbers[j]);
            int exponent = (int) (bits >>> 52) & 0x7ff;
            long digits = bits & FRACTION;
            if (exponent == 0x7ff) {
                broken[j] = true;
                continue;
            }
            if (exponent == 0) {
                exponent = 1;
            } else {
                digits |= FRACTION + 1;
            }
            int at = j * WORDS + (exponent >> 5);
            int shift = exponent & 31;
            long low = (digits << shift) & LOW;
            long high = digits >>> (32 - shift);
            if (bits < 0) {
                low = -low;
                high = -high;
            }
            words[at] += low;
            words[at + 1] += high;
        }
    }

    /// Adds the terms of others.
    void addAll(ExactSums others) {
        carry();
        others.carry();
        for (int k = 0; k < words.length; k++) {
            words[k] += others.words[k];
        }
        for (int j = 0; j < broken.length; j++) {
            broken[j] |= others.broken[j];
        }
        terms = 1;
    }

    private void carry() {
        for (int at = 0; at < words.length; at += WORDS) {
            for (int k = at; k < at + WORDS - 1; k++) {
                words[k + 1] += words[k] >> 32;
                words[k] &= LOW;
            }
        }
        terms = 0;
    }

    /// Whether a term of a sum was not finite.
    boolean isBroken(int j) {
        return broken[j];
    }

    /// A mean: the double nearest to the sum, divided; NaN if the sum is broken.
    ///
    /// @param count how many terms it has
    double mean(int j, long count) {
        if (broken[j]) {
            return Double.NaN;
        }
        int low = j * WORDS;
        int high = low + WORDS - 1;
        while (high > low && words[high] == 0) {
            high--;
        }
        while (low < high && words[low] == 0) {
            low++;
        }
        BigInteger whole = BigInteger.ZERO;
        for (int k = high; k >= low; k--) {
            whole = whole.shiftLeft(32).add(BigInteger.valueOf(words[k]));
        }
        // 64 bits and one that says whether others follow: rounded once.
        int less = Math.max(0, whole.bitLength() - 64);
        BigInteger first = whole.abs().shiftRight(less);
        if (less > 0 && whole.abs().getLowestSetBit() < less) {
            first = first.setBit(0);
        }
        double mean = Math.scalb(first.doubleValue() / count, less + 32 * (low - j * WORDS) + LOWEST);
        return whole.signum() < 0 ? -mean : mean;
    }
}
