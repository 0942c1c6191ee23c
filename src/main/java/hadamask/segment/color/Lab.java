package hadamask.segment.color;

/// CIE L\*a\*b\* (1976) of sRGB colours under D65: distances in it are about as large as the eye finds them.
///
/// Linear light by the curve of IEC 61966-2-1, XYZ by its matrix, then
///
///     L = 116 f(Y) - 16,  a = 500 (f(X) - f(Y)),  b = 200 (f(Y) - f(Z)),  f(t) = cbrt(t) above (6/29)^3, a line below
///
/// L runs from 0 to 100, a from -86 to 98 and b from -108 to 94. Both curves are read from tables by linear interpolation,
/// which errs by less than 0.001 in L and 0.005 in a and b. The tables come from [StrictMath] and all else is `+`, `-` and `*`: every machine has the same Lab.
public final class Lab {
    /// Steps of the table of f.
    private static final int STEPS = 4096;
    /// Above this f is the cube root, below it a line: (6/29)^3.
    private static final double KNEE = 216.0 / 24389;

    private static final float[] LINEAR = linear();
    private static final float[] CURVE = curve();

    // Rows of the matrix of IEC 61966-2-1, each divided by the white of D65: white has X = Y = Z = 1.
    private static final float XR = (float) (0.4124564 / 0.9504700);
    private static final float XG = (float) (0.3575761 / 0.9504700);
    private static final float XB = (float) (0.1804375 / 0.9504700);
    private static final float YR = 0.2126729f;
    private static final float YG = 0.7151522f;
    private static final float YB = 0.0721750f;
    private static final float ZR = (float) (0.0193339 / 1.0888300);
    private static final float ZG = (float) (0.1191920 / 1.0888300);
    private static final float ZB = (float) (0.9503041 / 1.0888300);

    private Lab() {
    }

    /// Converts one colour.
    ///
    /// @param r red from 0 to 255, fractions allowed; green and blue alike
    /// @param lab receives L, a and b from place `to` on
    public static void of(float r, float g, float b, float[] lab, int to) {
        float red = look(LINEAR, r);
        float green = look(LINEAR, g);
        float blue = look(LINEAR, b);
        float x = look(CURVE, (XR * red + XG * green + XB * blue) * STEPS);
        float y = look(CURVE, (YR * red + YG * green + YB * blue) * STEPS);
        float z = look(CURVE, (ZR * red + ZG * green + ZB * blue) * STEPS);
        lab[to] = 116 * y - 16;
        lab[to + 1] = 500 * (x - y);
        lab[to + 2] = 200 * (y - z);
    }

    private static float look(float[] table, float place) {
        int i = Math.min((int) place, table.length - 2);
        return table[i] + (place - i) * (table[i + 1] - table[i]);
    }

    private static float[] linear() {
        float[] table = new float[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) linear(i / 255.0);
        }
        return table;
    }

    /// The linear light of a sample, both from 0 to 1.
    static double linear(double v) {
        return v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
    }

    /// The curve f.
    static double curve(double t) {
        return t > KNEE ? StrictMath.cbrt(t) : t * 841 / 108 + 4.0 / 29;
    }

    /// The rows of the matrix: X, Y and Z of linear red, green and blue, where white has X = Y = Z = 1.
    static double[][] matrix() {
        return new double[][]{{XR, XG, XB}, {YR, YG, YB}, {ZR, ZG, ZB}};
    }

    private static float[] curve() {
        float[] table = new float[STEPS + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) curve(i / (double) STEPS);
        }
        return table;
    }
}
