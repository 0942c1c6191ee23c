package hadamask.segment.saliency;

/// A side of a picture.
///
/// Of the lower side only the outer quarters count: in its middle people and things stand, and run out of the picture, while the
/// ground beside them is seen in the corners.
public enum Side {
    TOP, LEFT, BOTTOM, RIGHT;

    private static final int CORNERS = 4;

    /// Whether a pixel lies in the band along this side, where that shows ground.
    ///
    /// @param x column, from 0
    /// @param y row, from 0
    /// @param band width of the band in pixels; 1 is the outermost row or column
    public boolean holds(int x, int y, int width, int height, int band) {
        return switch (this) {
            case TOP -> y < band;
            case LEFT -> x < band;
            case BOTTOM -> y >= height - band && isInCorner(x, width);
            case RIGHT -> x >= width - band;
        };
    }

    private static boolean isInCorner(int x, int width) {
        return CORNERS * x < width || CORNERS * (width - 1 - x) < width;
    }
}
