package hadamask.parallel;

import java.util.stream.IntStream;

/// Rows of an image, cut into bands that are worked on in parallel.
///
/// The cut depends on the height alone, so that a result does not depend on the number of threads.
///
/// @hidden public for other packages of Hadamask alone
public final class RowBands {
    private RowBands() {
    }

    /// Work on the rows from `first` (included) to `end` (excluded).
    @FunctionalInterface
    public interface Work {
        void on(int first, int end);
    }

    /// Runs the work on every band and returns when all are done. The bands are equal, and of an even number where there
    /// are several, so that two cores end at the same time.
    ///
    /// @param rows number of rows, at least 1
    /// @param rowsPerBand the most rows of a band, at least 1
    public static void forEach(int rows, int rowsPerBand, Work work) {
        if (rows <= rowsPerBand) { // done here: starting the pool would cost more
            work.on(0, rows);
            return;
        }
        int bands = 2 * Math.ceilDiv(rows, 2 * rowsPerBand);
        int each = Math.ceilDiv(rows, bands);
        IntStream.range(0, bands).filter(band -> band * each < rows).parallel()
                .forEach(band -> work.on(band * each, Math.min(rows, (band + 1) * each)));
    }
}
