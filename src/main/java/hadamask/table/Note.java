package hadamask.table;

import hadamask.file.Remedy;

/// What was guessed while a table was read, or became of its rows: it changes the result, and users should know.
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
        /// Labels that several rows have: of no concern where no row is named in the result.
        REPEATED_LABELS,
        /// What stands between the cells.
        DELIMITER,
        /// Columns that hold nothing.
        COLUMNS,
        /// Rows that were left out.
        ROWS
    }
}
