package hadamask.codec.format;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import org.jspecify.annotations.Nullable;

/// What a decoder finds damaged in a file that it could read on: the end of it, or the first that is said.
///
/// @hidden public for other packages of Hadamask alone
public final class Damage {
    private final ImageFormat format;
    private final Reading.Damaged policy;
    private @Nullable String first;

    /// @param format of the file, for messages
    public Damage(ImageFormat format, Reading.Damaged policy) {
        this.format = format;
        this.policy = policy;
    }

    /// Whether decoders go on.
    public boolean isRead() {
        return policy == Reading.Damaged.READ;
    }

    /// Returns if the decoder is to go on with what there is.
    ///
    /// @param problem what was found, such as `is a truncated JPEG: the data end before the picture does`
    /// @throws InputException if damaged files are refused
    public void found(String problem) {
        if (!isRead()) {
            throw new InputException(problem, Remedy.of(Remedy.Kind.TOLERANT));
        }
        if (first == null) {
            first = problem;
        }
    }

    /// The same for what contradicts the format.
    ///
    /// @param reason what is wrong, a phrase without a full stop
    public void broken(String reason) {
        found("is a broken " + format + ": " + reason);
    }

    /// The same for data that end too early.
    public void truncated() {
        found("is a truncated " + format + ": the data end before the picture does");
    }

    /// What was found first, or null.
    @Nullable
    public String first() {
        return first;
    }
}
