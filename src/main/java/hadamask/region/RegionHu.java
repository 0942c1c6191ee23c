package hadamask.region;

/// Hu's seven moments of regions: numbers of a shape that do not change where it is moved, turned or scaled; of a mirrored one
/// the seventh has the other sign.
///
/// M.-K. Hu, "Visual pattern recognition by moment invariants" (1962), from the central moments m(p, q) = sum (x - x0)^p (y - y0)^q of
/// the pixels, divided by n^(1 + (p + q) / 2), with x to the right and y downwards.
public final class RegionHu {
    private static final int X3 = 0;
    private static final int X2Y = 1;
    private static final int XY2 = 2;
    private static final int Y3 = 3;

    private final RegionShapes shapes;
    /// Sums of third powers and products about the whole pixel nearest to the centroid.
    private final double[][] sums;

    private RegionHu(RegionShapes shapes, int count) {
        this.shapes = shapes;
        sums = new double[4][count + 1];
    }

    /// Measures the regions.
    ///
    /// @param shapes of the same regions
    public static RegionHu of(RegionLabels labels, RegionShapes shapes) {
        RegionHu hu = new RegionHu(shapes, labels.count());
        double[] xs = new double[labels.count() + 1];
        double[] ys = new double[labels.count() + 1];
        for (int label = 1; label <= labels.count(); label++) {
            RegionShape shape = shapes.of(label);
            xs[label] = shape.x();
            ys[label] = shape.y();
        }
        labels.forEachRun((label, y, from, end) -> {
            double n = (double) end - from;
            double x = (from + (end - 1.0)) / 2 - xs[label];
            double row = y - ys[label];
            double squares = n * (n * n - 1) / 12; // of the columns about their middle
            hu.sums[X3][label] += n * x * x * x + 3 * x * squares;
            hu.sums[X2Y][label] += (n * x * x + squares) * row;
            hu.sums[XY2][label] += n * x * row * row;
            hu.sums[Y3][label] += n * row * row * row;
        });
        return hu;
    }

    /// The seven moments of a region.
    public double[] of(int label) {
        RegionShape shape = shapes.of(label);
        double n = shape.area();
        double scale = Math.pow(n, 2.5);
        double n20 = shape.varianceX() / n;
        double n02 = shape.varianceY() / n;
        double n11 = shape.covariance() / n;
        double n30 = sums[X3][label] / scale;
        double n21 = sums[X2Y][label] / scale;
        double n12 = sums[XY2][label] / scale;
        double n03 = sums[Y3][label] / scale;
        double a = n30 + n12;
        double b = n21 + n03;
        double c = n30 - 3 * n12;
        double d = 3 * n21 - n03;
        return new double[]{n20 + n02, (n20 - n02) * (n20 - n02) + 4 * n11 * n11, c * c + d * d, a * a + b * b,
            c * a * (a * a - 3 * b * b) + d * b * (3 * a * a - b * b),
            (n20 - n02) * (a * a - b * b) + 4 * n11 * a * b,
            d * a * (a * a - 3 * b * b) - c * b * (3 * a * a - b * b)};
    }
}
