package hadamask.cli.image;

import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionGroup;
import hadamask.cli.option.OptionValues;
import org.jspecify.annotations.Nullable;

/// How many images are worked on: at once, again or not, for real or not.
final class BatchOptions {
    private final Option<@Nullable Integer> jobs = Option.of(null, "N", OptionValues::jobs,
            "Images that are worked on at once (default: as many as there are cores).", "-j", "--jobs").aside();
    private final Option<Boolean> resume = Option.flag(
            "Skip what an earlier run with the same settings finished, and which has not changed since.", "--resume")
            .aside();
    private final Option<Boolean> checksum = Option.flag(
            "With --resume, compare the content of images, not their size and time.", "--checksum").aside();
    private final Option<Boolean> watch = Option.flag(
            "Go on with what comes into the folders, with --resume, until Ctrl-C.", "--watch").aside();
    private final Option<@Nullable String> errors = Option.path("Also write what failed, as CSV.", "--errors");
    private final Option<Boolean> dryRun = Option.flag("Say what would be read and written, and do nothing.",
            "--dry-run").aside();

    OptionGroup group() {
        return Option.group("Many images", jobs, resume, checksum, watch, errors, dryRun);
    }

    /// Images at once, or null when nobody asked.
    @Nullable
    Integer jobs() {
        return jobs.get();
    }

    /// Threads that work together: those that were asked for, or as many as there are cores, as far as memory allows.
    int threads(Console console) {
        Integer asked = jobs.get();
        return console.memory().threads(asked == null ? Runtime.getRuntime().availableProcessors() : asked);
    }

    boolean resume() {
        return resume.get() || watch.get();
    }

    /// Whether folders are watched for what comes.
    boolean watches() {
        return watch.get();
    }

    boolean checksum() {
        return checksum.get();
    }

    /// Refuses what is written when all is done.
    ///
    /// @param table of the regions of all images, or null
    /// @param choices of options of single images, or null
    void requireWatchable(Command command, @Nullable String table, @Nullable String choices) {
        String late = choices != null
                ? "--choices"
                : table != null
                        ? "--measure"
                        : errors.get() != null ? errors.name() : dryRun.get() ? dryRun.name() : null;
        if (late != null) {
            throw command.usage(late,
                    "is of all images, and a folder that is watched has no last one, expected no --watch");
        }
    }

    /// Where failures are written to, or null.
    @Nullable
    String errors() {
        return errors.get();
    }

    boolean dryRun() {
        return dryRun.get();
    }
}
