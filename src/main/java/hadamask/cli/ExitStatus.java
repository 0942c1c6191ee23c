package hadamask.cli;

/// What the program says to the shell when it ends.
public final class ExitStatus {
    /// All done.
    public static final int OK = 0;
    /// An input failed, or the data do not allow what was asked for.
    public static final int FAILED = 1;
    /// Wrong usage; nothing was done.
    public static final int USAGE = 2;
    /// A defect of the program.
    static final int DEFECT = 70;

    private ExitStatus() {
    }
}
