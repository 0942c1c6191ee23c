package hadamask.parallel;

import java.util.function.IntConsumer;

/// Rows of an image, cut into bands that are worked on by the workers who run the current thread, see [Workers#current()].
///
/// The cut depends on the height alone, so that a result does not depend on the number of threads.
///
/// @hidden public for other packages of Hadamask alone
public final class RowBands {
    private RowBands() {
    }

    /// Runs the work on every band and returns when all are done. The bands are equal, and of an even number where there
    /// are several, so that two cores end at the same time.
    ///
    /// @param rows number of rows, at least 1
    /// @param rowsPerBand the most rows of a band, at least 1; a picture of no more is done here and now
    public static void forEach(int rows, int rowsPerBand, Workers.Range work) {
        int bands = rows <= rowsPerBand ? 1 : 2 * Math.ceilDiv(rows, 2 * rowsPerBand);
        Workers.current().inRanges(rows, Math.ceilDiv(rows, bands), work);
    }

    /// The same for a work that does one row.
    public static void forEachRow(int rows, int rowsPerBand, IntConsumer work) {
        forEach(rows, rowsPerBand, (first, end) -> {
            for (int y = first; y < end; y++) {
                work.accept(y);
            }
        });
    }
}
