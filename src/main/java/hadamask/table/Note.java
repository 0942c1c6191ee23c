package hadamask.table;

import hadamask.file.Remedy;

/// What was guessed when a table was read, or what happened to its rows: it changes the result, so users should know.
///
/// @param topic what it is about
/// @param found what was taken for what, a phrase without a full stop whose subject may be the file's name
/// @param remedy what to do where that is wrong
public record Note(Topic topic, String found, Remedy remedy) {
    /// What a note is about.
    public enum Topic {
        /// Whether the first row holds the names of the columns.
        HEADER,
        /// Which column labels the rows.
        LABELS,
        /// Labels that several rows share: irrelevant where the result names no rows.
        REPEATED_LABELS,
        /// The delimiter.
        DELIMITER,
        /// Columns that hold nothing.
        COLUMNS,
        /// Rows that were dropped, or entries that were added up.
        ROWS,
        /// Zeros of a sparse matrix that were filled up.
        ZEROS
    }
}
