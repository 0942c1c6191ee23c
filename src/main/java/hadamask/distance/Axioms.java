package hadamask.distance;

/// What a measure promises for any rows u, v, w; the engine and the tests rely on nothing else.
///
/// @param kind which of the axioms of a metric hold
/// @param min no value is smaller
/// @param max no value is larger
public record Axioms(Kind kind, double min, double max) {
    /// The axioms, from few to all; each kind keeps those before it.
    public enum Kind {
        /// Symmetric: m(u, v) = m(v, u), to the bit.
        SYMMETRIC,
        /// And a small value means near, but a row need not be at 0 from itself.
        DISSIMILARITY,
        /// And a distance: d(u, v) >= 0 and d(u, u) = 0, exactly.
        SEMI_METRIC,
        /// And the triangle inequality: d(u, w) <= d(u, v) + d(v, w).
        METRIC
    }

    static Axioms metric(double max) {
        return new Axioms(Kind.METRIC, 0, max);
    }

    static Axioms semiMetric(double max) {
        return new Axioms(Kind.SEMI_METRIC, 0, max);
    }

    static Axioms dissimilarity(double max) {
        return new Axioms(Kind.DISSIMILARITY, 0, max);
    }

    static Axioms similarity(double min, double max) {
        return new Axioms(Kind.SYMMETRIC, min, max);
    }

    /// Whether the triangle inequality holds.
    public boolean hasTriangleInequality() {
        return kind == Kind.METRIC;
    }

    /// Whether equal rows are at distance 0.
    public boolean hasIdentity() {
        return kind == Kind.SEMI_METRIC || kind == Kind.METRIC;
    }

    /// Whether a small value means near: a distance. Otherwise a large value means alike.
    public boolean isDistance() {
        return kind != Kind.SYMMETRIC;
    }
}
