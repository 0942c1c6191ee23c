package hadamask.cli;

import hadamask.batch.Batch;
import hadamask.batch.Job;
import hadamask.batch.Observer;
import hadamask.batch.Result;
import hadamask.batch.Source;
import hadamask.segment.Foreground;
import hadamask.segment.GrayScale;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.Separation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `segment`: cuts out the foreground of images.
final class SegmentCommand extends Command {
    private final PositionalParamSpec images = Parameter.all("IMAGE", "1..*",
            "JPEG, PNG, TIFF, GIF, BMP, WebP or PNM; - is standard input.");

    private final Option<@Nullable String> output = Option.path(
            "File, folder/ or -, format by the ending (default: NAME-cutout.png).",
            "-o", "--output");
    private final Option<@Nullable String> maskOutput = Option.path("Also write the mask: 8-bit grey, 255 in, 0 out.",
            "--mask");
    private final Option<@Nullable String> statistics = Option.path("Also write statistics: JSON, a line per image.",
            "--stats");
    private final Option<@Nullable String> stagesOutput = Option.path("Also write a picture of all stages.",
            "--stages");
    private final Option<@Nullable String> overlayOutput = Option
            .path("Also write the image with the mask's outline and a tint.", "--overlay");
    private final Option<@Nullable ShowMode> show = Option.optional(ShowMode::isWord, "auto", "HOW",
            ShowMode::of,
            "Show the cut-out in the terminal: auto, kitty, sixel, blocks, 256 or none (as in --show=blocks).",
            "--show");

    private final Option<GrayScale> gray = Option.of(GrayScale.MEAN, "NAME",
            word -> OptionValues.oneOf(GrayScale.class, word),
            "Grey of a pixel: mean, rec601, rec709 or lightness (default: mean).", "--gray");
    private final Option<Integer> clusters = Option.of(2, "N", OptionValues::clusters,
            "Clusters, 2 to 64 (default: 2).", "-k",
            "--clusters");
    private final Option<Long> seed = Option.of(0L, "N", OptionValues::seed, "Of the K-Means start (default: 0).",
            "--seed");
    private final Option<@Nullable Double> threshold = Option.of(null, "T", OptionValues::gray,
            "No clustering: greys above T, in [0, 1], are bright.", "--threshold");
    private final Option<Foreground> foreground = Option.of(new Foreground.Auto(), "WHICH", OptionValues::foreground,
            "bright, dark, X,Y (the cluster at that pixel) or auto: all but the one that covers most of the border"
                    + " (default: auto).",
            "--foreground");

    private final MaskOptions mask = new MaskOptions();
    private final PictureOptions picture = new PictureOptions();
    private final ReadingOptions reading = new ReadingOptions();
    private final SettingsOptions settings = new SettingsOptions();

    @Override
    void warmUp(List<String> arguments) {
        WarmUp.start(arguments);
    }

    @Override
    void declare(CommandSpec command) {
        command.addPositional(images).addArgGroup(Option.group("Results", output, maskOutput, statistics, stagesOutput,
                overlayOutput, show))
                .addArgGroup(Option.group("Clusters", gray, clusters, seed, threshold, foreground))
                .addArgGroup(mask.group())
                .addArgGroup(picture.group()).addArgGroup(settings.group()).addOption(reading.maxPixels().spec());
        command.usageMessage().header("Cut out the foreground of images: grey, 2-means, holes filled, closed, product.")
                .footer("", "Examples:", "  segment cat.jpg -o cutout.png",
                        "  segment leaf.jpg --background transparent --trim=10 --stages stages.png",
                        "  segment photos/*.jpg -o cutouts/ --mask masks/ --stats cutouts.jsonl");
    }

    @Override
    SettingsOptions settings() {
        return settings;
    }

    private Separation separation() {
        Double gray = threshold.get();
        return gray != null
                ? new Separation.Threshold(gray)
                : new Separation.KMeans(clusters.get(), seed.get());
    }

    @Override
    int run(Console console) {
        List<Source> sources = sources();
        Targets targets = new Targets(this, sources);
        targets.put(Result.CUTOUT, "--output", output.get() == null ? targets.standard("-cutout") : output.get());
        targets.put(Result.MASK, "--mask", maskOutput.get());
        targets.put(Result.STAGES, "--stages", stagesOutput.get());
        targets.put(Result.OVERLAY, "--overlay", overlayOutput.get());
        List<Job> jobs = targets.jobs();
        check(targets, sources, jobs);
        OutputFolders.create(targets, jobs);

        List<Observer> observers = new ArrayList<>();
        observers.add(new Explanation(console));
        Failures failures = new Failures(console);
        observers.add(failures);
        StatisticsFile statisticsFile = StatisticsFile.to(console, statistics.get());
        observers.add(statisticsFile);
        Showing showing = Showing.of(console, show.get());
        observers.add(showing);
        CutOut work = new CutOut(console, options(), picture, reading, showing,
                statistics.get() != null || console.explains());
        Batch batch = new Batch(1, observers);
        batch.runHere(jobs, work::of);
        statisticsFile.write();
        return failures.count() == 0 ? ExitStatus.OK : ExitStatus.FAILED;
    }

    private SegmentationOptions options() {
        return new SegmentationOptions(gray.get(), separation(), foreground.get(), mask.refinement(), mask.invert());
    }

    private List<Source> sources() {
        List<String> names = images.getValue();
        if (names.stream().filter("-"::equals).count() > 1) {
            throw usage("-", "standard input can be read once");
        }
        List<Source> sources = new ArrayList<>();
        for (String name : names) {
            sources.add(new Source(name.equals("-") ? null : Console.path(name), null, sources.size() + 1));
        }
        return sources;
    }

    /// Refuses what does not go together, before anything is written.
    private void check(Targets targets, List<Source> sources, List<Job> jobs) {
        Collisions collisions = new Collisions(this, sources);
        collisions.add(targets, jobs);
        collisions.add("--stats", statistics.get());
        collisions.requireOneStream();
        jobs.forEach(job -> picture.requireFits(this, job.cutout().format()));
    }
}
