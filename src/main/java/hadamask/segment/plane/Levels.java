package hadamask.segment.plane;

/// The levels of a [Plane] of one image. They may be read by several threads.
public interface Levels {
    /// Columns of the image.
    int width();

    /// Rows of the image.
    int height();

    /// The largest level, which stands for 1 where levels are shown on the scale from 0 to 1.
    int maxLevel();

    /// The level of one pixel, from 0 to [#maxLevel()].
    ///
    /// @param x column, from 0
    /// @param y row, from 0
    int at(int x, int y);

    /// The levels of a row.
    ///
    /// @param y row, from 0
    /// @param levels receives [#width()] levels
    void row(int y, int[] levels);

    /// The levels of a row in 16 bits.
    ///
    /// @param y row, from 0
    /// @param levels receives [#width()] levels, whose largest is at most 65535
    /// @param to place of the first
    void copy(int y, char[] levels, int to);

    /// Counts the levels of a row.
    ///
    /// @param y row, from 0
    /// @param counts pixels of each level, added to
    void count(int y, int[] counts);

    /// Looks up a value for the level of each pixel of a row.
    ///
    /// @param y row, from 0
    /// @param ofLevel the value of each level
    /// @param values receives [#width()] values
    /// @param to place of the first
    void lookUp(int y, byte[] ofLevel, byte[] values, int to);
}
