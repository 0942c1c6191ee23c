package hadamask.plot;

/// Colours for numbers from 0 to 1, from dark violet over green to light yellow, in steps that look even.
///
/// The lightness of CIELAB (D65) grows linearly from 14 to 94 while the hue turns from 295 to 105 degrees, so that equal
/// differences of the numbers are equal differences of lightness, also in grey print and for the colour-blind. The chroma
/// is 52, or as much as the screen has.
final class EvenColors {
    private static final int STEPS = 1024;
    private static final int[] TABLE = table();

    private EvenColors() {
    }

    /// The colour of a share, as 0xRRGGBB; the ends stand for what is outside.
    static int rgb(double share) {
        return TABLE[(int) Math.round(Math.clamp(share, 0.0, 1.0) * (STEPS - 1))];
    }

    private static int[] table() {
        int[] table = new int[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double t = i / (STEPS - 1.0);
            table[i] = color(14 + 80 * t, 52, Math.toRadians(295 - 190 * t));
        }
        return table;
    }

    /// The nearest colour of a screen with this lightness and hue.
    static int color(double lightness, double chroma, double hue) {
        double[] linear = linear(lightness, chroma, hue);
        double left = chroma;
        while (left > 0 && !(inside(linear[0]) && inside(linear[1]) && inside(linear[2]))) {
            left -= 0.5;
            linear = linear(lightness, left, hue);
        }
        return encoded(linear[0]) << 16 | encoded(linear[1]) << 8 | encoded(linear[2]);
    }

    private static boolean inside(double channel) {
        return channel >= 0 && channel <= 1;
    }

    /// CIELAB to the linear channels of sRGB.
    private static double[] linear(double lightness, double chroma, double hue) {
        double fy = (lightness + 16) / 116;
        double x = 0.95047 * cubed(fy + chroma * Math.cos(hue) / 500);
        double y = cubed(fy);
        double z = 1.08883 * cubed(fy - chroma * Math.sin(hue) / 200);
        return new double[]{3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
            -0.9692660 * x + 1.8760108 * y + 0.0415560 * z, 0.0556434 * x - 0.2040259 * y + 1.0572252 * z};
    }

    private static double cubed(double f) {
        return f > 6.0 / 29 ? f * f * f : 3 * (6.0 / 29) * (6.0 / 29) * (f - 4.0 / 29);
    }

    private static int encoded(double linear) {
        double c = Math.clamp(linear, 0.0, 1.0);
        return (int) Math.round(255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * Math.pow(c, 1 / 2.4) - 0.055));
    }
}
