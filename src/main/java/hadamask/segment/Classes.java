package hadamask.segment;

/// The pixels of an image, told apart: each belongs to one of at least two classes, which are ordered from dark to bright.
public interface Classes {
    /// The number of classes.
    int size();

    /// The class of a pixel.
    ///
    /// @param x column, from 0
    /// @param y row, from 0
    int of(int x, int y);

    /// Whether a class has no pixel that counts.
    boolean isEmpty(int c);
}
