package hadamask.cli;

import hadamask.cli.Targets.Target;
import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.segment.Clusters;
import hadamask.segment.Foreground;
import hadamask.segment.GrayScale;
import hadamask.segment.Segmentation;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.Segmenter;
import hadamask.segment.Separation;
import hadamask.segment.Stopwatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    @Override
    void warmUp(List<String> arguments) {
        WarmUp.start(arguments);
    }

    @Override
    void declare(CommandSpec command) {
        command.addPositional(images).addArgGroup(Option.group("Results", output, maskOutput, statistics, stagesOutput,
                overlayOutput))
                .addArgGroup(Option.group("Clusters", gray, clusters, seed, threshold, foreground))
                .addArgGroup(mask.group())
                .addArgGroup(picture.group()).addOption(reading.maxPixels().spec());
        command.usageMessage().header("Cut out the foreground of images: grey, 2-means, holes filled, closed, product.")
                .footer("", "Examples:", "  segment cat.jpg -o cutout.png",
                        "  segment leaf.jpg --background transparent --trim=10 --stages stages.png",
                        "  segment photos/*.jpg -o cutouts/ --mask masks/ --stats cutouts.jsonl");
    }

    private Separation separation() {
        Double gray = threshold.get();
        return gray != null
                ? new Separation.Threshold(gray)
                : new Separation.KMeans(clusters.get(), seed.get());
    }

    @Override
    int run(Console console) {
        List<String> inputs = images.getValue();
        if (inputs.stream().filter("-"::equals).count() > 1) {
            throw usage("-", "standard input can be read once");
        }
        List<Target> cutouts = Targets.of(this, "--output", output.get(), "-cutout", inputs);
        List<Target> masks = Targets.of(this, "--mask", maskOutput.get(), null, inputs);
        List<Target> stages = Targets.of(this, "--stages", stagesOutput.get(), null, inputs);
        List<Target> overlays = Targets.of(this, "--overlay", overlayOutput.get(), null, inputs);
        requireOneStream(List.of(cutouts, masks, stages, overlays));
        requireDistinct(inputs, cutouts, masks, stages, overlays);
        cutouts.forEach(cutout -> picture.requireFits(this, cutout.format()));
        Targets.createFolder(output.get());
        Targets.createFolder(maskOutput.get());
        Targets.createFolder(stagesOutput.get());
        Targets.createFolder(overlayOutput.get());

        SegmentationOptions options = new SegmentationOptions(gray.get(), separation(), foreground.get(),
                mask.refinement(), mask.invert());
        List<String> lines = new ArrayList<>();
        int status = ExitStatus.OK;
        for (int i = 0; i < inputs.size(); i++) {
            try {
                lines.add(cutOut(console, options, cutouts.get(i), masks.isEmpty() ? null : masks.get(i),
                        stages.isEmpty() ? null : stages.get(i), overlays.isEmpty() ? null : overlays.get(i)));
            } catch (InputException e) {
                console.error(e.where().isEmpty() ? e.at(console.input(inputs.get(i)).name()) : e);
                status = ExitStatus.FAILED;
            }
        }
        String statisticsPath = statistics.get();
        if (statisticsPath != null && !lines.isEmpty()) {
            byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
            console.output(statisticsPath).write(out -> out.write(text));
        }
        return status;
    }

    private void requireOneStream(List<List<Target>> results) {
        long streams = results.stream().flatMap(List::stream).filter(target -> target.output().equals("-")).count();
        streams += "-".equals(statistics.get()) ? 1 : 0;
        if (streams > 1) {
            throw usage("-", "standard output takes one result, " + streams + " were asked for");
        }
    }

    private void requireDistinct(List<String> inputs, List<Target> cutouts, List<Target> masks, List<Target> stages,
            List<Target> overlays) {
        Map<String, List<String>> results = new LinkedHashMap<>();
        results.put("--output", outputs(cutouts));
        results.put("--mask", outputs(masks));
        results.put("--stages", outputs(stages));
        results.put("--overlay", outputs(overlays));
        String statisticsPath = statistics.get();
        if (statisticsPath != null) {
            requireNotAnInput("--stats", statisticsPath, inputs);
            results.put("--stats", List.of(statisticsPath));
        }
        Targets.requireDistinct(this, results);
    }

    private static List<String> outputs(List<Target> targets) {
        return targets.stream().map(Target::output).toList();
    }

    /// Takes one image from file to file.
    ///
    /// @return its statistics
    private String cutOut(Console console, SegmentationOptions options, Target cutout, @Nullable Target maskTarget,
            @Nullable Target stagesTarget, @Nullable Target overlayTarget) {
        Stopwatch watch = new Stopwatch();
        Image image = reading.read(console.input(cutout.input()));
        watch.lap("decode");
        Segmentation segmentation = Segmenter.of(options).segment(image);
        watch.skip(segmentation.seconds());
        console.explain(() -> explanation(cutout, segmentation));
        if (maskTarget != null) {
            PictureOptions.writeMask(segmentation.mask(), image, maskTarget.format(),
                    console.output(maskTarget.output()));
            watch.lap("mask");
        }
        if (stagesTarget != null) { // before the product, which is written over the image
            picture.writeStages(console.input(cutout.input()).name(), segmentation, options, stagesTarget.format(),
                    console.output(stagesTarget.output()));
            watch.lap("stages");
        }
        if (overlayTarget != null) {
            picture.writeOverlay(image, segmentation.mask(), overlayTarget.format(),
                    console.output(overlayTarget.output()));
            watch.lap("overlay");
        }
        Image result = picture.cutout(image, segmentation.mask(), cutout.format());
        watch.lap("product");
        picture.write(result, cutout.format(), console.output(cutout.output()));
        watch.lap("encode");
        return statistics.get() == null
                ? ""
                : StatisticsLine.of(cutout.input(), cutout.output(), segmentation, watch.seconds());
    }

    private static String explanation(Target cutout, Segmentation s) {
        StringBuilder text = new StringBuilder();
        Clusters found = s.clusters();
        for (int c = 0; c < found.size(); c++) {
            Clusters.Cluster cluster = found.all().get(c);
            text.append(String.format(Locale.ROOT, "%s: cluster %d: %s, grey %.6f, %d pixels%n", cutout.input(), c,
                    s.foreground().get(c) ? "foreground" : "background", cluster.centroid(), cluster.pixels()));
        }
        if (found.globalOptimum()) {
            text.append(String.format(Locale.ROOT,
                    "%s: no other cut has a smaller sum of squares than %.9g; Smile's K-Means ended with %.9g%n",
                    cutout.input(), found.wcss(), found.localWcss()));
        }
        return text.append(String.format(Locale.ROOT, "%s: kept %d of %d pixels, in %s", cutout.input(),
                s.mask().count(), s.mask().values().length, cutout.output())).toString();
    }
}
