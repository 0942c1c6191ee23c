package hadamask.batch;

import hadamask.file.FilePath;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An image and where its results go.
///
/// @param source the image
/// @param targets a target for each result that is asked for
/// @param partner the file that is read with it; null where there is none
public record Job(Source source, Map<Result, Target> targets, @Nullable Path partner) {
    /// An image that is read alone.
    public Job(Source source, Map<Result, Target> targets) {
        this(source, targets, null);
    }

    /// Where a result goes, or null when it is not asked for.
    public @Nullable Target target(Result result) {
        return targets.get(result);
    }

    /// The result that the job is known by: the cut-out, or the first that is written without one; null when none is.
    public @Nullable Target main() {
        for (Result result : Result.values()) {
            Target target = targets.get(result);
            if (target != null) {
                return target;
            }
        }
        return null;
    }

    /// Where the cut-out goes, or null when none is written.
    public @Nullable String cutout() {
        Target target = targets.get(Result.CUTOUT);
        return target == null ? null : FilePath.words(target.output());
    }
}
