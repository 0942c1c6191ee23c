package hadamask.segment.saliency;

/// A map of what stands out.
public enum SaliencyMap {
    /// The mean of the other three.
    MEAN,
    /// Minimum barriers over pixels, with the colours of the borders.
    BARRIER,
    /// Robust background detection over superpixels.
    BACKGROUND,
    /// Manifold ranking over superpixels.
    RANKING
}
