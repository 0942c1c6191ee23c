package hadamask.segment.color;

/// A normal distribution of colours: weighted mean and full covariance, and how far a colour is from it.
///
/// Colours are added first, then [#estimate(double)] is called once, then distances are asked for.
public final class ColorNormal {
    private double weight;
    // Sums of weighted colours and of their products: 0 0, 0 1, 0 2, 1 1, 1 2, 2 2.
    private double s0;
    private double s1;
    private double s2;
    private double s00;
    private double s01;
    private double s02;
    private double s11;
    private double s12;
    private double s22;

    private double mean0;
    private double mean1;
    private double mean2;
    // The inverse of the covariance.
    private double i00;
    private double i01;
    private double i02;
    private double i11;
    private double i12;
    private double i22;
    private double determinant;

    /// Adds a colour.
    ///
    /// @param colors three numbers from place `at` on
    /// @param w its weight, at least 0
    public void add(float[] colors, int at, double w) {
        double c0 = colors[at];
        double c1 = colors[at + 1];
        double c2 = colors[at + 2];
        weight += w;
        s0 += w * c0;
        s1 += w * c1;
        s2 += w * c2;
        s00 += w * c0 * c0;
        s01 += w * c0 * c1;
        s02 += w * c0 * c2;
        s11 += w * c1 * c1;
        s12 += w * c1 * c2;
        s22 += w * c2 * c2;
    }

    /// The sum of the weights.
    public double weight() {
        return weight;
    }

    /// The mean of what was added, 0 of nothing.
    public double[] mean() {
        double w = weight > 0 ? weight : 1;
        return new double[]{s0 / w, s1 / w, s2 / w};
    }

    /// Takes mean and covariance of what was added; of nothing they are 0.
    ///
    /// @param variance added to the three variances, more than 0, so that a distance always exists
    public void estimate(double variance) {
        double w = weight > 0 ? weight : 1;
        mean0 = s0 / w;
        mean1 = s1 / w;
        mean2 = s2 / w;
        double c00 = Math.max(0, s00 / w - mean0 * mean0) + variance;
        double c11 = Math.max(0, s11 / w - mean1 * mean1) + variance;
        double c22 = Math.max(0, s22 / w - mean2 * mean2) + variance;
        double c01 = s01 / w - mean0 * mean1;
        double c02 = s02 / w - mean0 * mean2;
        double c12 = s12 / w - mean1 * mean2;
        i00 = c11 * c22 - c12 * c12;
        i01 = c02 * c12 - c01 * c22;
        i02 = c01 * c12 - c02 * c11;
        determinant = c00 * i00 + c01 * i01 + c02 * i02;
        i00 /= determinant;
        i01 /= determinant;
        i02 /= determinant;
        i11 = (c00 * c22 - c02 * c02) / determinant;
        i12 = (c01 * c02 - c00 * c12) / determinant;
        i22 = (c00 * c11 - c01 * c01) / determinant;
    }

    /// The determinant of the covariance.
    public double determinant() {
        return determinant;
    }

    /// The centre moved elsewhere, the covariance kept: the distance is taken from there.
    public void centre(double c0, double c1, double c2) {
        mean0 = c0;
        mean1 = c1;
        mean2 = c2;
    }

    /// The square of the Mahalanobis distance of a colour, `(c - mean)^T covariance^-1 (c - mean)`.
    public double squaredDistance(float[] colors, int at) {
        return squaredDistance(colors[at], colors[at + 1], colors[at + 2]);
    }

    /// The same of a colour in three numbers.
    public double squaredDistance(float c0, float c1, float c2) {
        double d0 = c0 - mean0;
        double d1 = c1 - mean1;
        double d2 = c2 - mean2;
        double squared = d0 * (i00 * d0 + 2 * (i01 * d1 + i02 * d2)) + d1 * (i11 * d1 + 2 * i12 * d2) + i22 * d2 * d2;
        return squared > 0 ? squared : 0;
    }

    /// The squares of the distances of packed colours in CIE Lab, the same numbers as [#squaredDistance(float[], int)] gives: written
    /// out, as the first compiler does not put one method of this size into another.
    ///
    /// @param colors as [RgbRows#readPacked] reads them
    /// @param squared receives one number for each
    public void squaredDistances(int[] colors, float[] squared) {
        double m0 = mean0;
        double m1 = mean1;
        double m2 = mean2;
        double j00 = i00;
        double j01 = i01;
        double j02 = i02;
        double j11 = i11;
        double j12 = 2 * i12;
        double j22 = i22;
        for (int x = 0; x < colors.length; x++) {
            int c = colors[x];
            float fy = LabTable.curveOfY(c);
            double d0 = 116 * fy - 16 - m0;
            double d1 = 500 * (LabTable.curveOfX(c) - fy) - m1;
            double d2 = 200 * (fy - LabTable.curveOfZ(c)) - m2;
            squared[x] = (float) (d0 * (j00 * d0 + 2 * (j01 * d1 + j02 * d2)) + d1 * (j11 * d1 + j12 * d2)
                    + j22 * d2 * d2);
        }
    }

    /// The direction in which the colours vary most, a unit vector, and the variance along it.
    ///
    /// @return three components and the variance
    public double[] principalAxis() {
        double w = weight > 0 ? weight : 1;
        double m0 = s0 / w;
        double m1 = s1 / w;
        double m2 = s2 / w;
        double c00 = s00 / w - m0 * m0;
        double c01 = s01 / w - m0 * m1;
        double c02 = s02 / w - m0 * m2;
        double c11 = s11 / w - m1 * m1;
        double c12 = s12 / w - m1 * m2;
        double c22 = s22 / w - m2 * m2;
        // Power iteration; a start that is at right angles to the axis would have to be made on purpose.
        double x = 0.8;
        double y = 0.5;
        double z = 0.33;
        double length = 0;
        for (int i = 0; i < 20; i++) {
            double nx = c00 * x + c01 * y + c02 * z;
            double ny = c01 * x + c11 * y + c12 * z;
            double nz = c02 * x + c12 * y + c22 * z;
            length = Math.sqrt(nx * nx + ny * ny + nz * nz);
            if (length < 1e-12) {
                return new double[]{1, 0, 0, 0};
            }
            x = nx / length;
            y = ny / length;
            z = nz / length;
        }
        return new double[]{x, y, z, length};
    }
}
