package hadamask.segment.cut;

import hadamask.segment.color.Exponential;
import hadamask.segment.color.Logarithm;
import hadamask.segment.color.ReducedPicture;

/// How much more likely a colour of the ground is in its row than in the picture, as a logarithm.
///
/// Ground lies in layers: sky, wood, fence, grass. What is seen between the legs of a horse is seen on its left and on its right at the same
/// height, too. So each row has its own shares of the parts of the mixture of the ground:
///
///     p(colour | ground, row) = p(colour | ground) ((1 - s) + s sum over parts of p(part | colour) share(part, row) / share(part))
///
/// where the share in a row is that of the ground in rows near it, weighted by a normal curve of the distance, and s how much rows count.
final class GroundRows {
    /// The deviation of the normal curve, as a part of the longer side.
    private static final double SIGMA = 0.03;
    /// What is farther than so many deviations counts for nothing.
    private static final int FARTHEST = 4;

    private final ReducedPicture picture;
    private final Palette palette;
    private final int parts;
    /// How probable it is that each colour is of each part.
    private final float[] ofParts;

    private GroundRows(ReducedPicture picture, Palette palette, ColorMixture ground) {
        this.picture = picture;
        this.palette = palette;
        parts = ground.count();
        ofParts = ground.shares();
    }

    /// @param ground the mixture of the colours of the palette
    /// @param weights how much each pixel is of the ground, at least 0
    /// @param share how much rows count, from 0 to 1
    /// @return a number for each pixel, row by row
    static float[] of(ReducedPicture picture, Palette palette, ColorMixture ground, float[] weights, double share) {
        return new GroundRows(picture, palette, ground).logs(weights, (float) share);
    }

    private float[] logs(float[] weights, float share) {
        double[] sums = sums(weights);
        double[] whole = new double[parts];
        double total = 0;
        for (int i = 0; i < sums.length; i++) {
            whole[i % parts] += sums[i];
            total += sums[i];
        }
        float[] curve = curve();
        float[] logs = new float[picture.size()];
        float[] factors = new float[parts];
        for (int y = 0, i = 0; y < picture.height(); y++) {
            fill(factors, y, curve, sums, whole, total);
            for (int x = 0; x < picture.width(); x++, i++) {
                int at = palette.ofPixel()[i] * parts;
                float mean = 0;
                for (int k = 0; k < parts; k++) {
                    mean += ofParts[at + k] * factors[k];
                }
                logs[i] = Logarithm.of(Math.max(Float.MIN_NORMAL, 1 - share + share * mean));
            }
        }
        return logs;
    }

    /// What each part has of the ground in each row.
    private double[] sums(float[] weights) {
        double[] sums = new double[picture.height() * parts];
        for (int y = 0, i = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++, i++) {
                int at = palette.ofPixel()[i] * parts;
                for (int k = 0; k < parts; k++) {
                    sums[y * parts + k] += weights[i] * ofParts[at + k];
                }
            }
        }
        return sums;
    }

    private float[] curve() {
        double sigma = SIGMA * Math.max(picture.width(), picture.height());
        float[] curve = new float[(int) (FARTHEST * sigma) + 1];
        for (int d = 0; d < curve.length; d++) {
            curve[d] = Exponential.of((float) (-d * d / (2 * sigma * sigma)));
        }
        return curve;
    }

    /// The share of each part in and near a row over that in the picture; 1 where there is no ground near the row.
    private void fill(float[] factors, int row, float[] curve, double[] sums, double[] whole, double total) {
        double[] near = new double[parts];
        double all = 0;
        int last = Math.min(picture.height() - 1, row + curve.length - 1);
        for (int y = Math.max(0, row - curve.length + 1); y <= last; y++) {
            float counts = curve[Math.abs(y - row)];
            for (int k = 0; k < parts; k++) {
                near[k] += counts * sums[y * parts + k];
                all += counts * sums[y * parts + k];
            }
        }
        for (int k = 0; k < parts; k++) {
            factors[k] = all > 0 && whole[k] > 0 ? (float) (near[k] / all * (total / whole[k])) : 1;
        }
    }
}
