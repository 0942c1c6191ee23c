package hadamask.distance;

/// What becomes of rows without a direction: zero vectors under the cosine, constant rows under the correlation.
public enum ZeroVectors {
    /// They are refused; [Pairwise#zeroVectors(hadamask.matrix.Matrix)] names them.
    ERROR,
    /// Their similarity to every row, and the distance from it, is NaN.
    NAN,
    /// Their similarity to every row is 0, the distance 1; the distance of two such rows is 0.
    ZERO
}
