package hadamask.table.text;

/// What the first rows have in a column.
///
/// @param numbers how many cells are numbers
/// @param texts how many are texts
/// @param natural how many of the numbers are natural, without sign, point and exponent
/// @param min of the numbers, or infinity
/// @param max of the numbers, or minus infinity
record ColumnEvidence(int numbers, int texts, int natural, double min, double max) {
    /// @param firstRow the first after the header
    static ColumnEvidence of(FirstRows rows, int firstRow, int column) {
        int numbers = 0;
        int texts = 0;
        int natural = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = firstRow; i < rows.count(); i++) {
            CellSyntax.Kind kind = rows.kind(i, column);
            if (kind == CellSyntax.Kind.TEXT) {
                texts++;
            } else if (kind == CellSyntax.Kind.NUMBER) {
                double value = rows.number(i, column);
                numbers++;
                natural += isNatural(rows.cell(i, column)) ? 1 : 0;
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        return new ColumnEvidence(numbers, texts, natural, min, max);
    }

    /// Whether it is a column of numbers, some of which may be malformed.
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
