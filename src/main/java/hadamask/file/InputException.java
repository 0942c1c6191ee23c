package hadamask.file;

import org.jspecify.annotations.Nullable;

/// An input that cannot be used: it is missing, broken, too large, or its content does not allow what was asked for.
///
/// It is made where the cause is known and carries what a user needs: where (a file and a place in it), what was found
/// there and what was expected, and what kind of remedy there is. The command line words all three in one line.
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String where;
    private final String problem;
    private final Remedy remedy;

    private InputException(String where, String problem, Remedy remedy, @Nullable Throwable cause) {
        super(problem, cause);
        this.where = where;
        this.problem = problem;
        this.remedy = remedy;
    }

    /// An input whose content is at fault; the place is added by the caller that knows it, with [#at(String)].
    ///
    /// @param problem what was found and what was expected, a phrase without a full stop
    public InputException(String problem) {
        this("", problem, Remedy.NONE, null);
    }

    /// @param problem what was found and what was expected
    /// @param advice what the user can do, a phrase that holds for any caller and names no option
    public InputException(String problem, String advice) {
        this("", problem, Remedy.advice(advice), null);
    }

    /// @param problem what was found and what was expected
    /// @param remedy what the user can do; its kind names no option
    public InputException(String problem, Remedy remedy) {
        this("", problem, remedy, null);
    }

    /// @param problem what was found and what was expected
    /// @param cause what the library or the system said
    public InputException(String problem, Throwable cause) {
        this("", problem, Remedy.NONE, cause);
    }

    /// The same problem at a place; what is known already stands behind it: `data.csv` and `row 7` give
    /// `data.csv: row 7`.
    ///
    /// @param place a file's name, or a place in it
    public InputException at(String place) {
        return new InputException(where.isEmpty() ? place : place + ": " + where, problem, remedy, this);
    }

    /// The file and the place in it; empty when nobody has said it yet.
    public String where() {
        return where;
    }

    /// What was found, and what was expected.
    public String problem() {
        return problem;
    }

    /// What to do about it.
    public Remedy remedy() {
        return remedy;
    }
}
