package hadamask.matrix;

/// A covariance drawn towards equal variances without correlations: `(1 - s) S + s m I`, where m is the mean variance. It has full
/// rank however few the rows are.
///
/// @param intensity s, from 0 to 1
/// @param target m, the mean of the variances with the divisor n
public record Shrinkage(double intensity, double target) {
    /// The intensity with the least expected square error for any distribution (Ledoit and Wolf 2004).
    ///
    /// @param centre the mean of the rows
    /// @param factor of their covariance with the divisor n
    public static Shrinkage ledoitWolf(Matrix data, Centre centre, Factor factor) {
        Moments moments = Moments.of(factor);
        double n = data.rows();
        double d = data.columns();
        double mean = moments.trace / d;
        double apart = (moments.squares - d * mean * mean) / d;
        double noise = (fourths(data, centre, moments.exponent) / n - moments.squares) / (n * d);
        double bounded = Math.min(noise, apart);
        return new Shrinkage(bounded > 0 ? bounded / apart : 0, moments.target(mean));
    }

    /// The intensity that approximates the best one for normal rows (Chen, Wiesel, Eldar and Hero 2010), as scikit-learn has it.
    ///
    /// @param rows how many there are
    /// @param factor of their covariance with the divisor n
    public static Shrinkage oas(int rows, Factor factor) {
        Moments moments = Moments.of(factor);
        double d = factor.columns();
        double mean = moments.trace / d;
        double square = moments.squares / (d * d);
        double above = square + mean * mean;
        double below = (rows + 1) * (square - mean * mean / d);
        return new Shrinkage(below > above ? above / below : 1, moments.target(mean));
    }

    /// The factor of the shrunken covariance.
    ///
    /// @param factor of the covariance, with any divisor
    public Factor of(Factor factor) {
        Factor less = factor.times(1 - intensity);
        double ridge = intensity * target;
        return ridge > 0 ? less.withRidge(ridge) : less;
    }

    /// Sums over a covariance in units in which it is about 1, so that fourth powers neither overflow nor vanish.
    ///
    /// @param trace the sum of the variances
    /// @param squares the sum of the squares of all entries
    /// @param exponent rows are divided by two to this power
    private record Moments(double trace, double squares, int exponent) {
        static Moments of(Factor factor) {
            Matrix root = factor.root();
            double largest = 0;
            for (double value : root.values()) {
                largest = Math.max(largest, Math.abs(value));
            }
            int exponent = largest > 0 ? Math.getExponent(largest) : 0;
            double[] scaled = new double[root.values().length];
            double trace = 0;
            for (int k = 0; k < scaled.length; k++) {
                scaled[k] = Math.scalb(root.values()[k], -exponent);
                trace += scaled[k] * scaled[k];
            }
            return new Moments(trace, squares(scaled, root.rows(), root.columns()), exponent);
        }

        /// `R^T R` and `R R^T` have the same sum of squares; the smaller one is formed, row by row.
        private static double squares(double[] root, int rows, int columns) {
            double sum = 0;
            for (int i = 0; i < rows; i++) {
                for (int j = i; j < rows; j++) {
                    double product = 0;
                    for (int k = 0; k < columns; k++) {
                        product += root[i * columns + k] * root[j * columns + k];
                    }
                    sum += (i == j ? 1 : 2) * product * product;
                }
            }
            return sum;
        }

        double target(double mean) {
            return Math.scalb(mean, 2 * exponent);
        }
    }

    /// The sum of the fourth powers of the lengths of the centred rows.
    private static double fourths(Matrix data, Centre centre, int exponent) {
        double[] row = new double[data.columns()];
        double sum = 0;
        for (int i = 0; i < data.rows(); i++) {
            centre.centre(data, i, row);
            double square = 0;
            for (double value : row) {
                double scaled = Math.scalb(value, -exponent);
                square += scaled * scaled;
            }
            sum += square * square;
        }
        return sum;
    }
}
