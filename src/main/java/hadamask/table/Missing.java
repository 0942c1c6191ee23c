package hadamask.table;

/// What is done about missing values: empty cells and `NA NaN n/a null none .`, in any case.
public enum Missing {
    /// The first one is an error that says where it is.
    ERROR,
    /// They are NaN, and what is computed from them is NaN.
    NAN,
    /// They are NaN, and each result uses the values that are there: a distance the columns that both rows have.
    PAIRWISE,
    /// Rows that have one are dropped.
    DROP
}
