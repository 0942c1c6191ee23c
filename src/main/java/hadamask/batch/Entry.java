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
/// @param partner the file that was read with it, an absolute path; null where there was none
/// @param partnerRead the state of that file before it was read
/// @param written the states of the results, by their absolute paths
/// @param statistics what was found in it; null when nobody asked
/// @param seconds the time that each stage took
/// @param measured what was measured in it; null when nobody asked
public record Entry(String settings, String input, FileState read, @Nullable String partner,
        @Nullable FileState partnerRead, Map<String, FileState> written, @Nullable Statistics statistics,
        Map<String, Double> seconds, @Nullable Measured measured) {

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
        Path partner = done.job().partner();
        return new Entry(settings, input(done.job().source()), done.read(),
                partner == null ? null : absolute(partner.toString()), done.partner(), written, done.statistics(),
                done.seconds(), done.measured());
    }

    /// Under what a job is found again: an image may be there twice, its results may not. A job without results goes by its image.
    /// Null for one that can not be known again.
    static @Nullable String key(Job job) {
        Target main = job.main();
        return main != null
                ? absolute(main.output())
                : job.source().file() == null ? null : input(job.source());
    }

    /// The same of the job that this entry is of.
    String key() {
        return written.keySet().stream().findFirst().orElse(input);
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
    /// @param measured whether what was measured is needed
    /// @param found the state of the image now, with its checksum when that is to be compared
    /// @param partnerFound the same of the file that is read with it; null where there is none
    boolean holds(Job job, String settings, boolean statistics, boolean measured, FileState found,
            @Nullable FileState partnerFound) {
        Path file = job.source().file();
        if (!this.settings.equals(settings) || file == null || !input.equals(input(job.source()))
                || (statistics && this.statistics == null) || (measured && this.measured == null)) {
            return false;
        }
        if (!isSame(found, read) || !isSamePartner(job.partner(), partnerFound)) {
            return false;
        }
        List<String> outputs = outputs(job);
        return job.targets().size() == written.size() && written.keySet().containsAll(outputs)
                && outputs.stream().allMatch(this::isUnchanged);
    }

    private static boolean isSame(FileState found, FileState then) {
        return found.checksum() >= 0
                ? found.size() == then.size() && found.checksum() == then.checksum()
                : found.looksLike(then);
    }

    private boolean isSamePartner(@Nullable Path now, @Nullable FileState found) {
        if (now == null || partner == null) {
            return now == null && partner == null;
        }
        return partner.equals(absolute(now.toString())) && found != null && partnerRead != null
                && isSame(found, partnerRead);
    }

    private boolean isUnchanged(String output) {
        FileState then = written.get(output);
        FileState now = FileState.of(Path.of(output));
        return then != null && now != null && now.looksLike(then);
    }
}
