package hadamask.samples;

import java.awt.Color;

/// A colour as red, green and blue on the scale 0..255, not yet rounded or clipped.
record Tone(double red, double green, double blue) {
    static Tone of(int rgb) {
        return new Tone((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF);
    }

    Tone times(double factor) {
        return new Tone(red * factor, green * factor, blue * factor);
    }

    Tone plus(double offset) {
        return new Tone(red + offset, green + offset, blue + offset);
    }

    /// The mixture `(1 - share) this + share other`.
    Tone mix(Tone other, double share) {
        return new Tone(
                red + (other.red - red) * share,
                green + (other.green - green) * share,
                blue + (other.blue - blue) * share);
    }

    int rgb() {
        return (byteOf(red) << 16) | (byteOf(green) << 8) | byteOf(blue);
    }

    Color color() {
        return new Color(rgb());
    }

    Color color(double alpha) {
        return new Color(byteOf(red), byteOf(green), byteOf(blue), byteOf(255 * alpha));
    }

    static int byteOf(double value) {
        return (int) Math.clamp(Math.round(value), 0L, 255L);
    }

    /// 0 below `from`, 1 above `to`, smooth in between.
    static double smoothStep(double from, double to, double x) {
        double t = Math.clamp((x - from) / (to - from), 0.0, 1.0);
        return t * t * (3 - 2 * t);
    }
}
