package hadamask.matrix;

/// What the sums of squares of n rows are divided by.
public enum Divisor {
    /// n: the rows are all there is (`--ddof 0`).
    POPULATION(0),
    /// n - 1: the rows are a sample, and the result is without bias (`--ddof 1`).
    SAMPLE(1);

    private final int lost;

    Divisor(int lost) {
        this.lost = lost;
    }

    /// The divisor for a number of rows; 0 when there are too few.
    public int of(int rows) {
        return rows - lost;
    }
}
