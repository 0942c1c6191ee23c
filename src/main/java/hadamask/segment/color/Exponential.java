package hadamask.segment.color;

/// The exponential function to the precision of a float, the same on every machine.
///
/// `Math.exp` may differ in its last bit from one machine to another, and a mask with it; `StrictMath.exp` may not, and
/// takes ten times as long. This one is `2^n 2^f` with `|f| <= 1/2` and the Taylor polynomial of degree 6 for the second factor,
/// from `+` and `*` alone. Its relative error is below 3e-7.
public final class Exponential {
    private static final float LOG2_E = (float) 1.4426950408889634;
    // ln(2)^k / k!
    private static final float C1 = (float) 0.6931471805599453;
    private static final float C2 = (float) 0.2402265069591007;
    private static final float C3 = (float) 0.0555041086648216;
    private static final float C4 = (float) 0.0096181291076285;
    private static final float C5 = (float) 0.0013333558146428;
    private static final float C6 = (float) 0.000154035303934;

    private Exponential() {
    }

    /// `e^x`; 0 below -87, and what is above 88 counts as 88. The relative error grows with |x|, as the product `x log2(e)` is rounded.
    public static float of(float x) {
        if (x < -87) {
            return 0;
        }
        float t = Math.min(x, 88) * LOG2_E;
        int n = (int) (t + (t < 0 ? -0.5f : 0.5f));
        float f = t - n;
        float p = 1 + f * (C1 + f * (C2 + f * (C3 + f * (C4 + f * (C5 + f * C6)))));
        return p * Float.intBitsToFloat((n + 127) << 23);
    }
}
