package hadamask.table;

/// How many digits a number is written with.
///
/// @param significant significant digits, 1 to 17; 0: as few as read back to the same double
public record Precision(int significant) {
    /// The shortest text that reads back to the same double.
    public static final Precision SHORTEST = new Precision(0);

    /// @throws IllegalArgumentException if the digits are not 0 to 17
    public Precision {
        if (significant < 0 || significant > 17) {
            throw new IllegalArgumentException(significant + " digits");
        }
    }
}
