package hadamask.table.number;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Writes numbers as text: `3`, `5.196152422706632`, `1.5e-7`, `1e16`, `inf`, `nan`.
///
/// Shortest: the fewest digits that read back to the same double. With a number of significant digits: the same when it
/// has no more digits, otherwise the decimal nearest to the double, ties to even; no trailing zeros. From 1e-5 to below 1e16
/// without an exponent. An instance belongs to one thread.
public final class NumberText {
    /// More than any number needs: sign, 17 digits, point, 16 zeros or an exponent.
    static final int LONGEST = 40;
    private static final int PLAIN_FROM = -5;
    private static final int PLAIN_BELOW = 16;
    private static final double EXACT_INTEGERS = 1L << 53;
    /// The most digits that a double needs.
    private static final int DIGITS = 17;
    private static final long EIGHT_DIGITS = 100_000_000;
    private static final long ZEROS = 0x3030_3030_3030_3030L;
    private static final VarHandle LITTLE_ENDIAN = MethodHandles.byteArrayViewVarHandle(long[].class,
            ByteOrder.LITTLE_ENDIAN);
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int k = 1; k < POWERS.length; k++) {
            POWERS[k] = 10 * POWERS[k - 1];
        }
    }

    private final int significant;
    private final ShortestDecimal decimal = new ShortestDecimal();

    /// @param significant digits, 1 to 17; 0: as few as read back to the same double
    public NumberText(int significant) {
        this.significant = significant;
    }

    /// The text of one number.
    public static String shortest(double value) {
        return new NumberText(0).text(value);
    }

    /// A number as a text of its own.
    public String text(double value) {
        byte[] buffer = new byte[LONGEST];
        return new String(buffer, 0, write(value, buffer, 0), StandardCharsets.US_ASCII);
    }

    /// Writes a number at a place that has room for [#LONGEST] bytes.
    ///
    /// @return the end of the text
    int write(double value, byte[] buffer, int start) {
        double magnitude = Math.abs(value);
        int at = start;
        if (Double.doubleToRawLongBits(value) < 0 && !Double.isNaN(value)) {
            buffer[at++] = '-';
        }
        if (!(magnitude <= Double.MAX_VALUE)) {
            return word(Double.isNaN(value) ? "nan" : "inf", buffer, at);
        }
        if (significant == 0 && magnitude < EXACT_INTEGERS && magnitude == (long) magnitude) {
            return integer((long) magnitude, buffer, at);
        }
        if (magnitude == 0) {
            buffer[at] = '0';
            return at + 1;
        }
        decimal.set(magnitude);
        long digits = decimal.digits();
        int exponent = decimal.exponent();
        if (significant > 0 && significant < DIGITS) {
            digits = rounded(magnitude, digits, exponent);
            if (digits == POWERS[DIGITS]) {
                digits /= 10;
                exponent++;
            }
        }
        return decimal(digits, exponent + DIGITS - 1, buffer, at);
    }

    private static int word(String word, byte[] buffer, int start) {
        for (int k = 0; k < word.length(); k++) {
            buffer[start + k] = (byte) word.charAt(k);
        }
        return start + word.length();
    }

    private static int integer(long value, byte[] buffer, int start) {
        int count = length(value);
        digits(value * POWERS[DIGITS - count], buffer, start);
        return start + count;
    }

    /// Writes `d.ddd * 10^scientific`.
    ///
    /// @param padded the 17 digits
    private static int decimal(long padded, int scientific, byte[] buffer, int start) {
        if (scientific >= 0 && scientific < Long.BYTES) {
            return plain(padded, scientific + 1, buffer, start);
        }
        if (scientific < PLAIN_FROM || scientific >= PLAIN_BELOW) {
            int at = pointed(padded, 1, buffer, start);
            buffer[at++] = 'e';
            if (scientific < 0) {
                buffer[at++] = '-';
            }
            return integer(Math.abs(scientific), buffer, at);
        }
        if (scientific >= 0) {
            return pointed(padded, scientific + 1, buffer, start);
        }
        int from = start + 1 - scientific;
        LITTLE_ENDIAN.set(buffer, start, ZEROS);
        buffer[start + 1] = '.';
        return from + digits(padded, buffer, from);
    }

    /// The digits with a point after the first `before` of them, at most eight, or without one when there are no more.
    /// Bytes that were just written are not read again.
    private static int plain(long padded, int before, byte[] buffer, int start) {
        long upper = padded / EIGHT_DIGITS; // the first 9
        long first = upper / EIGHT_DIGITS;
        long middle = eight(upper - first * EIGHT_DIGITS);
        long last = eight(padded - upper * EIGHT_DIGITS);
        int shift = Byte.SIZE * (before - 1);
        LITTLE_ENDIAN.set(buffer, start, (middle << Byte.SIZE) | ('0' + first));
        buffer[start + before] = '.';
        LITTLE_ENDIAN.set(buffer, start + before + 1, (middle >>> shift) | ((last << 1) << (Long.SIZE - 1 - shift)));
        LITTLE_ENDIAN.set(buffer, start + before + 1 + Long.BYTES, last >>> shift);
        int count = count(middle, last);
        return start + (count <= before ? before : count + 1);
    }

    /// The digits with a point after the first `before` of them, or without one when there are no more.
    private static int pointed(long padded, int before, byte[] buffer, int start) {
        int count = digits(padded, buffer, start + 1);
        for (int k = start; k < start + before; k++) {
            buffer[k] = buffer[k + 1];
        }
        buffer[start + before] = '.';
        return count <= before ? start + before : start + count + 1;
    }

    /// Writes 17 digits.
    ///
    /// @return how many there are without trailing zeros
    private static int digits(long padded, byte[] buffer, int start) {
        long upper = padded / EIGHT_DIGITS; // the first 9
        long first = upper / EIGHT_DIGITS;
        long middle = eight(upper - first * EIGHT_DIGITS);
        long last = eight(padded - upper * EIGHT_DIGITS);
        buffer[start] = (byte) ('0' + first);
        LITTLE_ENDIAN.set(buffer, start + 1, middle);
        LITTLE_ENDIAN.set(buffer, start + 9, last);
        return count(middle, last);
    }

    /// How many digits there are without trailing zeros; the first is not zero.
    private static int count(long middle, long last) {
        return last == ZEROS
                ? DIGITS - Long.BYTES - (Long.numberOfLeadingZeros(middle ^ ZEROS) >> 3)
                : DIGITS - (Long.numberOfLeadingZeros(last ^ ZEROS) >> 3);
    }

    /// Eight digits as eight bytes, the first in the lowest byte.
    private static long eight(long number) {
        int high = (int) ((number * 109_951_163) >>> 40); // number / 10^4
        return FourDigits.of(high) | ((long) FourDigits.of((int) number - high * 10_000) << Integer.SIZE);
    }

    /// How many digits a number has; 0 has one.
    private static int length(long value) {
        // 1233 / 4096 is log10(2), from above by less than what 64 bits show.
        int guess = ((Long.SIZE - Long.numberOfLeadingZeros(value | 1)) * 1233) >> 12;
        // One more where value >= POWERS[guess], without a branch, which the processor could not predict.
        return guess + (int) ((POWERS[guess] - 1 - value) >>> (Long.SIZE - 1)) + (value == 0 ? 1 : 0);
    }

    /// Rounds the shortest decimal. That rounds the double itself the same way, but for a tie, which the double may lie
    /// above or below: any other decimal of one digit more than asked for, between the two, would be a shorter or nearer
    /// one.
    private long rounded(double magnitude, long digits, int exponent) {
        long unit = POWERS[DIGITS - significant];
        long kept = digits / unit;
        long fromHalf = digits - kept * unit - unit / 2;
        if (fromHalf == 0) {
            fromHalf = new BigDecimal(magnitude).compareTo(BigDecimal.valueOf(digits, -exponent));
        }
        return unit * (fromHalf > 0 || (fromHalf == 0 && (kept & 1) == 1) ? kept + 1 : kept);
    }
}
