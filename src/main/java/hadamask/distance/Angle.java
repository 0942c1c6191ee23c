package hadamask.distance;

/// The angle between rows: cosine and correlation.
///
/// A row is scaled by a power of two, which rounds nothing, so that no product overflows or vanishes. Where two rows
/// are nearly parallel, `1 - cos` would cancel; there it is `norm(a - b)^2 / 2` for the unit vectors a, b, which is exactly 0 for
/// equal rows.
final class Angle {
    /// From this cosine on, the difference of unit vectors is more accurate.
    static final double NEARLY_PARALLEL = 0.99;

    private Angle() {
    }

    /// What the angle is between.
    enum Of {
        /// The numbers of the rows: cosine.
        NUMBERS,
        /// Their deviations from the row's mean: Pearson's correlation.
        DEVIATIONS,
        /// The deviations of their ranks: Spearman's.
        RANKS;

        String zeroVectorFault() {
            return this == NUMBERS
                    ? "all numbers are 0, so there is no direction"
                    : "all numbers are equal, so there is no correlation";
        }
    }

    /// A row as a direction: `sqrt(w_i) (u_i - mean)`, scaled so that the largest entry is about 1.
    ///
    /// @param norm the Euclidean length of the entries; 0 for a zero vector
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Direction(double[] entries, double norm) {}

    /// @param of what becomes of the numbers first; means are weighted
    static Direction direction(double[] row, double[] weights, Of of) {
        double[] entries = scaled(of == Of.RANKS ? Ranks.of(row, weights) : row, weights);
        if (of != Of.NUMBERS) {
            centre(entries, weights);
            // Rescale: the squares of a small spread around a large mean would underflow.
            double unit = unit(entries, weights);
            for (int k = 0; k < entries.length; k++) {
                entries[k] *= unit;
            }
        }
        double sum = 0;
        for (int k = 0; k < entries.length; k++) {
            entries[k] *= weights[k] == 1 ? 1 : Math.sqrt(weights[k]);
            sum += entries[k] * entries[k];
        }
        return new Direction(entries, Math.sqrt(sum));
    }

    /// A row in a power of two of which the largest entry is about 1; what does not count is 0.
    static double[] scaled(double[] row, double[] weights) {
        double unit = unit(row, weights);
        double[] scaled = new double[row.length];
        for (int k = 0; k < row.length; k++) {
            scaled[k] = weights[k] > 0 ? row[k] * unit : 0;
        }
        return scaled;
    }

    /// A power of two that scales the largest entry to about 1; 1 for a zero vector.
    private static double unit(double[] row, double[] weights) {
        double max = 0;
        for (int k = 0; k < row.length; k++) {
            max = Math.max(max, weights[k] > 0 ? Math.abs(row[k]) : 0);
        }
        return max > 0 && max <= Double.MAX_VALUE
                ? Math.scalb(1.0, -Math.max(Math.getExponent(max), -1022))
                : 1;
    }

    private static void centre(double[] row, double[] weights) {
        double first = Double.NaN;
        double sum = 0;
        double total = 0;
        // Differences from the first entry: a constant row gives exact zeros.
        for (int k = 0; k < row.length; k++) {
            if (weights[k] > 0) {
                first = total == 0 ? row[k] : first;
                sum += weights[k] * (row[k] - first);
                total += weights[k];
            }
        }
        double mean = sum / total;
        for (int k = 0; k < row.length; k++) {
            row[k] = weights[k] > 0 ? row[k] - first - mean : 0;
        }
    }

    /// The cosine, in [-1, 1]; NaN for a zero vector.
    static double similarity(Direction a, Direction b) {
        return similarity(cosine(a, b), a, b);
    }

    /// The same, given the cosine up to rounding.
    static double similarity(double cosine, Direction a, Direction b) {
        if (Math.abs(cosine) <= NEARLY_PARALLEL) {
            return cosine;
        }
        double sign = Math.signum(cosine);
        return sign * (1 - chord(a, b, sign));
    }

    /// `1 - cos`, in [0, 2]; NaN for a zero vector.
    static double distance(Direction a, Direction b) {
        double cosine = cosine(a, b);
        if (Math.abs(cosine) <= NEARLY_PARALLEL) {
            return 1 - cosine;
        }
        double half = chord(a, b, Math.signum(cosine));
        return cosine < 0 ? 2 - half : half;
    }

    private static double cosine(Direction a, Direction b) {
        double sum = 0;
        for (int k = 0; k < a.entries.length; k++) {
            sum += a.entries[k] * b.entries[k];
        }
        return sum / (a.norm * b.norm);
    }

    /// `norm(a / norm(a) - sign b / norm(b))^2 / 2`.
    private static double chord(Direction a, Direction b, double sign) {
        double[] u = a.entries;
        double[] v = b.entries;
        double lengthU = a.norm;
        double lengthV = sign * b.norm;
        double sum = 0;
        for (int k = 0; k < u.length; k++) {
            double difference = u[k] / lengthU - v[k] / lengthV;
            sum += difference * difference;
        }
        return sum / 2;
    }
}
