package hadamask.batch;

/// Results that cannot be written where they are asked for: found before anything is read.
public final class TargetProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String label;

    /// @param label what the caller calls the result by
    /// @param problem what was found and what was expected, a phrase without a full stop
    public TargetProblem(String label, String problem) {
        super(problem);
        this.label = label;
    }

    /// What the caller calls the result by.
    public String label() {
        return label;
    }

    /// What was found and what was expected.
    public String problem() {
        return String.valueOf(getMessage());
    }
}
