package hadamask.distance;

/// What a measure promises for any rows u, v, w; the engine and the tests rely on nothing else.
///
/// @param kind which of the laws of a distance hold
/// @param least no value is smaller
/// @param greatest no value is larger
public record Laws(Kind kind, double least, double greatest) {
    /// The laws, from few to all; each kind keeps those before it.
    public enum Kind {
        /// Symmetric: m(u, v) = m(v, u), to the bit.
        SYMMETRIC,
        /// And a distance: d(u, v) >= 0 and d(u, u) = 0, exactly.
        SEMI_METRIC,
        /// And the triangle inequality: d(u, w) <= d(u, v) + d(v, w).
        METRIC
    }

    static Laws metric(double greatest) {
        return new Laws(Kind.METRIC, 0, greatest);
    }

    static Laws semiMetric(double greatest) {
        return new Laws(Kind.SEMI_METRIC, 0, greatest);
    }

    static Laws similarity(double least, double greatest) {
        return new Laws(Kind.SYMMETRIC, least, greatest);
    }

    /// Whether the triangle inequality holds.
    public boolean triangle() {
        return kind == Kind.METRIC;
    }

    /// Whether a small value means near: a distance. Otherwise a large value means alike.
    public boolean isDistance() {
        return kind != Kind.SYMMETRIC;
    }
}
