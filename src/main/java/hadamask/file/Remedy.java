package hadamask.file;

import java.io.Serializable;

/// What a user can do about a problem.
///
/// The room that knows the problem names the kind of remedy; it knows no option. The command line has the words for each
/// kind, with its options; another program may have words of its own.
///
/// @param kind what can be done
/// @param detail what the words need besides, such as the number of a column; the words themselves for [Kind#ADVICE];
///        otherwise empty
public record Remedy(Kind kind, String detail) implements Serializable {
    /// There is nothing to advise.
    public static final Remedy NONE = new Remedy(Kind.NONE, "");

    /// The kinds of remedies. What needs no option of the command line is [#ADVICE].
    public enum Kind {
        /// There is none.
        NONE,
        /// Words that hold for any caller, such as `write a point for a decimal comma`.
        ADVICE,
        /// Allow more pixels.
        MORE_PIXELS,
        /// Read a damaged image as far as it goes.
        TOLERANT,
        /// Allow more memory.
        MORE_MEMORY,
        /// Allow more memory, or do the work in parts.
        MORE_MEMORY_OR_PARTS,
        /// Separate the greys at a level that the caller gives.
        GIVEN_THRESHOLD,
        /// Ask for fewer clusters.
        FEWER_CLUSTERS,
        /// Points are counted from 0 at the top left.
        FOREGROUND_POINT,
        /// Points and boxes are counted from 0 at the top left.
        INSIDE_POINT,
        /// Make a mask of a dark picture, such as an image of labels, at a level that the caller gives.
        DARK_MASK,
        /// Cluster the colours of transparent pixels, too.
        IGNORE_ALPHA,
        /// Do not crop to a mask.
        NO_TRIM,
        /// Read the images of a folder, and those of the folders below it.
        SEARCH_FOLDER,
        /// Drop small regions, or do without an image of labels.
        FEWER_REGIONS,
        /// Divide by the number of rows, not by one less.
        POPULATION_COVARIANCE,
        /// Estimate the covariance otherwise, or of fewer columns.
        OTHER_COVARIANCE,
        /// A pseudo-inverse, or a ridge.
        SINGULAR_COVARIANCE,
        /// Read some of the columns only.
        FEWER_COLUMNS,
        /// Choose other columns.
        OTHER_COLUMNS,
        /// Leave columns out.
        LEAVE_COLUMNS_OUT,
        /// Leave a column out; the detail chooses the others.
        COLUMN_OUT,
        /// Choose columns, or say that the first row is data.
        COLUMNS_OR_NO_HEADERS,
        /// Say that the first row is data.
        NO_HEADERS,
        /// Say what is to be done with missing values.
        MISSING_VALUES,
        /// Leave out rows with a missing value.
        DROP_MISSING,
        /// Say that a column holds the labels of the rows; the detail is its number from 1.
        LABEL_COLUMN,
        /// Leave some columns out; the detail chooses the others.
        COLUMNS_OUT,
        /// Say that the first row, which was taken as names, is data.
        NAMES_ARE_DATA,
        /// Do not say that the first row is data, or not of each of two tables.
        FIRST_ROW_HAS_NAMES,
        /// Say that the first row, which was taken as data, holds names.
        DATA_ARE_NAMES,
        /// Say that no column labels the rows: the one that does is one of numbers.
        LABELS_ARE_NUMBERS,
        /// Say that no column labels the rows: their numbers do.
        ROW_NUMBERS,
        /// Say that a table holds rows and not their distances, or what its names are.
        ROWS_OR_NAMES,
        /// Say what becomes of zero vectors.
        ZERO_VECTORS,
        /// Write numbers of 8 bytes.
        FLOAT64,
        /// Say what stands between cells; the detail is a delimiter, or `tab`.
        OTHER_DELIMITER,
        /// Say that a quote is a character like others.
        NO_QUOTES,
        /// Say that numbers have a comma; the detail is a delimiter that must be said besides, or empty.
        DECIMAL_COMMA,
        /// Say that a word stands for a missing value, and what is to be done with them; the detail is the word.
        MISSING_WORD,
        /// Leave lines out that begin as comments do; the detail is what they begin with.
        COMMENTS,
        /// Leave the first lines out; the detail is their number.
        SKIP_LINES,
        /// Leave the names of the columns out with the units below them; the detail is the number of lines.
        NAMES_AND_UNITS,
        /// Leave two rows of names out, or say that only the first one is; the detail is the number of lines.
        TWO_HEADERS,
        /// Say which array of an archive is read.
        ONE_PART,
        /// Say which sheet of a workbook is read.
        ONE_SHEET,
        /// Say that words such as TRUE and FALSE are 1 and 0.
        BOOLEAN_WORDS,
        /// Leave out what a GCT file has besides a table: two lines, and the column of descriptions.
        GCT
    }

    /// A remedy that needs no detail.
    public static Remedy of(Kind kind) {
        return new Remedy(kind, "");
    }

    /// Words that hold for any caller.
    ///
    /// @param words a phrase without a full stop
    public static Remedy advice(String words) {
        return new Remedy(Kind.ADVICE, words);
    }
}
