package hadamask.segment.cut;

import hadamask.segment.color.ColorNormal;
import hadamask.segment.color.Exponential;

/// A mixture of normal distributions that tells how likely a colour is.
///
/// Made by splitting: the part that varies most, weight times variance, is cut in two at its mean along its principal axis,
/// until there are enough (M. Orchard, C. Bouman, "Color quantization of images", IEEE Transactions on Signal Processing 39, 1991); then
/// some steps of expectation and maximization.
final class ColorMixture {
    /// Added to each variance of L, a and b: below this, differences are noise.
    private static final double VARIANCE = 2;
    private static final int STEPS = 6;
    /// The density of a colour that no part knows, as a logarithm.
    private static final double LOG_2PI_1_5 = 1.5 * 1.8378770664093453; // 1.5 ln(2 pi)

    private final float[] lab;
    private final ColorNormal[] parts;
    /// The logarithm of the share of each part over the root of its determinant.
    private final double[] heights;

    private ColorMixture(float[] lab, ColorNormal[] parts) {
        this.lab = lab;
        this.parts = parts;
        heights = new double[parts.length];
    }

    /// Fits a mixture.
    ///
    /// @param lab L, a, b of each colour
    /// @param weights the weight of each colour, at least one above 0
    /// @param most the number of parts; fewer where there are fewer colours
    static ColorMixture of(float[] lab, double[] weights, int most) {
        ColorMixture mixture = new ColorMixture(lab, new ColorSplit(lab, weights).into(most));
        mixture.estimate();
        for (int i = 0; i < STEPS; i++) {
            mixture.step(weights);
        }
        return mixture;
    }

    private void estimate() {
        double total = 0;
        for (ColorNormal part : parts) {
            total += part.weight();
        }
        for (int k = 0; k < parts.length; k++) {
            parts[k].estimate(VARIANCE);
            double share = Math.max(parts[k].weight() / total, 1e-9);
            heights[k] = StrictMath.log(share) - 0.5 * StrictMath.log(parts[k].determinant());
        }
    }

    /// One step: how much each part has of each colour, then the parts anew.
    private void step(double[] weights) {
        ColorNormal[] next = new ColorNormal[parts.length];
        for (int k = 0; k < next.length; k++) {
            next[k] = new ColorNormal();
        }
        float[] has = new float[parts.length];
        for (int c = 0; c < weights.length; c++) {
            if (weights[c] > 0) {
                highest(c, has);
                float sum = 0;
                for (float part : has) {
                    sum += part;
                }
                for (int k = 0; k < next.length; k++) {
                    double w = weights[c] * has[k] / sum;
                    if (w > 1e-6) {
                        next[k].add(lab, 3 * c, w);
                    }
                }
            }
        }
        System.arraycopy(next, 0, parts, 0, parts.length);
        estimate();
    }

    /// Fills in the density of each part at a colour, relative to the highest, and returns the logarithm of that.
    private double highest(int color, float[] has) {
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < parts.length; k++) {
            double log = heights[k] - 0.5 * parts[k].squaredDistance(lab, 3 * color);
            has[k] = (float) log;
            most = Math.max(most, log);
        }
        float top = (float) most;
        for (int k = 0; k < has.length; k++) {
            has[k] = Exponential.of(has[k] - top);
        }
        return most;
    }

    /// What each part has of the density at each colour: numbers that sum to 1, colour by colour.
    float[] parts() {
        float[] all = new float[lab.length / 3 * parts.length];
        float[] has = new float[parts.length];
        for (int c = 0, to = 0; c < lab.length / 3; c++) {
            highest(c, has);
            float sum = 0;
            for (float part : has) {
                sum += part;
            }
            for (int k = 0; k < has.length; k++, to++) {
                all[to] = has[k] / sum;
            }
        }
        return all;
    }

    /// The logarithm of the density at each colour.
    double[] logDensities() {
        double[] logs = new double[lab.length / 3];
        float[] has = new float[parts.length];
        for (int c = 0; c < logs.length; c++) {
            double most = highest(c, has);
            double sum = 0;
            for (float part : has) {
                sum += part;
            }
            logs[c] = most + StrictMath.log(sum) - LOG_2PI_1_5;
        }
        return logs;
    }
}
