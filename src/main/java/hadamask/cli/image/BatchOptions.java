package hadamask.cli.image;

import hadamask.cli.Console;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;

/// How many images are worked on: at once, again or not, for real or not.
final class BatchOptions {
    private final Option<@Nullable Integer> jobs = Option.of(null, "N", OptionValues::jobs,
            "Images that are worked on at once (default: as many as there are cores).", "-j", "--jobs").aside();
    private final Option<Boolean> resume = Option.flag(
            "Skip what an earlier run with the same settings finished, and which has not changed since.", "--resume")
            .aside();
    private final Option<Boolean> checksum = Option.flag(
            "With --resume, compare the content of images, not their size and time.", "--checksum").aside();
    private final Option<@Nullable String> errors = Option.path("Also write what failed, as CSV.", "--errors");
    private final Option<Boolean> dryRun = Option.flag("Say what would be read and written, and do nothing.",
            "--dry-run").aside();

    ArgGroupSpec group() {
        return Option.group("Many images", jobs, resume, checksum, errors, dryRun);
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
        return resume.get();
    }

    boolean checksum() {
        return checksum.get();
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
