package hadamask.segment.plane;

/// Means of the levels around each pixel, weighted or not: along rows, and of the result along columns. Outside of the image is
/// nothing.
///
/// A row does not depend on other rows, nor a column on other columns: so some of them can be done at a time, by whatever thread.
public interface LevelMeans {
    /// Takes means as they are formed.
    @FunctionalInterface
    interface Taker {
        /// @param y row
        /// @param x column of the first
        /// @param means of the square, used again for the next row
        void take(int y, int x, char[] means);
    }

    /// Forms means along rows.
    ///
    /// @param levels of an image
    /// @param first row
    /// @param end row behind the last
    /// @param means receives them; may be the levels
    void rows(char[] levels, int width, int first, int end, char[] means);

    /// Forms means along columns, from the first row on.
    ///
    /// @param levels means along rows of an image
    /// @param from first column
    /// @param to column behind the last
    /// @param taker takes each row; it may write over the levels of that row
    void columns(char[] levels, int width, int height, int from, int to, Taker taker);
}
