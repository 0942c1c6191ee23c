package hadamask.batch;

import hadamask.file.FilePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Refuses results that would replace an input, or each other, before anything is written.
public final class Collisions {
    private final List<Source> sources;
    private final Set<Path> inputs = new HashSet<>();
    private final Map<Path, Taken> taken = new HashMap<>();
    /// Checksums of all names in small letters: what is not there twice differs in more.
    private final Set<Integer> folded = new HashSet<>();
    private @Nullable Set<Path> realInputs;
    private int streams;

    /// Who writes a file.
    ///
    /// @param label what the caller calls it by
    /// @param input the image that it is made from; null when it is made from all
    private record Taken(String label, @Nullable String input) {}

    /// @param sources all images
    public Collisions(List<Source> sources) {
        this.sources = sources;
        for (Source source : sources) {
            if (source.file() != null) {
                inputs.add(place(source.file()));
            }
        }
    }

    /// Adds the results of all jobs.
    public void add(Targets targets, List<Job> jobs) {
        for (Result result : Result.values()) {
            for (Job job : jobs) {
                Target target = job.target(result);
                if (target != null) {
                    add(targets, result, target.output(), job.source().name());
                }
            }
        }
    }

    /// Adds a result of all images.
    public void add(String label, @Nullable String output) {
        if (output != null) {
            add(label, output, null);
        }
    }

    private void add(Targets targets, Result result, String output, String input) {
        Taken before = add(targets.label(result), output, input);
        if (before != null) {
            throw new TargetProblem(before.label, before.input + " and " + input + " would both be written to " + output
                    + targets.remedy(result));
        }
    }

    /// @return who writes the file under the same label; null when nobody does
    private @Nullable Taken add(String label, String output, @Nullable String input) {
        if (output.equals("-")) {
            streams++;
            return null;
        }
        Path path = FilePath.of(output);
        Path place = place(path);
        if (inputs.contains(place) || isInput(path)) {
            throw new TargetProblem(label, output + " is also an input, expected another name");
        }
        Taken before = taken.putIfAbsent(place, new Taken(label, input));
        if (before == null && !folded.add(place.toString().toLowerCase(Locale.ROOT).hashCode())) {
            before = likeIt(place);
        }
        if (before == null || before.label.equals(label)) {
            return before;
        }
        // Devices, such as /dev/null, take any number of results.
        if (Files.isRegularFile(path) || !Files.exists(path)) {
            throw new TargetProblem(label, output + " is also written by " + before.label + ", expected another name");
        }
        return null;
    }

    /// Who writes a file whose name differs in small and capital letters alone, where that is the same file; null when nobody does.
    private @Nullable Taken likeIt(Path place) {
        String name = place.toString();
        for (Map.Entry<Path, Taken> other : taken.entrySet()) {
            String known = other.getKey().toString();
            if (known.equalsIgnoreCase(name) && !known.equals(name) && FilePath.ignoresCase(place)) {
                return other.getValue();
            }
        }
        return null;
    }

    /// Adds the page of a report, when all other results are added: none of them may be in its folder, which is replaced.
    public void addReport(String label, @Nullable String page) {
        if (page == null) {
            return;
        }
        if (page.equals("-")) {
            throw new TargetProblem(label, "- is standard output, expected the name of a file");
        }
        Path folder = place(Report.folder(FilePath.of(page)));
        taken.forEach((file, by) -> {
            if (file.startsWith(folder)) {
                throw new TargetProblem(by.label,
                        folder + " takes the pictures of the report, expected another folder");
            }
        });
        add(label, page, null);
    }

    /// Refuses two results for the one standard output.
    public void requireOneStream() {
        if (streams > 1) {
            throw new TargetProblem("-", "standard output takes one result, " + streams + " were asked for");
        }
    }

    /// Whether a file that is there already is an input under another name, such as a link.
    private boolean isInput(Path path) {
        if (!Files.exists(path)) {
            return false;
        }
        if (realInputs == null) {
            realInputs = new HashSet<>();
            for (Source source : sources) {
                Path real = source.file() == null ? null : FilePath.real(source.file());
                if (real != null) {
                    realInputs.add(real);
                }
            }
        }
        return realInputs.contains(FilePath.real(path));
    }

    private static Path place(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
