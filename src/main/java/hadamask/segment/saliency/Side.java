package hadamask.segment.saliency;

import java.util.function.IntConsumer;

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

    /// Goes through the pixels that [#holds], row by row.
    ///
    /// @param band width of the band in pixels
    /// @param work gets the number of a pixel, which counts row by row
    public void forEach(int width, int height, int band, IntConsumer work) {
        int top = this == BOTTOM ? Math.max(0, height - band) : 0;
        int bottom = this == TOP ? Math.min(height, band) : height;
        int left = this == RIGHT ? Math.max(0, width - band) : 0;
        int right = this == LEFT ? Math.min(width, band) : width;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (this != BOTTOM || isInCorner(x, width)) {
                    work.accept(y * width + x);
                }
            }
        }
    }

    private static boolean isInCorner(int x, int width) {
        return CORNERS * x < width || CORNERS * (width - 1 - x) < width;
    }
}
