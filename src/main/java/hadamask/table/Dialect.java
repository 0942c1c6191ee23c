package hadamask.table;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// How a delimited text is written: its delimiter, what quotes and points mean, and which lines are not rows.
///
/// @param delimiter the character between cells; null: found from the file's name and its first rows
/// @param quotes whether quotes hold cells together
/// @param decimal the decimal mark
/// @param comment the prefix of lines that are not rows; null: there are none
/// @param skip how many lines stand before the table
public record Dialect(@Nullable Character delimiter, Quotes quotes, Decimal decimal, @Nullable String comment,
        int skip) implements Serializable {
    /// The delimiter is found, quotes hold cells together, numbers have a point, each line belongs to a row.
    public static final Dialect DEFAULT = new Dialect(null, Quotes.DOUBLE, Decimal.POINT, null, 0);

    /// @throws IllegalArgumentException if fewer than no lines are left out, or a comment begins with nothing
    public Dialect {
        if (skip < 0 || (comment != null && comment.isEmpty())) {
            throw new IllegalArgumentException(skip + " lines, comments from \"" + comment + "\"");
        }
    }

    /// What a quote is.
    public enum Quotes {
        /// A cell between `"` may hold delimiters and line ends; a quote in it is written twice.
        DOUBLE,
        /// An ordinary character.
        NONE
    }

    /// The mark between the integer and the fraction of a number.
    public enum Decimal {
        /// `2.5`.
        POINT,
        /// `2,5`.
        COMMA
    }

    /// The same with a delimiter, or with null for one that is found.
    public Dialect withDelimiter(@Nullable Character character) {
        return new Dialect(character, quotes, decimal, comment, skip);
    }

    /// The same with another meaning of quotes.
    public Dialect withQuotes(Quotes meaning) {
        return new Dialect(delimiter, meaning, decimal, comment, skip);
    }

    /// The same with another decimal mark.
    public Dialect withDecimal(Decimal mark) {
        return new Dialect(delimiter, quotes, mark, comment, skip);
    }

    /// The same with comments, or with null for none.
    public Dialect withComment(@Nullable String start) {
        return new Dialect(delimiter, quotes, decimal, start, skip);
    }

    /// The same with a number of lines to skip before the table.
    public Dialect withSkip(int lines) {
        return new Dialect(delimiter, quotes, decimal, comment, lines);
    }
}
