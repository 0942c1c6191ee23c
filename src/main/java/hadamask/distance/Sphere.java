package hadamask.distance;

/// Angles between places on a sphere, in degrees to begin with: what can be exact is done before they become radians.
final class Sphere {
    private Sphere() {
    }

    /// The cosine of a latitude; exactly 0 at the poles.
    static double cosine(double latitude) {
        return Math.sin(Math.toRadians(90 - Math.abs(latitude)));
    }

    /// The angle between two places in radians, from 0 to pi; the same bits when they are swapped.
    ///
    /// @param cosine1 of the first latitude
    /// @param cosine2 of the second
    static double angle(double latitude1, double longitude1, double cosine1, double latitude2, double longitude2,
            double cosine2) {
        double along = Math.abs(latitude1 - latitude2);
        double across = turn(longitude1, longitude2);
        double cosines = cosine1 * cosine2;
        double near = squareOfHalf(along) + cosines * squareOfHalf(across);
        double opposite = squareOfHalf(Math.abs(latitude1 + latitude2)) + cosines * squareOfHalf(180 - across);
        return 2 * Math.atan2(Math.sqrt(near), Math.sqrt(opposite));
    }

    /// The difference of two longitudes, from 0 to 180 degrees; what rounding takes from it is added back.
    private static double turn(double first, double second) {
        double difference = first - second;
        double back = difference - first;
        double lost = (first - (difference - back)) - (second + back);
        return Math.abs(Math.IEEEremainder(difference, 360) + lost);
    }

    /// `sin^2(x / 2)` of degrees.
    private static double squareOfHalf(double degrees) {
        double sine = Math.sin(Math.toRadians(degrees / 2));
        return sine * sine;
    }
}
