package hadamask.image;

import java.util.Arrays;

/// Runs of equal samples. Short ones are found one by one, long ones as fast as arrays are compared.
///
/// @hidden public for other packages of Hadamask alone
public final class EqualRuns {
    private static final int SHORT = 8;

    private EqualRuns() {
    }

    /// The end of the run that begins at a place.
    public static int end(byte[] values, int from, int end) {
        byte value = values[from];
        int near = Math.min(end, from + SHORT);
        int i = from + 1;
        while (i < near && values[i] == value) {
            i++;
        }
        if (i < near || i == end) {
            return i;
        }
        int other = Arrays.mismatch(values, i - 1, end - 1, values, i, end);
        return other < 0 ? end : i + other;
    }

    /// The same of labels.
    public static int end(int[] values, int from, int end) {
        int value = values[from];
        int near = Math.min(end, from + SHORT);
        int i = from + 1;
        while (i < near && values[i] == value) {
            i++;
        }
        if (i < near || i == end) {
            return i;
        }
        int other = Arrays.mismatch(values, i - 1, end - 1, values, i, end);
        return other < 0 ? end : i + other;
    }

    /// The first place from one on whose sample is not that which stands so far behind it; the end where there is none.
    ///
    /// @param step to the other sample, such as one row back
    static int other(byte[] values, int from, int end, int step) {
        int near = Math.min(end, from + SHORT);
        int i = from;
        while (i < near && values[i] == values[i + step]) {
            i++;
        }
        if (i < near || i == end) {
            return i;
        }
        int other = Arrays.mismatch(values, i, end, values, i + step, end + step);
        return other < 0 ? end : i + other;
    }
}
