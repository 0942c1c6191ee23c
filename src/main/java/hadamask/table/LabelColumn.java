package hadamask.table;

import java.io.Serializable;

/// Which column labels the rows.
///
/// @param choice whether there is one
/// @param column its name, or its position from 1, where it was named; otherwise empty
public record LabelColumn(Choice choice, String column) implements Serializable {
    /// The first column if it is not one of numbers, or if it numbers the rows.
    public static final LabelColumn FOUND = new LabelColumn(Choice.FOUND, "");
    /// Rows have no labels and are called by their numbers.
    public static final LabelColumn NONE = new LabelColumn(Choice.NONE, "");

    /// Whether a column labels the rows.
    public enum Choice {
        /// Found from the table.
        FOUND,
        /// None does.
        NONE,
        /// The one that is given.
        NAMED
    }

    /// Written out, as options are told in each run, and what a record makes of itself would be linked then.
    @Override
    public String toString() {
        return choice == Choice.NAMED ? column : choice.name();
    }

    /// A column of the caller's choice.
    ///
    /// @param column its name, or its position from 1
    public static LabelColumn named(String column) {
        return new LabelColumn(Choice.NAMED, column);
    }
}
