package hadamask.segment;

import java.util.stream.IntStream;

/// Rows of an image, cut into bands that are worked on in parallel.
///
/// The cut depends on the height alone, so that a result does not depend on the number of threads.
final class RowBands {
    private RowBands() {
    }

    /// Work on the rows from `first` (included) to `end` (excluded).
    @FunctionalInterface
    interface Work {
        void on(int first, int end);
    }

    /// Runs the work on every band and returns when all are done.
    ///
    /// @param rows number of rows, at least 1
    /// @param rowsPerBand rows of a band, at least 1; the last band may have fewer
    static void forEach(int rows, int rowsPerBand, Work work) {
        int bands = Math.ceilDiv(rows, rowsPerBand);
        IntStream all = IntStream.range(0, bands);
        // A single band is done here: starting the pool would cost more.
        (bands > 1 ? all.parallel() : all)
                .forEach(band -> work.on(band * rowsPerBand, Math.min(rows, (band + 1) * rowsPerBand)));
    }
}
