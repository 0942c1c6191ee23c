package hadamask.batch;

import hadamask.file.FilePath;
import hadamask.file.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which image has which results, of images that come one after the other: two of them must not have the same. One that would is refused by itself.
///
/// Memory: some 300 bytes for each result.
public final class Owners {
    private final Map<Path, Path> inputs = new HashMap<>();
    private final Map<Source, InputException> refused = new HashMap<>();

    /// The jobs of images that have come.
    ///
    /// @param sources the images of the targets
    public List<Job> jobs(Targets targets, List<Source> sources) {
        refused.clear();
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            InputException problem;
            Job job = new Job(source, Map.of());
            try {
                Job whole = targets.jobs().get(i);
                problem = take(whole);
                job = problem == null ? whole : job;
            } catch (TargetProblem e) {
                problem = new InputException(e.problem()).at(source.spokenName());
            }
            if (problem != null) {
                refused.put(source, problem);
            }
            jobs.add(job);
        }
        return jobs;
    }

    /// Work that fails where an image was refused.
    public Function<Job, Outcome> guarding(Function<Job, Outcome> work) {
        return job -> {
            InputException problem = refused.get(job.source());
            return problem == null ? work.apply(job) : new Outcome.Failed(job, problem);
        };
    }

    private @Nullable InputException take(Job job) {
        Path image = job.source().file();
        for (Target target : job.targets().values()) {
            Path place = FilePath.of(target.output()).toAbsolutePath().normalize();
            Path other = inputs.get(place);
            if (other != null && image != null && !other.equals(image) && Files.exists(other)) {
                return new InputException(
                        "would be written to " + target.output() + ", as " + other + " is, expected another name")
                        .at(job.source().spokenName());
            }
            if (image != null) {
                inputs.put(place, image);
            }
        }
        return null;
    }
}
