package hadamask.table.write;

/// Which pairs of rows are listed, as far as a format needs to know: for a matrix or a graph it decides whether a pair stands for
/// both of its directions.
///
/// @param nearest the most rows that are listed for each row; 0: it is not the nearest that are listed
/// @param once whether rows of one table are listed, each pair once, the earlier row first
public record Listing(int nearest, boolean once) {
    /// The nearest rows of each row: one may be near to another, and that one have nearer ones.
    public static Listing nearest(int count) {
        return new Listing(count, false);
    }

    /// Pairs of the rows of one table, each once.
    public static final Listing ONCE = new Listing(0, true);

    /// Pairs of the rows of two tables.
    public static final Listing OF_TWO = new Listing(0, false);
}
