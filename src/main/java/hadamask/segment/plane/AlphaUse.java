package hadamask.segment.plane;

/// What the alpha of a picture means for its clusters.
public enum AlphaUse {
    /// A pixel counts as much as can be seen of it: its alpha is its weight, and what is transparent is background.
    WEIGHT,
    /// Every pixel counts as one, with the colour that stands under its alpha.
    IGNORE
}
