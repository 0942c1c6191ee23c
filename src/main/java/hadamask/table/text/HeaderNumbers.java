package hadamask.table.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether the numbers in the first row of a table of numbers are names, such as years, wavelengths or 0 1 2 ..., or data.
///
/// They are judged by the columns. Names make a sequence where the rows do not, and they differ from what stands below:
/// in kind (`0,1,2` above `5.1,3.5,1.4`), or because they lie far outside of it (`1970,1980,1990` above `3.1,3.5,4.0`).
final class HeaderNumbers {
    /// The share of columns that must say so.
    private static final double NEARLY_ALL = 0.9;
    private static final double SAME_STEP = 1e-6;
    /// That many columns are not numbered consecutively by chance.
    private static final int NO_CHANCE = 5;
    /// That many rows show the range of a column.
    private static final int ROWS_OF_A_RANGE = 3;

    private final FirstRows rows;
    private final int row;
    private final int[] columns;
    private final double[] values;
    /// Computed on demand: most first rows are decided without it.
    private final @Nullable ColumnEvidence[] below;

    /// @param row that may hold names; what stands below it is compared
    HeaderNumbers(FirstRows rows, int row) {
        this.rows = rows;
        this.row = row;
        int[] found = new int[rows.row(row).size()];
        int count = 0;
        for (int j = 0; j < found.length; j++) {
            if (rows.kind(row, j) == CellSyntax.Kind.NUMBER && isAboveNumbers(j)) {
                found[count++] = j;
            }
        }
        columns = Arrays.copyOf(found, count);
        values = valuesOf(row);
        below = new ColumnEvidence[count];
    }

    private boolean isAboveNumbers(int column) {
        int end = Math.min(rows.count(), row + 1 + ROWS_OF_A_RANGE);
        for (int i = row + 1; i < end; i++) {
            if (rows.kind(i, column) == CellSyntax.Kind.NUMBER) {
                return true;
            }
        }
        return false;
    }

    private ColumnEvidence below(int k) {
        ColumnEvidence known = below[k];
        if (known == null) {
            known = ColumnEvidence.of(rows, row + 1, columns[k]);
            below[k] = known;
        }
        return known;
    }

    int count() {
        return values.length;
    }

    /// Whether nothing but a header explains them.
    boolean areNames() {
        if (values.length >= 2 && isNumbering(0) && differInKind()) {
            return true;
        }
        if (values.length >= NO_CHANCE && (isNumbering(0) || isNumbering(1))
                && !mostRows(HeaderNumbers::equalSteps)) {
            return true;
        }
        return values.length >= 3 && rowsBelow() > 1 && isSequence() && (differInKind() || lieOutside());
    }

    /// The same where a text stands above the labels of the rows, which a header has, too.
    boolean areNamesBesideAText() {
        return areNames() || (values.length >= 2 && isSequence() && (differInKind() || lieOutside()));
    }

    /// Whether they can be names where the text before them is the title of a column.
    boolean areNamesBesideATitle() {
        return areNatural() || (values.length >= 2 && neverTurns()) || differInKind() || lieOutside();
    }

    /// Whether they are a second row of names, below one that is known.
    boolean areNamesAgain() {
        return rowsBelow() >= ROWS_OF_A_RANGE && values.length >= 3 && isSequence()
                && (differInKind() || lieOutside());
    }

    /// Whether they may well be names, but need not be.
    boolean areDoubtful() {
        if (rowsBelow() < ROWS_OF_A_RANGE) {
            return false;
        }
        return values.length < 3 ? lieOutside() : isNumbering(0) || (isSequence() && areApart());
    }

    /// Distinct natural numbers.
    boolean areNaturalAndDistinct() {
        Set<String> seen = new HashSet<>();
        for (int column : columns) {
            seen.add(rows.cell(row, column));
        }
        return areNatural() && seen.size() == columns.length;
    }

    private boolean areNatural() {
        for (int column : columns) {
            if (!ColumnEvidence.isNatural(rows.cell(row, column))) {
                return false;
            }
        }
        return true;
    }

