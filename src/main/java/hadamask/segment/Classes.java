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

    /// The share of the border from which on a class is ground, besides the one that covers most of it: above 1 where the ground
    /// is one class. Where there are classes for many kinds of things, it may be several.
    default double groundShare(int c) {
        return Double.POSITIVE_INFINITY;
    }
}
