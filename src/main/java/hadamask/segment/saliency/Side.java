package hadamask.segment.saliency;

/// A side of a picture.
public enum Side {
    TOP, LEFT, BOTTOM, RIGHT;

    /// Whether a pixel lies in the band along this side.
    ///
    /// @param x column, from 0
    /// @param y row, from 0
    /// @param band width of the band in pixels; 1 is the outermost row or column
    public boolean holds(int x, int y, int width, int height, int band) {
        return switch (this) {
            case TOP -> y < band;
            case LEFT -> x < band;
            case BOTTOM -> y >= height - band;
            case RIGHT -> x >= width - band;
        };
    }
}
