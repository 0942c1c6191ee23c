package hadamask.segment.cluster;

/// What the global optimum says of the clusters that K-Means found: a local optimum may be the global one, or not.
///
/// @param verdict whether they are as good as the global optimum
/// @param kmeansWcss the within-cluster sum of squares that K-Means ended with, `sum (g - centroid)^2` over all pixels, g in
///        [0, 1]; at least that of the optimum
public record Certificate(Verdict verdict, double kmeansWcss) {
    /// Whether K-Means had found the global optimum.
    public enum Verdict {
        /// No other cut into as many clusters has a smaller sum of squares than that of K-Means.
        CONFIRMED,
        /// There was a better cut, which took the place of that of K-Means.
        CORRECTED
    }
}
