package hadamask.table;

/// What stands in a column in the first rows.
///
/// @param numbers how many cells are numbers
/// @param texts how many are texts
/// @param natural how many of the numbers are natural, without sign, point and exponent
/// @param least of the numbers, or infinity
/// @param largest of the numbers, or minus infinity
record ColumnEvidence(int numbers, int texts, int natural, double least, double largest) {
    /// @param firstRow behind the header
    static ColumnEvidence of(FirstRows rows, int firstRow, int column) {
        int numbers = 0;
        int texts = 0;
        int natural = 0;
        double least = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = firstRow; i < rows.count(); i++) {
            CellSyntax.Kind kind = rows.kind(i, column);
            if (kind == CellSyntax.Kind.TEXT) {
                texts++;
            } else if (kind == CellSyntax.Kind.NUMBER) {
                double value = rows.number(i, column);
                numbers++;
                natural += isNatural(rows.cell(i, column)) ? 1 : 0;
                least = Math.min(least, value);
                largest = Math.max(largest, value);
            }
        }
        return new ColumnEvidence(numbers, texts, natural, least, largest);
    }

    /// Whether it is a column of numbers, of which some may be wrong.
    boolean isNumeric() {
        return numbers > 0 && numbers >= texts;
    }

    /// Whether it is a column of texts.
    boolean isText() {
        return texts > numbers;
    }

    /// Digits and nothing else, not too many of them.
    static boolean isNatural(String cell) {
        int digits = cell.length();
        boolean natural = digits > 0 && digits <= 9;
        for (int k = 0; k < digits && natural; k++) {
            natural = cell.charAt(k) >= '0' && cell.charAt(k) <= '9';
        }
        return natural;
    }
}
