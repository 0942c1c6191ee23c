package hadamask.segment.edge;

/// Alpha as a linear function of the colour within one window, `a . colour + b`: 1 at the mean colour of the object there, 0 at
/// that of the background.
///
/// This is the local linear model of the guided filter, fitted where the mask is sure, with the two sides weighing the same:
/// the slope then is that of Fisher's discriminant, `S^-1 d / (d . S^-1 d)` with the difference d of the means and the mean S of
/// the covariances. Where the sides hardly differ, `d . S^-1 d` is small, and so is the confidence.
///
/// K. He, J. Sun, X. Tang, "Guided image filtering", IEEE Transactions on Pattern Analysis and Machine Intelligence 35, 2013.
final class LocalFit {
    /// What is kept of a fit: slopes, offset, confidence, the colour of the object, that of the background.
    static final int NUMBERS = 11;
    static final int OFFSET = 3;
    static final int CONFIDENCE = 4;
    static final int OBJECT = 5;
    static final int GROUND = 8;
    /// The variance of colours that counts as noise, on the scale from 0 to 255.
    private static final double NOISE = 4;
    /// A separation, in standard deviations squared, at which the fit and the mask count the same.
    private static final double HALF_SURE = 4;
    /// The most that is cut off at either end of alpha.
    private static final double MAX_CUT = 0.25;

    private LocalFit() {
    }

    static float[] of(SideColors object, SideColors ground) {
        float[] fit = new float[NUMBERS];
        double[] s = {NOISE, 0, 0, NOISE, 0, NOISE};
        object.addHalf(s);
        ground.addHalf(s);
        double r = object.mean(0) - ground.mean(0);
        double g = object.mean(1) - ground.mean(1);
        double b = object.mean(2) - ground.mean(2);
        double i00 = s[3] * s[5] - s[4] * s[4];
        double i01 = s[2] * s[4] - s[1] * s[5];
        double i02 = s[1] * s[4] - s[2] * s[3];
        double determinant = s[0] * i00 + s[1] * i01 + s[2] * i02;
        double[] slope = {(i00 * r + i01 * g + i02 * b) / determinant,
            (i01 * r + (s[0] * s[5] - s[2] * s[2]) * g + (s[1] * s[2] - s[0] * s[4]) * b) / determinant,
            (i02 * r + (s[1] * s[2] - s[0] * s[4]) * g + (s[0] * s[3] - s[1] * s[1]) * b) / determinant};
        double separation = slope[0] * r + slope[1] * g + slope[2] * b;
        fit[CONFIDENCE] = (float) (separation / (separation + HALF_SURE));
        // Noise around 0 and 1 is cut off, and what lies between is stretched.
        double cut = Math.min(MAX_CUT, 1 / Math.sqrt(Math.max(1, separation)));
        double stretch = separation > 1e-6 ? 1 / (separation * (1 - 2 * cut)) : 0;
        double offset = 0.5;
        for (int c = 0; c < 3; c++) {
            fit[c] = (float) (slope[c] * stretch);
            offset -= slope[c] * stretch * (object.mean(c) + ground.mean(c)) / 2;
            fit[OBJECT + c] = (float) object.mean(c);
            fit[GROUND + c] = (float) ground.mean(c);
        }
        fit[OFFSET] = (float) offset;
        return fit;
    }
}
