package hadamask.batch;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An image and where its results go.
///
/// @param source the image
/// @param targets a target for each result that is asked for; the cut-out always is
public record Job(Source source, Map<Result, Target> targets) {
    /// Where a result goes, or null when it is not asked for.
    public @Nullable Target target(Result result) {
        return targets.get(result);
    }

    /// Where the cut-out goes.
    public Target cutout() {
        return Objects.requireNonNull(targets.get(Result.CUTOUT));
    }
}
