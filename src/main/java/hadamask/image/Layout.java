package hadamask.image;

/// How the samples of one pixel follow each other in an [Image].
///
/// The colour orders are those in which the decoders and encoders of the Java platform keep pixels, blue first for 8 bits
/// and red first for 16, so that no pixel is copied only to change places.
public enum Layout {
    /// One grey sample.
    GRAY(1, 0, 0, 0, -1),
    /// Grey, alpha.
    GRAY_ALPHA(2, 0, 0, 0, 1),
    /// Blue, green, red.
    BGR(3, 2, 1, 0, -1),
    /// Alpha, blue, green, red.
    ABGR(4, 3, 2, 1, 0),
    /// Red, green, blue.
    RGB(3, 0, 1, 2, -1),
    /// Red, green, blue, alpha.
    RGBA(4, 0, 1, 2, 3);

    private final int samples;
    private final int red;
    private final int green;
    private final int blue;
    private final int alpha;

    Layout(int samples, int red, int green, int blue, int alpha) {
        this.samples = samples;
        this.red = red;
        this.green = green;
        this.blue = blue;
        this.alpha = alpha;
    }

    /// Samples per pixel, 1 to 4.
    public int samples() {
        return samples;
    }

    /// Place of the red sample within a pixel; of grey layouts, the place of the grey sample.
    public int red() {
        return red;
    }

    /// Place of the green sample within a pixel; of grey layouts, the place of the grey sample.
    public int green() {
        return green;
    }

    /// Place of the blue sample within a pixel; of grey layouts, the place of the grey sample.
    public int blue() {
        return blue;
    }

    /// Place of the alpha sample within a pixel, or -1 where there is none.
    public int alpha() {
        return alpha;
    }

    /// Whether a pixel has an alpha sample.
    public boolean hasAlpha() {
        return alpha >= 0;
    }

    /// Whether a pixel has red, green and blue samples.
    public boolean isColor() {
        return samples >= 3;
    }

    /// The layout of colour samples at a depth: the order that needs no copy.
    ///
    /// @param bitDepth 8 or 16
    public static Layout color(int bitDepth, boolean withAlpha) {
        if (bitDepth == 8) {
            return withAlpha ? ABGR : BGR;
        }
        return withAlpha ? RGBA : RGB;
    }
}
