package hadamask.table;

/// What is done about missing values: empty cells and `NA NaN n/a null none .`, in any case.
public enum Missing {
    /// The first one is an error that names its place.
    ERROR,
    /// They are NaN, and what is computed from them is NaN.
    NAN,
    /// They are NaN, and each result uses what is there: a distance the columns that both rows have.
    PAIRWISE,
    /// Rows that have one are left out.
    DROP
}
