package hadamask.table;

import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a table is read.
///
/// @param dialect how the text is written
/// @param headers whether the first row holds the names of the columns
/// @param columns which columns are read, and in which order
/// @param labels which column labels the rows
/// @param missing what is done about missing values
/// @param missingWords further words for a missing value besides the known ones; a number stands for its value
/// @param orientation whether rows and columns are exchanged once they are read
/// @param words whether `true`, `yes`, `false` and `no` are the numbers 1 and 0
/// @param part the array of an archive, or the sheet of a workbook; null: the only one, or the first sheet
public record ReadOptions(Dialect dialect, Headers headers, ColumnSpec columns, LabelColumn labels, Missing missing,
        Set<String> missingWords, Orientation orientation, BooleanWords words, @Nullable String part) implements Serializable {
    /// Everything is detected, all columns are read, a missing value is an error.
    public static final ReadOptions DEFAULT = new ReadOptions(Dialect.DEFAULT, Headers.FIND, ColumnSpec.ALL,
            LabelColumn.FOUND, Missing.ERROR, Set.of(), Orientation.ROWS, BooleanWords.TEXTS, null);

    /// The words are copied.
    public ReadOptions {
        missingWords = Set.copyOf(missingWords);
    }

    /// What is compared: rows or columns of the file.
    public enum Orientation {
        /// The rows of the file are those of the table.
        ROWS,
        /// The columns of the file are the rows of the table: its header labels them, and its first column names what they
        /// have.
        COLUMNS
    }

    /// What words such as `TRUE` and `no` are.
    public enum BooleanWords {
        /// Texts like others.
        TEXTS,
        /// 1 and 0.
        NUMBERS
    }

    /// Whether the first row holds the names of the columns.
    public enum Headers {
        /// Detected from the first row and those below.
        FIND,
        /// It does.
        FIRST_ROW,
        /// It does not: it is data.
        NONE
    }

    /// The same with another dialect.
    public ReadOptions withDialect(Dialect writing) {
        return new ReadOptions(writing, headers, columns, labels, missing, missingWords, orientation, words, part);
    }

    /// The same with a delimiter, or with null for one that is found.
    public ReadOptions withDelimiter(@Nullable Character character) {
        return withDialect(dialect.withDelimiter(character));
    }

    /// The same with another rule for the header.
    public ReadOptions withHeaders(Headers search) {
        return new ReadOptions(dialect, search, columns, labels, missing, missingWords, orientation, words, part);
    }

    /// The same with other columns.
    public ReadOptions withColumns(ColumnSpec selection) {
        return new ReadOptions(dialect, headers, selection, labels, missing, missingWords, orientation, words, part);
    }

    /// The same with the row labels in a column, a name or a position from 1, or with null for one that is found.
    public ReadOptions withId(@Nullable String column) {
        return withLabels(column == null ? LabelColumn.FOUND : LabelColumn.named(column));
    }

    /// The same with other row labels.
    public ReadOptions withLabels(LabelColumn column) {
        return new ReadOptions(dialect, headers, columns, column, missing, missingWords, orientation, words, part);
    }

    /// The same with another policy for missing values.
    public ReadOptions withMissing(Missing policy) {
        return new ReadOptions(dialect, headers, columns, labels, policy, missingWords, orientation, words, part);
    }

    /// The same with more words for a missing value.
    public ReadOptions withMissingWords(Set<String> more) {
        return new ReadOptions(dialect, headers, columns, labels, missing, more, orientation, words, part);
    }

    /// The same with rows and columns as they are, or exchanged.
    public ReadOptions withOrientation(Orientation turning) {
        return new ReadOptions(dialect, headers, columns, labels, missing, missingWords, turning, words, part);
    }

    /// The same with another meaning of `TRUE` and `no`.
    public ReadOptions withBooleanWords(BooleanWords meaning) {
        return new ReadOptions(dialect, headers, columns, labels, missing, missingWords, orientation, meaning, part);
    }

    /// The same with the name of an array or a sheet, or with null for the only array and the first sheet.
    public ReadOptions withPart(@Nullable String name) {
        return new ReadOptions(dialect, headers, columns, labels, missing, missingWords, orientation, words, name);
    }
}
