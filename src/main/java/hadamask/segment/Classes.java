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

    /// Whether there are so many classes for as many kinds of things that the ground may be several of them.
    default boolean partsTheGround() {
        return false;
    }

    /// The part of all that counts that a class has, from 0 to 1; asked for where the ground may be parted.
    default double share(int c) {
        throw new UnsupportedOperationException();
    }
}
