package hadamask.table;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/// Writes numbers as text: `3`, `5.196152422706632`, `1.5e-7`, `1e16`, `inf`, `nan`.
///
/// Shortest: the fewest digits that read back to the same double. With a number of significant digits: the same when it
/// has no more digits, otherwise the decimal nearest to the double, ties to even; no zeros at the end. From 1e-5 to below 1e16 without an exponent. An instance
/// belongs to one thread.
final class NumberText {
    /// More than any number needs: sign, 17 digits, point, 16 zeros or an exponent.
    static final int LONGEST = 40;
    private static final int PLAIN_FROM = -5;
    private static final int PLAIN_BELOW = 16;
    private static final double EXACT_INTEGERS = 1L << 53;
    private static final byte[] PAIRS = new byte[200];
    private static final long[] POWERS = new long[19];

    static {
        for (int k = 0; k < 100; k++) {
            PAIRS[2 * k] = (byte) ('0' + k / 10);
            PAIRS[2 * k + 1] = (byte) ('0' + k % 10);
        }
        POWERS[0] = 1;
        for (int k = 1; k < POWERS.length; k++) {
            POWERS[k] = 10 * POWERS[k - 1];
        }
    }

    private final int significant;
    private final ShortestDecimal decimal = new ShortestDecimal();

    NumberText(Precision precision) {
        this.significant = precision.significant();
    }

    /// The text of one number.
    static String shortest(double value) {
        byte[] buffer = new byte[LONGEST];
        int end = new NumberText(Precision.SHORTEST).write(value, buffer, 0);
        return new String(buffer, 0, end, StandardCharsets.US_ASCII);
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
        if (significant > 0) {
            round(magnitude);
        }
        return decimal(buffer, at);
    }

    private static int word(String word, byte[] buffer, int start) {
        for (int k = 0; k < word.length(); k++) {
            buffer[start + k] = (byte) word.charAt(k);
        }
        return start + word.length();
    }

    private static int integer(long value, byte[] buffer, int start) {
        int end = start + length(value);
        digits(value, buffer, end);
        return end;
    }

    private int decimal(byte[] buffer, int start) {
        long digits = decimal.digits;
        int exponent = decimal.exponent;
        while (digits % 10 == 0) {
            digits /= 10;
            exponent++;
        }
        int count = length(digits);
        int scientific = exponent + count - 1; // d.ddd * 10^scientific
        if (scientific < PLAIN_FROM || scientific >= PLAIN_BELOW) {
            return scientific(digits, count, scientific, buffer, start);
        }
        if (exponent >= 0) {
            digits(digits, buffer, start + count);
            return zeros(exponent, buffer, start + count);
        }
        if (scientific < 0) {
            buffer[start] = '0';
            buffer[start + 1] = '.';
            int from = zeros(-scientific - 1, buffer, start + 2);
            digits(digits, buffer, from + count);
            return from + count;
        }
        return pointed(digits, count, scientific + 1, buffer, start);
    }

    private static int scientific(long digits, int count, int exponent, byte[] buffer, int start) {
        int at = pointed(digits, count, 1, buffer, start);
        buffer[at++] = 'e';
        if (exponent < 0) {
            buffer[at++] = '-';
        }
        return integer(Math.abs(exponent), buffer, at);
    }

    /// The digits with a point behind the first `before` of them, or without one when there are no more.
    private static int pointed(long digits, int count, int before, byte[] buffer, int start) {
        int end = start + count + 1;
        digits(digits, buffer, end);
        for (int k = start; k < start + before; k++) {
            buffer[k] = buffer[k + 1];
        }
        buffer[start + before] = '.';
        return count == before ? end - 1 : end;
    }

    private static int zeros(int count, byte[] buffer, int start) {
        for (int k = 0; k < count; k++) {
            buffer[start + k] = '0';
        }
        return start + count;
    }

    /// Writes the digits of a number so that the last one stands before `end`.
    private static void digits(long value, byte[] buffer, int end) {
        int at = end;
        long rest = value;
        while (rest >= 100_000_000) {
            long upper = rest / 100_000_000;
            int lower = (int) (rest - upper * 100_000_000);
            rest = upper;
            for (int k = 0; k < 4; k++) {
                int next = lower / 100;
                int pair = 2 * (lower - next * 100);
                lower = next;
                buffer[--at] = PAIRS[pair + 1];
                buffer[--at] = PAIRS[pair];
            }
        }
        int small = (int) rest;
        while (small >= 10) {
            int next = small / 100;
            int pair = 2 * (small - next * 100);
            small = next;
            buffer[--at] = PAIRS[pair + 1];
            buffer[--at] = PAIRS[pair];
        }
        // A pair may have been the first one: then nothing is left.
        if (small > 0 || at == end) {
            buffer[--at] = (byte) ('0' + small);
        }
    }

    /// How many digits a number has; 0 has one.
    private static int length(long value) {
        // 1233 / 4096 is log10(2), from above by less than what 64 bits show.
        int guess = ((Long.SIZE - Long.numberOfLeadingZeros(value | 1)) * 1233) >> 12;
        return value >= POWERS[guess] && value > 0 ? guess + 1 : Math.max(guess, 1);
    }

    /// Rounds the shortest decimal. That rounds the double itself the same way, but for a tie, which the double may lie
    /// above or below: any other decimal of one digit more than asked for, between the two, would be a shorter or nearer
    /// one.
    private void round(double magnitude) {
        int dropped = length(decimal.digits) - significant;
        if (dropped <= 0) {
            return;
        }
        long unit = POWERS[dropped];
        long kept = decimal.digits / unit;
        long fromHalf = decimal.digits - kept * unit - unit / 2;
        if (fromHalf == 0) {
            fromHalf = new BigDecimal(magnitude).compareTo(BigDecimal.valueOf(decimal.digits, -decimal.exponent));
        }
        decimal.digits = fromHalf > 0 || (fromHalf == 0 && (kept & 1) == 1) ? kept + 1 : kept;
        decimal.exponent += dropped;
    }
}
