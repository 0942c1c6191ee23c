package hadamask.table;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// The numbers by which rows without labels are called, from 1. Dropped rows count: when the second of four is dropped, the
/// numbers are 1, 3, 4.
public final class RowNumbers implements Serializable {
    private static final long serialVersionUID = 1;
    /// 1, 2, 3, and so on.
    public static final RowNumbers CONSECUTIVE = new RowNumbers(null);

    private final int @Nullable [] numbers;

    private RowNumbers(int @Nullable [] numbers) {
        this.numbers = numbers;
    }

    /// The number of a row.
    ///
    /// @param row from 0
    public int of(int row) {
        return numbers == null ? row + 1 : numbers[row];
    }

    /// The numbers of some of the rows.
    ///
    /// @param rows from 0, ascending
    RowNumbers of(int[] rows) {
        int[] own = new int[rows.length];
        for (int k = 0; k < own.length; k++) {
            own[k] = of(rows[k]);
        }
        return new RowNumbers(own);
    }
}
