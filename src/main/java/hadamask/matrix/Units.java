package hadamask.matrix;

import hadamask.file.InputException;
import java.util.function.IntFunction;

/// A power of two for each column by which it is divided, so that its squares neither overflow nor vanish: 1 for all but columns
/// that vary by less than 1e-90 or by more than 1e90. Division by it rounds nothing.
final class Units {
    private static final int ORDINARY = 300;
    /// Half of a difference that has an inverse.
    private static final double TINY = 0.5e-300;

    private final int[] exponents;
    private final boolean ordinary;

    private Units(int[] exponents) {
        this.exponents = exponents;
        boolean none = true;
        for (int exponent : exponents) {
            none &= exponent == 0;
        }
        ordinary = none;
    }

    /// The units of the columns of a table; missing values are left out.
    ///
    /// @param title how messages call a column
    /// @throws InputException if two values of a column are too far from each other for a difference, or all too near for
    ///         the inverse of one
    static Units of(Matrix data, IntFunction<String> title) {
        int d = data.columns();
        double[] halves = new double[d]; // of the largest difference to the first value
        double[] first = new double[d];
        boolean[] known = new boolean[d];
        for (int k = 0, j = 0; k < data.values().length; k++, j = j + 1 == d ? 0 : j + 1) {
            double value = data.values()[k];
            if (!known[j]) {
                first[j] = value;
                known[j] = !Double.isNaN(value);
            }
            double half = Math.abs(value / 2 - first[j] / 2);
            halves[j] = half > halves[j] ? half : halves[j];
        }
        int[] exponents = new int[d];
        for (int j = 0; j < d; j++) {
            if (halves[j] > Double.MAX_VALUE / 8 && halves[j] <= Double.MAX_VALUE) {
                throw new InputException("column " + title.apply(j) + " has values that are too far from each other, "
                        + "expected differences below 4e307");
            }
            if (halves[j] > 0 && halves[j] < TINY) {
                throw new InputException(
                        "column " + title.apply(j) + " varies by less than 1e-300, expected numbers of a larger unit");
            }
            int exponent = halves[j] == 0 || halves[j] > Double.MAX_VALUE ? 0 : Math.getExponent(halves[j]);
            exponents[j] = Math.abs(exponent) < ORDINARY ? 0 : exponent;
        }
        return new Units(exponents);
    }

    /// Data in these units; the same when all are 1.
    Matrix divide(Matrix data) {
        if (ordinary) {
            return data;
        }
        double[] divided = new double[data.values().length];
        for (int k = 0; k < divided.length; k++) {
            divided[k] = Math.scalb(data.values()[k], -exponents[k % exponents.length]);
        }
        return new Matrix(data.rows(), data.columns(), divided);
    }

    Centre divide(Centre centre) {
        return ordinary ? centre : centre.divided(exponents);
    }

    /// Standard deviations in the units of the data.
    ///
    /// @param lengths of centred columns in these units
    /// @param divisor what sums of squares are divided by
    double[] deviations(double[] lengths, int divisor) {
        double root = Math.sqrt(divisor);
        double[] deviations = new double[lengths.length];
        for (int j = 0; j < deviations.length; j++) {
            deviations[j] = Math.scalb(lengths[j] / root, exponents[j]);
        }
        return deviations;
    }
}
