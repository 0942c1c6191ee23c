package hadamask.cli.image.result;

import hadamask.batch.Collisions;
import hadamask.batch.OutputFolders;
import hadamask.batch.Report;
import hadamask.batch.Result;
import hadamask.batch.Source;
import hadamask.batch.StatisticsFile;
import hadamask.batch.Targets;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.TextEnding;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionGroup;
import hadamask.cli.option.ShowMode;
import hadamask.file.FilePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which results `segment` has, and where they go.
public final class ResultFiles {
    /// Lines of JSON have several customary endings.
    private static final TextEnding STATISTICS = new TextEnding(".csv or .jsonl", "csv", "jsonl", "ndjson", "json");

    private final Option<@Nullable String> output = Option.path(
            "File, folder/, - or a pattern with {name} {ext} {dir} {index}; its ending gives the format; none: no cut-out"
                    + " (default: NAME-cutout.png).",
            "-o", "--output");
    private final Option<@Nullable String> mask = Option.path(
            "Also write the mask: 8-bit grey, 255 in, 0 out; a soft one in the depth of the image.",
            "--mask");
    private final Option<@Nullable String> statistics = Option.path(
            "Also write statistics, a line per image: JSON, or CSV to a name.csv.",
            "--stats");
    private final Option<@Nullable String> stages = Option.path("Also write a picture of all stages.", "--stages");
    private final Option<@Nullable String> overlay = Option
            .path("Also write the image with the mask's outline and a tint.", "--overlay");
    private final Option<@Nullable String> report = Option.path("Also write a page that shows all images of the run.",
            "--report");
    private final Option<@Nullable ShowMode> show = Option.optional(ShowMode::isWord, "auto", "HOW",
            ShowMode::of,
            "Show the cut-out in the terminal: auto, kitty, sixel, blocks, 256 or none (as in --show=blocks).",
            "--show").aside();

    /// @param suggest asks for proposals in place of all results
    public OptionGroup group(Option<Boolean> suggest) {
        return Option.group("Results", output, mask, statistics, stages, overlay, report, show, suggest);
    }

    /// Whether `--output` is given.
    public boolean hasOutput() {
        return output.get() != null;
    }

    /// Where the page of all images goes, or null.
    public @Nullable String report() {
        return report.get();
    }

    /// How cut-outs are shown, or null.
    public @Nullable ShowMode show() {
        return show.get();
    }

    /// Whether a result shows what stands behind the cut-out.
    public boolean showBackground() {
        return !Targets.NONE.equals(output.get()) || stages.get() != null || show.get() != null;
    }

    /// Refuses `-o none` where nothing else is asked for.
    ///
    /// @param regions whether a table or a picture of the regions is asked for
    public void requireOne(Command command, boolean regions) {
        boolean other = Stream.of(mask, stages, overlay, statistics, report).anyMatch(option -> option.get() != null)
                || show.get() != null || regions;
        if (Targets.NONE.equals(output.get()) && !other) {
            throw command.usage("--output", "none leaves nothing to do, expected --mask, --stages, --overlay, --stats,"
                    + " --measure, --labels, --report or --show with it");
        }
    }

    /// Refuses what is written when all is done: a folder that is watched never is.
    public void requireWatchable(Command command) {
        for (Option<@Nullable String> option : List.of(statistics, report)) {
            if (option.get() != null) {
                throw command.usage(option.name(),
                        "is of all images, and a folder that is watched has no last one, expected no --watch");
            }
        }
    }

    /// Where the results of images go.
    ///
    /// @throws hadamask.batch.TargetProblem if a name does not fit
    public Targets targets(List<Source> sources, Targets.Extent extent) {
        Targets targets = new Targets(sources, extent);
        targets.put(Result.CUTOUT, "--output", cutout(targets));
        targets.put(Result.MASK, "--mask", mask.get());
        targets.put(Result.STAGES, "--stages", stages.get());
        targets.put(Result.OVERLAY, "--overlay", overlay.get());
        return targets;
    }

    /// The value of `--output`, or what it means when it is not given; null when no cut-out is wanted.
    private @Nullable String cutout(Targets targets) {
        String given = output.get();
        return given == null ? targets.standard("-cutout") : given.equals(Targets.NONE) ? null : given;
    }

    /// The folders of results, which are not searched for images.
    public List<Path> grounds() {
        List<Path> grounds = new ArrayList<>(Targets.grounds(output.get(), mask.get(), stages.get(), overlay.get()));
        String path = report.get();
        if (path != null) {
            grounds.add(Report.folder(FilePath.of(path)));
        }
        return grounds;
    }

    /// Refuses files of all images that have no folder to lie in.
    ///
    /// @throws hadamask.file.InputException if there is none
    public void requireFolders() {
        OutputFolders.requireFolder(statistics.get());
        OutputFolders.requireFolder(report.get());
    }

    /// Adds the statistics of all images.
    public void addStatistics(Collisions collisions) {
        collisions.add("--stats", statistics.get());
    }

    /// Refuses names of files of all images that ask for another format.
    public void requireEndings(Command command) {
        String path = statistics.get();
        if (path != null) {
            STATISTICS.require(command, "--stats", path);
        }
        requirePage(command);
    }

    /// Refuses a name of the page that asks for another format.
    public void requirePage(Command command) {
        String path = report.get();
        if (path != null) {
            TextEnding.PAGE.require(command, "--report", path);
        }
    }

    /// Begins the statistics; null when nobody asked for them.
    public @Nullable StatisticsFile statistics(Console console) {
        String path = statistics.get();
        return path == null ? null : new StatisticsFile(console.output(path), STATISTICS.of(path).equals("csv"));
    }
}
