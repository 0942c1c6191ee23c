package hadamask.cluster;

/// How far two clusters are from each other, by the distances of their rows.
///
/// Where clusters x and y of n_x and n_y rows become one, its distance to a cluster i of n_i rows follows from d(x, i), d(y, i) and d(x, y): the
/// formulas of Lance and Williams (The Computer Journal 9, 1967) below.
public enum Linkage {
    /// The nearest two rows: `min(d(x, i), d(y, i))`.
    SINGLE,
    /// The farthest two rows: `max(d(x, i), d(y, i))`.
    COMPLETE,
    /// The mean of all pairs, UPGMA: `(n_x d(x, i) + n_y d(y, i)) / (n_x + n_y)`.
    AVERAGE,
    /// The mean of the two clusters' distances, WPGMA: `(d(x, i) + d(y, i)) / 2`.
    WEIGHTED,
    /// The Euclidean distance of the means, UPGMC: of squares,
    /// `(n_x d(x, i) + n_y d(y, i)) / (n_x + n_y) - n_x n_y d(x, y) / (n_x + n_y)^2`.
    CENTROID,
    /// That of the middles between the two clusters' middles, WPGMC: of squares, `(d(x, i) + d(y, i)) / 2 - d(x, y) / 4`.
    MEDIAN,
    /// The growth of the sum of squares, as SciPy counts it: `sqrt(2 n_x n_y / (n_x + n_y))` times the Euclidean distance of the means; of
    /// squares, `((n_x + n_i) d(x, i) + (n_y + n_i) d(y, i) - n_i d(x, y)) / (n_x + n_y + n_i)`.
    WARD;

    /// Whether the distances of rows must be Euclidean ones.
    public boolean needsEuclidean() {
        return this == CENTROID || this == MEDIAN || this == WARD;
    }

    /// Whether a cluster made of two is never nearer to a third than the nearer of these was, so that no merge is lower than one before it
    /// (Bruynooghe 1978).
    public boolean isReducible() {
        return this != CENTROID && this != MEDIAN;
    }

    /// The distances of a new cluster to others; squared where the linkage [needs Euclidean ones][#needsEuclidean()].
    ///
    /// @param first the distance of cluster x to each of the others; replaced by that of the new cluster
    /// @param second that of cluster y
    /// @param sizes rows of each of the others
    /// @param count how many others there are
    /// @param between the distance of x and y
    void merge(double[] first, double[] second, int[] sizes, int count, Sizes pair, double between) {
        double x = pair.first();
        double y = pair.second();
        switch (this) {
            case SINGLE -> {
                for (int i = 0; i < count; i++) {
                    first[i] = Math.min(first[i], second[i]);
                }
            }
            case COMPLETE -> {
                for (int i = 0; i < count; i++) {
                    first[i] = Math.max(first[i], second[i]);
                }
            }
            case AVERAGE -> {
                for (int i = 0; i < count; i++) {
                    first[i] = (x * first[i] + y * second[i]) / (x + y);
                }
            }
            case WEIGHTED -> {
                for (int i = 0; i < count; i++) {
                    first[i] = 0.5 * (first[i] + second[i]);
                }
            }
            case CENTROID -> {
                double off = x * y * between / (x + y);
                for (int i = 0; i < count; i++) {
                    first[i] = Math.max(0, (x * first[i] + y * second[i] - off) / (x + y));
                }
            }
            case MEDIAN -> {
                for (int i = 0; i < count; i++) {
                    first[i] = Math.max(0, 0.5 * (first[i] + second[i]) - 0.25 * between);
                }
            }
            case WARD -> {
                for (int i = 0; i < count; i++) {
                    double n = sizes[i];
                    first[i] = ((x + n) * first[i] + (y + n) * second[i] - n * between) / (x + y + n);
                }
            }
        }
    }

    /// Rows of two clusters.
    record Sizes(int first, int second) {}
}
