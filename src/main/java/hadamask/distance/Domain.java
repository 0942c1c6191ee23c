package hadamask.distance;

import hadamask.file.InputException;
import hadamask.matrix.Matrix;
import java.util.function.IntFunction;

/// Which numbers a measure takes; what else a row has is refused before anything is compared.
///
/// NaN, a missing value, is in every domain.
public enum Domain {
    /// Any numbers.
    ANY("a number") {
        @Override
        boolean has(double value, int column) {
            return true;
        }

        @Override
        int outside(Matrix rows) {
            return -1;
        }
    },
    /// Finite numbers.
    FINITE("a finite number") {
        @Override
        boolean has(double value, int column) {
            return Math.abs(value) <= Double.MAX_VALUE;
        }
    },
    /// Finite numbers from 0 on: counts, shares, concentrations.
    NOT_NEGATIVE("a number from 0 on") {
        @Override
        boolean has(double value, int column) {
            return value >= 0 && value <= Double.MAX_VALUE;
        }
    },
    /// What is true, 1, or false, 0.
    ZERO_OR_ONE("0 or 1") {
        @Override
        boolean has(double value, int column) {
            return value == 0 || value == 1;
        }
    },
    /// A latitude from -90 to 90, and a longitude from -360 to 360, in degrees.
    LATITUDE_LONGITUDE("a latitude from -90 to 90 and a longitude from -360 to 360 degrees") {
        @Override
        boolean has(double value, int column) {
            return Math.abs(value) <= (column == 0 ? 90 : 360);
        }
    };

    private final String expected;

    Domain(String expected) {
        this.expected = expected;
    }

    /// Whether a number may stand in a column.
    ///
    /// @param column from 0
    abstract boolean has(double value, int column);

    /// The place of the first number that is outside, row by row; -1 when there is none.
    int outside(Matrix rows) {
        double[] values = rows.values();
        for (int at = 0; at < values.length; at++) {
            if (!has(values[at], at % rows.columns()) && !Double.isNaN(values[at])) {
                return at;
            }
        }
        return -1;
    }

    /// Refuses rows that have a number outside.
    ///
    /// @param name of the measure
    /// @param row how messages call a row, from 0
    /// @param column how messages call a column, from 0
    /// @throws InputException with the first such number
    public void require(Matrix rows, String name, IntFunction<String> row, IntFunction<String> column) {
        int at = outside(rows);
        if (at >= 0) {
            double value = rows.values()[at];
            String found = value == Math.rint(value) && Math.abs(value) < 1e15
                    ? String.valueOf((long) value)
                    : String.valueOf(value);
            throw new InputException(found + " was found, expected " + expected + " for " + name)
                    .at(row.apply(at / rows.columns()) + ", column " + column.apply(at % rows.columns()));
        }
    }
}
