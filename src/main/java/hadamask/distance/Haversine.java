package hadamask.distance;

/// The great-circle distance of two places on a sphere, each a latitude and a longitude in degrees, in this order.
///
/// `2 R atan2(sqrt(h), sqrt(1 - h))` with `h = sin^2(dlat / 2) + cos(lat1) cos(lat2) sin^2(dlon / 2)`, and `1 - h` by the same
/// formula for the opposite place, so that near and opposite places keep their digits (Sinnott 1984). A sphere is off by up to
/// 0.6 % from the ellipsoid of the earth.
///
/// @param radius of the sphere, finite and above 0; the result has its unit
public record Haversine(double radius) implements Metric {
    /// The mean radius of the earth in kilometres, `(2 a + b) / 3` (Moritz, Geodetic Reference System 1980).
    public static final double EARTH = 6371.0088;

    public Haversine {
        if (!(radius > 0 && radius <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("the radius is " + radius + ", expected a number above 0");
        }
    }

    @Override
    public MeasureFacts facts() {
        return new MeasureFacts("haversine",
                "2 R arcsin(sqrt(sin^2((lat1 - lat2) / 2) + cos(lat1) cos(lat2) sin^2((lon1 - lon2) / 2)))",
                Axioms.metric(Math.PI * radius));
    }

    @Override
    public Domain domain() {
        return Domain.LATITUDE_LONGITUDE;
    }

    @Override
    public boolean hasColumnWeights() {
        return false;
    }

    @Override
    public double between(double[] u, double[] v, double[] weights) {
        Norm.requireSameLength(u, v, weights);
        if (u.length != 2) {
            throw new IllegalArgumentException(u.length + " columns, expected a latitude and a longitude");
        }
        return radius * Sphere.angle(u[0], u[1], Sphere.cosine(u[0]), v[0], v[1], Sphere.cosine(v[0]));
    }

    @Override
    public Comparison comparison(Comparisons rows) {
        return rows.haversine(radius);
    }
}
