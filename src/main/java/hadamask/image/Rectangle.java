package hadamask.image;

/// A rectangle of pixels; coordinates count from 0 at the top left.
///
/// @param x first column
/// @param y first row
/// @param width columns, at least 1
/// @param height rows, at least 1
public record Rectangle(int x, int y, int width, int height) {
    public Rectangle {
        if (x < 0 || y < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException(toString(x, y, width, height));
        }
    }

    /// As `x,y width x height`; written out, since what a record makes of itself is linked when it first runs, in 20 ms.
    @Override
    public String toString() {
        return toString(x, y, width, height);
    }

    private static String toString(int x, int y, int width, int height) {
        return x + "," + y + " " + width + " x " + height;
    }

    /// The rectangle grown by a margin on each side, as far as an image reaches.
    ///
    /// @param margin pixels, at least 0
    /// @param imageWidth columns of the image
    /// @param imageHeight rows of the image
    public Rectangle grown(int margin, int imageWidth, int imageHeight) {
        int left = Math.max(0, x - margin);
        int top = Math.max(0, y - margin);
        int right = (int) Math.min(imageWidth, (long) x + width + margin);
        int bottom = (int) Math.min(imageHeight, (long) y + height + margin);
        return new Rectangle(left, top, right - left, bottom - top);
    }
}
