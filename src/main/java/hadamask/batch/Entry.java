package hadamask.batch;

import hadamask.segment.Statistics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the journal remembers of an image that is done.
///
/// @param settings of the run that did it
/// @param input the image, an absolute path
/// @param read the state of the image before it was read
/// @param written the states of the results, by their absolute paths
/// @param statistics what was found in it; null when nobody asked
/// @param seconds the time that each stage took
public record Entry(String settings, String input, FileState read, Map<String, FileState> written,
        @Nullable Statistics statistics, Map<String, Double> seconds) {

    /// The entry of a job that was done a moment ago; null when nothing can be remembered of it, as of a stream.
    static @Nullable Entry of(String settings, Outcome.Done done) {
        Path file = done.job().source().file();
        if (file == null || done.read() == null) {
            return null;
        }
        Map<String, FileState> written = new LinkedHashMap<>();
        for (String output : outputs(done.job())) {
            FileState state = FileState.of(Path.of(output));
            if (state == null) {
                return null;
            }
            written.put(output, state);
        }
        return new Entry(settings, input(done.job().source()), done.read(), written, done.statistics(), done.seconds());
    }

    /// Under what a job is found again: an image may be there twice, its results may not. Null for a job without results.
    static @Nullable String key(Job job) {
        Target main = job.main();
        return main == null ? null : absolute(main.output());
    }

    /// The results of a job, absolute; a stream is none.
    static List<String> outputs(Job job) {
        List<String> outputs = new ArrayList<>();
        for (Target target : job.targets().values()) {
            if (!target.output().equals("-")) {
                outputs.add(absolute(target.output()));
            }
        }
        return outputs;
    }

    /// How an image is called: its absolute path, and the page of it that was asked for.
    static String input(Source source) {
        String page = source.page() == null ? "" : "#page=" + source.page().number();
        return absolute(Objects.requireNonNull(source.file()).toString()) + page;
    }

    static String absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize().toString();
    }

    /// Whether the results of this job are those that this entry tells of, and all are as they were then.
    ///
    /// @param settings of this run
    /// @param statistics whether they are needed
    /// @param found the state of the image now, with its checksum when that is to be compared
    boolean holds(Job job, String settings, boolean statistics, FileState found) {
        Path file = job.source().file();
        if (!this.settings.equals(settings) || file == null || !input.equals(input(job.source()))
                || (statistics && this.statistics == null)) {
            return false;
        }
        boolean same = found.checksum() >= 0
                ? found.size() == read.size() && found.checksum() == read.checksum()
                : found.looksLike(read);
        if (!same) {
            return false;
        }
        List<String> outputs = outputs(job);
        return job.targets().size() == written.size() && written.keySet().containsAll(outputs)
                && outputs.stream().allMatch(this::isUnchanged);
    }

    private boolean isUnchanged(String output) {
        FileState then = written.get(output);
        FileState now = FileState.of(Path.of(output));
        return then != null && now != null && now.looksLike(then);
    }
}
