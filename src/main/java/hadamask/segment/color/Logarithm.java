package hadamask.segment.color;

/// The natural logarithm to the precision of a float, the same on every machine, as [Exponential] is.
///
/// A number is `2^n m` with m between the roots of 1/2 and 2, and `ln m = 2 (t + t^3 / 3 + t^5 / 5 + t^7 / 7)` with
/// `t = (m - 1) / (m + 1)`, from `+ - * /` alone. The error is below 3e-7 of the result, or 3e-7 where that is below 1.
public final class Logarithm {
    private static final float LN_2 = (float) 0.6931471805599453;
    private static final float ROOT_2 = (float) 1.4142135623730951;
    private static final float C3 = (float) (1 / 3.0);
    private static final float C5 = (float) (1 / 5.0);
    private static final float C7 = (float) (1 / 7.0);

    private Logarithm() {
    }

    /// `ln x`.
    ///
    /// @param x a finite number, at least [Float#MIN_NORMAL]
    public static float of(float x) {
        int bits = Float.floatToRawIntBits(x);
        int n = (bits >> 23) - 127;
        float m = Float.intBitsToFloat((bits & 0x7fffff) | 0x3f800000);
        if (m > ROOT_2) {
            m /= 2;
            n++;
        }
        float t = (m - 1) / (m + 1);
        float t2 = t * t;
        return n * LN_2 + 2 * t * (1 + t2 * (C3 + t2 * (C5 + t2 * C7)));
    }
}
