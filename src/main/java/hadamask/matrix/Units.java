package hadamask.matrix;

import hadamask.file.InputException;
import java.io.Serializable;
import java.util.function.IntFunction;

/// A power of two for each column by which it is divided, so that its squares neither overflow nor vanish: 1 for all but columns
/// that vary by less than 1e-90 or by more than 1e90. Division by it rounds nothing.
public final class Units implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int ORDINARY = 300;
    /// Half of a difference that has an inverse.
    private static final double MIN_HALF = 0.5e-300;
    /// Half of a difference of which a sum is finite.
    private static final double MAX_HALF = 0x1p1020;

    /// Half of the largest difference to the first value, per column.
    private final double[] halves;
    private final int[] exponents;
    private final boolean ordinary;

    /// @param halves half of the largest difference to the first value, per column
    Units(double[] halves) {
        this.halves = halves;
        exponents = new int[halves.length];
        boolean none = true;
        for (int j = 0; j < halves.length; j++) {
            int exponent = halves[j] > 0 && halves[j] <= Double.MAX_VALUE ? Math.getExponent(halves[j]) : 0;
            exponents[j] = Math.abs(exponent) < ORDINARY ? 0 : exponent;
            none &= exponents[j] == 0;
        }
        ordinary = none;
    }

    /// The units of the columns of a table; missing values are left out.
    public static Units of(Matrix data) {
        int d = data.columns();
        double[] halves = new double[d];
        double[] first = new double[d];
        boolean[] known = new boolean[d];
        for (int i = 0; i < data.rows(); i++) {
            for (int j = 0; j < d; j++) {
                double value = data.get(i, j);
                if (!known[j]) {
                    first[j] = value;
                    known[j] = !Double.isNaN(value);
                }
                double half = Math.abs(value / 2 - first[j] / 2);
                halves[j] = half > halves[j] ? half : halves[j];
            }
        }
        return new Units(halves);
    }

    /// 1 for each column.
    public static Units ones() {
        return new Units(new double[0]);
    }

    /// Complains about columns that cannot be centred, or whose deviation has no inverse.
    ///
    /// @param title how messages call a column
    /// @throws InputException if two values of a column are too far from each other, or all too near
    void requireInverses(IntFunction<String> title) {
        for (int j = 0; j < halves.length; j++) {
            if (halves[j] > MAX_HALF && halves[j] <= Double.MAX_VALUE) {
                throw new InputException("column " + title.apply(j)
                        + " has values that are too far from each other, expected differences below 2e307");
            }
            if (halves[j] > 0 && halves[j] < MIN_HALF) {
                throw new InputException(
                        "column " + title.apply(j) + " varies by less than 1e-300, expected numbers of a larger unit");
            }
        }
    }

    /// Whether they are all 1.
    public boolean areOnes() {
        return ordinary;
    }

    /// Data in these units; the same when all are 1.
    ///
    /// @throws IllegalArgumentException if the data have other columns than these are the units of
    public Matrix divide(Matrix data) {
        if (ordinary) {
            return data;
        }
        if (data.columns() != exponents.length) {
            throw new IllegalArgumentException(exponents.length + " units for " + data.columns() + " columns");
        }
        double[] divided = new double[data.values().length];
        for (int k = 0; k < divided.length; k++) {
            divided[k] = Math.scalb(data.values()[k], -exponents[k % exponents.length]);
        }
        return new Matrix(data.rows(), data.columns(), divided);
    }

    /// A mean in these units.
    public Centre divide(Centre centre) {
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
