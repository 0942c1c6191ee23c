package hadamask.table;

import hadamask.file.InputException;
import hadamask.matrix.Matrix;

/// A table of which columns may be texts, for measures that take them.
///
/// @param table the numbers, and the numbers that stand for texts
/// @param texts which columns are texts, and what their numbers stand for
public record MixedTable(Table table, TextColumns texts) {
    /// A table of numbers.
    public static MixedTable of(Table table) {
        return new MixedTable(table, TextColumns.NONE);
    }

    /// This table with the columns of another, and the same numbers for the same texts.
    ///
    /// @return texts that hold those of both
    /// @throws InputException if the columns differ, or one of them has texts in one table alone
    public MixedTable like(MixedTable reference) {
        Table matched = table.columnsLike(reference.table);
        int columns = reference.table.values().columns();
        TextColumns.Numbering numbering = new TextColumns.Numbering();
        reference.texts.texts().forEach(numbering::number);
        double[] numbers = matched.values().values().clone();
        for (int j = 0; j < columns; j++) {
            boolean wanted = reference.texts.has(reference.table, j);
            if (texts.has(matched, j) != wanted) {
                throw new InputException("column " + matched.columnTitle(j) + " has "
                        + (wanted ? "numbers, expected texts" : "texts, expected numbers") + " as in "
                        + reference.table.name()).at(table.name());
            }
            for (int at = j; wanted && at < numbers.length; at += columns) {
                numbers[at] = Double.isNaN(numbers[at])
                        ? Double.NaN
                        : numbering.number(texts.texts().get((int) numbers[at]));
            }
        }
        return new MixedTable(matched.withValues(new Matrix(matched.values().rows(), columns, numbers)),
                new TextColumns(numbering.texts(), texts.places()));
    }
}
