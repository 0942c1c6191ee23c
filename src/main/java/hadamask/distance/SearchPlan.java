package hadamask.distance;

/// How near rows are looked for, and why.
///
/// @param way how
/// @param compared with how many rows a row is compared, about; with all where no tree was tried
/// @param others how many rows there are
public record SearchPlan(Way way, long compared, long others) {
    /// How near rows are looked for.
    public enum Way {
        /// By a tree of boxes around rows, most of which are passed over.
        TREE,
        /// All pairs: the measure says nothing about boxes.
        NO_BOUND,
        /// All pairs: they are so few, or the columns so many, that a tree was not tried.
        NOT_TRIED,
        /// All pairs: a tree would not fit into the memory that is allowed.
        NO_MEMORY,
        /// All pairs: by a tree, which was tried on some rows, it would take longer.
        NO_GAIN
    }
}
