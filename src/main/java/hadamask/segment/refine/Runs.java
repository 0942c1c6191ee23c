package hadamask.segment.refine;

import java.util.Arrays;

/// Runs of equal values in a row.
public final class Runs {
    private Runs() {
    }

    /// The end of the run that starts in a place.
    ///
    /// The row is compared with itself, shifted by one: the virtual machine does that many bytes at a time.
    ///
    /// @param from first place of the run
    /// @param end end of the row, above `from`
    /// @return the place behind the last value of the run
    public static int end(byte[] values, int from, int end) {
        int same = Arrays.mismatch(values, from, end - 1, values, from + 1, end);
        return same < 0 ? end : from + same + 1;
    }
}
