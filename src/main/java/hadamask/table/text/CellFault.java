package hadamask.table.text;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.table.Dialect;
import hadamask.table.LabelColumn;
import hadamask.table.ReadOptions;
import hadamask.table.number.Punctuation;
import java.util.ArrayList;
import java.util.List;

/// Words the error about a cell that should be a number, with the cause as far as its column and the others reveal it.
final class CellFault {
    private static final int NAMED_COLUMNS = 4;
    private static final String PRINTED_MINUS = "\u2212\u2013\u2014\uFE63\uFF0D";

    private final FirstRows rows;
    private final TableLayout layout;
    private final ReadOptions options;
    private final char delimiter;

    CellFault(FirstRows rows, TableLayout layout, ReadOptions options, char delimiter) {
        this.rows = rows;
        this.layout = layout;
        this.options = options;
        this.delimiter = delimiter;
    }

    /// A cell that is missing, or no number.
    ///
    /// @param cell as messages show it
    /// @param isMissing whether it says that its value is missing
    /// @param line of its row
    InputException of(String cell, boolean isMissing, int line, int column) {
        String place = "row " + line + ", column " + layout.title(column);
        if (cell.isEmpty()) {
            return new InputException("is empty, expected a number", Remedy.of(Remedy.Kind.MISSING_VALUES)).at(place);
        }
        String found = "\"" + cell + "\" is not a number";
        if (isMissing) {
            return new InputException(found, Remedy.of(Remedy.Kind.MISSING_VALUES)).at(place);
        }
        if (Punctuation.isPunctuated(cell)) {
            return new InputException(found, punctuation(cell)).at(place);
        }
        if (isPrinted(cell)) {
            return new InputException(found, "write a minus as the hyphen of the keyboard").at(place);
        }
        if (CellSyntax.isTruth(cell)) {
            return new InputException(found, Remedy.of(Remedy.Kind.BOOLEAN_WORDS)).at(place);
        }
        ColumnEvidence evidence = ColumnEvidence.of(rows, layout.firstRow(), column);
        if (column == 0 && layout.id() < 0 && evidence.texts() >= evidence.numbers() && layout.count() > 1
                && options.labels().choice() == LabelColumn.Choice.FOUND) {
            return new InputException(found, new Remedy(Remedy.Kind.LABEL_COLUMN, "1")).at(place);
        }
        if (line == rows.line(0) && options.headers() == ReadOptions.Headers.NONE && isNumericBelow(column)) {
            return new InputException(found, Remedy.of(Remedy.Kind.FIRST_ROW_HAS_NAMES)).at(place);
        }
        List<Integer> texts = textColumns();
        if (!texts.contains(column)) {
            return new InputException(found, new Remedy(Remedy.Kind.MISSING_WORD, cell)).at(place);
        }
        if (texts.size() == layout.selected().length) {
            return new InputException(found).at(place); // no column would be left
        }
        Remedy.Kind kind = texts.size() == 1 ? Remedy.Kind.COLUMN_OUT : Remedy.Kind.COLUMNS_OUT;
        return new InputException(found + others(texts, column),
                new Remedy(kind, layout.without(texts, options.columns()))).at(place);
    }

    /// A missing value in a column of texts.
    InputException missingText(String cell, int line, int column) {
        String found = cell.isEmpty() ? "is empty, expected a text" : "\"" + cell + "\" stands for a missing value";
        return new InputException(found, Remedy.of(Remedy.Kind.MISSING_VALUES))
                .at("row " + line + ", column " + layout.title(column));
    }

    /// A column without a value in any row.
    InputException empty(int column) {
        return new InputException("is empty in every row, expected numbers", emptyRemedy(column))
                .at("column " + layout.title(column));
    }

    /// What to do about a column without a value in any row.
    Remedy emptyRemedy(int column) {
        return layout.selected().length == 1
                ? Remedy.NONE
                : new Remedy(Remedy.Kind.COLUMN_OUT, layout.without(List.of(column), options.columns()));
    }

    /// Whether a number has a minus as print has it, or a dash in its place.
    private boolean isPrinted(String cell) {
        return !cell.isEmpty() && PRINTED_MINUS.indexOf(cell.charAt(0)) >= 0
                && !Double.isNaN(CellSyntax.of(delimiter, options).number("-" + cell.substring(1)));
    }

    private Remedy punctuation(String cell) {
        boolean comma = Punctuation.isDecimalComma(cell) && options.dialect().decimal() == Dialect.Decimal.POINT;
        return comma
                ? new Remedy(Remedy.Kind.DECIMAL_COMMA, delimiter == ',' ? "," : "")
                : Remedy.advice("write numbers without separators between thousands");
    }

    private boolean isNumericBelow(int column) {
        return ColumnEvidence.of(rows, 1, column).isNumeric();
    }

    private List<Integer> textColumns() {
        List<Integer> texts = new ArrayList<>();
        for (int j = 0; j < layout.count(); j++) {
            if (layout.target(j) >= 0 && ColumnEvidence.of(rows, layout.firstRow(), j).isText()) {
                texts.add(j);
            }
        }
        return texts;
    }

    private String others(List<Integer> texts, int column) {
        List<String> titles = texts.stream().filter(j -> j != column).map(layout::title).toList();
        if (titles.isEmpty()) {
            return "";
        }
        int shown = Math.min(NAMED_COLUMNS, titles.size());
        String more = titles.size() > shown ? " and " + (titles.size() - shown) + " more" : "";
        return ", nor are most cells of column" + (titles.size() == 1 ? " " : "s ")
                + String.join(", ", titles.subList(0, shown)) + more;
    }
}
