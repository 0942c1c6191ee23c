package hadamask.table;

import org.jspecify.annotations.Nullable;

/// How a table is read.
///
/// @param delimiter the character between cells; null: found from the file's name and its first rows
/// @param headers whether the first row may hold the names of the columns
/// @param columns which columns are read, and in which order
/// @param id the column that holds the row labels, a name or a position from 1; null: a first column that is not
///        numeric, or that alone has no name
/// @param missing what is done about missing values
/// @param threads how many threads parse; the result does not depend on it
public record ReadOptions(@Nullable Character delimiter, Headers headers, ColumnSpec columns, @Nullable String id,
        Missing missing, int threads) {
    /// Everything is found by itself, all columns are read, a missing value is an error, all cores parse.
    public static final ReadOptions DEFAULT = new ReadOptions(null, Headers.FIND, ColumnSpec.ALL, null, Missing.ERROR,
            Runtime.getRuntime().availableProcessors());

    /// Whether the first row may hold the names of the columns.
    public enum Headers {
        /// It does when it is not all numbers.
        FIND,
        /// It does not: it is data.
        NONE
    }

    /// The same with a delimiter, or with null for one that is found.
    public ReadOptions withDelimiter(@Nullable Character character) {
        return new ReadOptions(character, headers, columns, id, missing, threads);
    }

    /// The same with or without a search for a header.
    public ReadOptions withHeaders(Headers search) {
        return new ReadOptions(delimiter, search, columns, id, missing, threads);
    }

    /// The same with other columns.
    public ReadOptions withColumns(ColumnSpec selection) {
        return new ReadOptions(delimiter, headers, selection, id, missing, threads);
    }

    /// The same with the row labels in a column, or with null for one that is found.
    public ReadOptions withId(@Nullable String column) {
        return new ReadOptions(delimiter, headers, columns, column, missing, threads);
    }

    /// The same with another treatment of missing values.
    public ReadOptions withMissing(Missing policy) {
        return new ReadOptions(delimiter, headers, columns, id, policy, threads);
    }

    /// The same with a number of threads.
    public ReadOptions withThreads(int count) {
        return new ReadOptions(delimiter, headers, columns, id, missing, count);
    }
}
