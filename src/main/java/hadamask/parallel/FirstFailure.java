package hadamask.parallel;

import org.jspecify.annotations.Nullable;

/// What went wrong in the first part that failed, whoever failed first. Not for several threads at once.
final class FirstFailure {
    private int part;
    private @Nullable Throwable thrown;

    /// Takes what a part has thrown; what others threw is suppressed in the one that stays.
    @SuppressWarnings("ReferenceEquality") // several parts may throw one object, which cannot suppress itself
    void add(int failed, Throwable failure) {
        Throwable other = thrown;
        if (other == null) {
            thrown = failure;
            part = failed;
        } else if (other != failure) {
            boolean earlier = failed < part;
            thrown = earlier ? failure : other;
            part = Math.min(part, failed);
            thrown.addSuppressed(earlier ? other : failure);
        }
    }

    /// Whether it is this part that failed.
    boolean is(int other) {
        return thrown != null && part == other;
    }

    /// Throws it, if there is any.
    void rethrow() {
        Throwable failure = thrown;
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        if (failure != null) {
            throw new IllegalStateException(failure); // thrown in secret: the work declares none
        }
    }
}
