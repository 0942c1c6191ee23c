package hadamask.matrix;

/// How the covariance of rows is estimated.
public enum CovarianceMethod {
    /// Sums of squares divided by n - ddof.
    CLASSIC,
    /// The covariance of the rows that lie together: see [MinimumDeterminant].
    MCD,
    /// Drawn towards equal variances, as much as Ledoit and Wolf (2004) say: see [Shrinkage].
    LEDOIT_WOLF,
    /// The same, as much as Chen, Wiesel, Eldar and Hero (2010) say for normal data.
    OAS;

    /// Whether it is a classic covariance with a ridge.
    public boolean isShrinkage() {
        return this == LEDOIT_WOLF || this == OAS;
    }
}
