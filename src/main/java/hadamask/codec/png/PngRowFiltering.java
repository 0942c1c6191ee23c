package hadamask.codec.png;

/// A way to choose a filter for each row of a PNG.
@FunctionalInterface
interface PngRowFiltering {
    /// Filters a row.
    ///
    /// @param y from 0
    /// @param target receives the number of the filter, then the filtered bytes
    /// @param at index of the number
    void filter(int y, byte[] target, int at);
}
