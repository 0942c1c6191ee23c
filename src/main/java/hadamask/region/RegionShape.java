package hadamask.region;

import hadamask.image.Rectangle;

/// What one region measures, in pixels; a pixel is the point at its column and row.
///
/// The ellipse of a region is the one with the same second moments. Its squared half axes are four times the eigenvalues
/// of the covariance of the region's pixels,
///
///     l1, l2 = (vx + vy)/2 +- sqrt((vx - vy)^2 + 4 c^2)/2
///
/// All values are those of scikit-image's `regionprops`, except that the orientation counts from the other axis.
///
/// @param area number of pixels, at least 1
/// @param perimeter length of the border, as [RegionPerimeters] defines it
/// @param box the smallest rectangle that holds the region
/// @param x mean column
/// @param y mean row
/// @param varianceX mean of `(column - x)^2`
/// @param varianceY mean of `(row - y)^2`
/// @param covariance mean of `(column - x) (row - y)`
/// @param convexArea number of pixels of the convex hull, as [ConvexHull] defines it
public record RegionShape(long area, double perimeter, Rectangle box, double x, double y, double varianceX,
        double varianceY, double covariance, long convexArea) {

    /// The diameter of the disc of the same area: `sqrt(4 area / pi)`.
    public double equivalentDiameter() {
        return Math.sqrt(4 * area / Math.PI);
    }

    /// The length of the major axis of the ellipse, `4 sqrt(l1)`.
    public double majorAxis() {
        return 4 * Math.sqrt(largerEigenvalue());
    }

    /// The length of the minor axis of the ellipse, `4 sqrt(l2)`.
    public double minorAxis() {
        return 4 * Math.sqrt(smallerEigenvalue());
    }

    /// The eccentricity of the ellipse, `sqrt(1 - l2 / l1)`, in [0, 1]: 0 for a circle, 1 for a line; 0 for a single pixel.
    public double eccentricity() {
        double larger = largerEigenvalue();
        return larger == 0 ? 0 : Math.sqrt(spread() / larger);
    }

    /// The angle from the rows to the major axis in radians, counter-clockwise as one sees it, in (-pi/2, pi/2]; NaN where
    /// the ellipse is a circle.
    public double orientation() {
        double difference = varianceX - varianceY;
        if (difference == 0 && covariance == 0) {
            return Double.NaN;
        }
        // Rows count downwards: seen with y upwards the covariance has the other sign. Adding 0 makes -0 a 0.
        return Math.atan2(-2 * covariance + 0.0, difference) / 2;
    }

    /// How round the outline is: `4 pi area / perimeter^2`, 1 for a disc, less for others, but for small regions, whose
    /// perimeters are short of their pixels; NaN where the perimeter is 0.
    public double circularity() {
        return perimeter == 0 ? Double.NaN : 4 * Math.PI * area / (perimeter * perimeter);
    }

    /// The share of the convex hull that the region fills, in (0, 1].
    public double solidity() {
        return area / (double) convexArea;
    }

    /// The difference of the eigenvalues.
    private double spread() {
        return Math.hypot(varianceX - varianceY, 2 * covariance);
    }

    private double largerEigenvalue() {
        return (varianceX + varianceY + spread()) / 2;
    }

    private double smallerEigenvalue() {
        return Math.max(0, (varianceX + varianceY - spread()) / 2);
    }
}