    private boolean isNumbering(int from) {
        for (int k = 0; k < values.length; k++) {
            if (values[k] != from + k) {
                return false;
            }
        }
        return areNatural();
    }

    /// Rows do not form sequences by chance; where most of them do, the first one is like the others.
    private boolean isSequence() {
        if (values.length == 2) {
            return areNatural() && consecutive(values) && !mostRows(HeaderNumbers::consecutive);
        }
        return (equalSteps(values) && !mostRows(HeaderNumbers::equalSteps))
                || (direction(values) != 0 && !mostRows(numbers -> direction(numbers) == direction(values)));
    }

    private interface Property {
        boolean of(double[] numbers);
    }

    private boolean mostRows(Property property) {
        int alike = 0;
        for (int i = row + 1; i < rows.count(); i++) {
            alike += property.of(valuesOf(i)) ? 1 : 0;
        }
        return 2 * alike > rowsBelow();
    }

    private int rowsBelow() {
        return rows.count() - row - 1;
    }

    private double[] valuesOf(int of) {
        double[] numbers = new double[columns.length];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = rows.number(of, columns[k]);
        }
        return numbers;
    }

    private static boolean consecutive(double[] numbers) {
        return numbers[1] - numbers[0] == 1;
    }

    private static boolean equalSteps(double[] numbers) {
        double step = numbers.length < 3 ? 0 : numbers[1] - numbers[0];
        for (int k = 1; k < numbers.length && step != 0; k++) {
            if (!(Math.abs(numbers[k] - numbers[k - 1] - step) <= SAME_STEP * Math.abs(step))) {
                return false;
            }
        }
        return step != 0;
    }

    /// 1 where each is larger than the one before, -1 where each is smaller, otherwise 0.
    private static int direction(double[] numbers) {
        double sign = numbers.length < 3 ? 0 : Math.signum(numbers[1] - numbers[0]);
        for (int k = 1; k < numbers.length && sign != 0; k++) {
            if (!(sign * (numbers[k] - numbers[k - 1]) > 0)) {
                return 0;
            }
        }
        return (int) sign;
    }

    private boolean neverTurns() {
        boolean up = true;
        boolean down = true;
        for (int k = 1; k < values.length; k++) {
            up &= values[k] >= values[k - 1];
            down &= values[k] <= values[k - 1];
        }
        return up || down;
    }

    /// Natural numbers above numbers with a point, or the other way round.
    private boolean differInKind() {
        boolean natural = areNatural();
        long differ = 0;
        for (int k = 0; k < columns.length; k++) {
            if (!natural && ColumnEvidence.isNatural(rows.cell(row, columns[k]))) {
                return false;
            }
            ColumnEvidence column = below(k);
            boolean other = natural
                    ? column.natural() <= column.numbers() * (1 - NEARLY_ALL)
                    : column.natural() == column.numbers();
            differ += other ? 1 : 0;
        }
        return isNearlyAll(differ);
    }

    /// Far from everything below it.
    private boolean lieOutside() {
        long outside = 0;
        for (int k = 0; k < values.length; k++) {
            ColumnEvidence column = below(k);
            double size = Math.max(Math.abs(column.min()), Math.abs(column.max()));
            double far = column.numbers() < ROWS_OF_A_RANGE
                    ? 9 * size
                    : Math.max(2 * (column.max() - column.min()), size / 2);
            outside += gap(k) > far ? 1 : 0;
        }
        return isNearlyAll(outside);
    }

    private boolean areApart() {
        long apart = 0;
        for (int k = 0; k < values.length; k++) {
            apart += gap(k) > 0 ? 1 : 0;
        }
        return isNearlyAll(apart);
    }

    private double gap(int k) {
        return Math.max(below(k).min() - values[k], values[k] - below(k).max());
    }

    private boolean isNearlyAll(long number) {
        return values.length > 0 && number >= NEARLY_ALL * values.length;
    }
}
