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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `segment`: cuts out the foreground of images.
@picocli.CommandLine.Command(name = "segment", header = "Cut out the foreground of images: grey, 2-means, hole filling, closing, product.", footer = {
    "", "Examples:", "  segment cat.jpg -o cutout.png",
    "  segment leaf.jpg --background transparent --trim=10 --stages stages.png",
    "  segment - <a.jpg | apply a.jpg - --background white -o - >b.png", "",
    "Exit status: 0 all done, 1 an image failed, 2 wrong usage, 70 a defect of the program."})
final class SegmentCommand extends Command {
    @Parameters(paramLabel = "IMAGE", arity = "1..*", description = "JPEG, PNG, TIFF, GIF, BMP, WebP or PNM; - is standard input.")
    private List<String> images = List.of();

    @ArgGroup(validate = false, order = 1, heading = "%nResults:%n")
    private Results results = new Results();

    @ArgGroup(validate = false, order = 2, heading = "%nClusters:%n")
    private ClusterOptions clusters = new ClusterOptions();

    @ArgGroup(validate = false, order = 3, heading = "%nMask:%n")
    private MaskOptions mask = new MaskOptions();

    @ArgGroup(validate = false, order = 4, heading = "%nPicture:%n")
    private PictureOptions picture = new PictureOptions();

    @ArgGroup(validate = false, order = 5, heading = "%nOther:%n")
    private ReadingOptions reading = new ReadingOptions();

    static final class Results {
        @Option(names = {"-o",
            "--output"}, paramLabel = "PATH", description = "File, folder/ or -; its ending gives the format (default: NAME-cutout.png).")
        private @Nullable String output;

        @Option(names = "--mask", paramLabel = "PATH", description = "Also write the mask: 8-bit grey, 255 in, 0 out.")
        private @Nullable String mask;

        @Option(names = "--stats", paramLabel = "PATH", description = "Also write statistics: JSON, a line per image.")
        private @Nullable String stats;

        @Option(names = "--stages", paramLabel = "PATH", description = "Also write a picture of all stages.")
        private @Nullable String stages;
    }

    static final class ClusterOptions {
        @Option(names = "--gray", paramLabel = "FORMULA", description = "Grey of a pixel: ${COMPLETION-CANDIDATES} (default: mean).")
        private GrayScale gray = GrayScale.MEAN;

        @Option(names = {"-k",
            "--clusters"}, paramLabel = "N", converter = OptionValues.ClustersValue.class, description = "Number of clusters, 2 to 64 (default: 2).")
        private int clusters = 2;

        @Option(names = "--seed", paramLabel = "N", description = "Of the K-Means start (default: 0).")
        private long seed;

        @Option(names = "--threshold", paramLabel = "T", converter = OptionValues.GrayValue.class, description = "No clustering: greys above T, in [0, 1], are bright.")
        private @Nullable Double threshold;

        @Option(names = "--foreground", paramLabel = "WHICH", converter = OptionValues.ForegroundValue.class, description = "bright, dark, the cluster at pixel X,Y, or auto: all but the one that covers most of the border (default: auto).")
        private Foreground foreground = new Foreground.Auto();

        Separation separation() {
            return threshold != null ? new Separation.Threshold(threshold) : new Separation.KMeans(clusters, seed);
        }
    }

    @Override
    int run(Console console) {
        List<Target> cutouts = Targets.of(this, "--output", results.output, "-cutout", images);
        List<Target> masks = Targets.of(this, "--mask", results.mask, null, images);
        List<Target> stages = Targets.of(this, "--stages", results.stages, null, images);
        requireOneForStandardOutput(cutouts, masks, stages);
        cutouts.forEach(target -> picture.requireFits(this, target.format()));
        Stream.of(results.output, results.mask, results.stages).forEach(Targets::createFolder);

        SegmentationOptions options = new SegmentationOptions(clusters.gray, clusters.separation(),
                clusters.foreground, mask.refinement(), mask.invert());
        List<String> statistics = new ArrayList<>();
        int status = ExitStatus.OK;
        for (int i = 0; i < images.size(); i++) {
            String name = images.get(i);
            try {
                Work work = new Work(console, options, cutouts.get(i));
                work.run(masks.isEmpty() ? null : masks.get(i), stages.isEmpty() ? null : stages.get(i), statistics);
            } catch (InputException e) {
                console.error(e.where().isEmpty() ? e.at(console.input(name).name()) : e);
                status = ExitStatus.FAILED;
            }
        }
        if (results.stats != null && !statistics.isEmpty()) {
            String lines = String.join("\n", statistics) + "\n";
            console.output(results.stats).write(out -> out.write(lines.getBytes(StandardCharsets.UTF_8)));
        }
        return status;
    }

    private void requireOneForStandardOutput(List<Target> cutouts, List<Target> masks, List<Target> stages) {
        long streams = Stream.of(cutouts, masks, stages).flatMap(List::stream).filter(t -> t.output().equals("-"))
                .count();
        streams += "-".equals(results.stats) ? 1 : 0;
        if (streams > 1) {
            throw usage("-", "standard output takes one result, " + streams + " were asked for");
        }
        if (images.stream().filter(image -> image.equals("-")).count() > 1) {
            throw usage("-", "standard input can be read once");
        }
    }

    /// One image on its way from file to file.
    private final class Work {
        private final Console console;
        private final SegmentationOptions options;
        private final Target cutout;

        Work(Console console, SegmentationOptions options, Target cutout) {
            this.console = console;
            this.options = options;
            this.cutout = cutout;
        }

        void run(@Nullable Target maskTarget, @Nullable Target stagesTarget, List<String> statistics) {
            long start = System.nanoTime();
            Image image = reading.read(console.input(cutout.input()));
            double decoding = (System.nanoTime() - start) * 1e-9;
            Segmentation segmentation = Segmenter.of(options).segment(image);
            explain(segmentation);
            if (maskTarget != null) {
                PictureOptions.writeMask(segmentation.mask(), image, maskTarget.format(),
                        console.output(maskTarget.output()));
            }
            if (stagesTarget != null) { // before the product, which is written over the image
                picture.writeStages(console.input(cutout.input()).name(), segmentation, options, stagesTarget.format(),
                        console.output(stagesTarget.output()));
            }
            long product = System.nanoTime();
            Image result = picture.cutout(image, segmentation.mask(), cutout.format());
            long encoding = System.nanoTime();
            picture.write(result, cutout.format(), console.output(cutout.output()));
            long end = System.nanoTime();
            if (results.stats != null) {
                StatisticsLine line = new StatisticsLine(cutout, segmentation);
                line.seconds("decode", decoding);
                segmentation.seconds().forEach(line::seconds);
                line.seconds("product", (encoding - product) * 1e-9);
                line.seconds("encode", (end - encoding) * 1e-9);
                statistics.add(line.toJson());
            }
        }

        private void explain(Segmentation s) {
            Clusters found = s.clusters();
            for (int c = 0; c < found.size(); c++) {
                Clusters.Cluster cluster = found.all().get(c);
                console.explain(String.format(Locale.ROOT, "%s: cluster %d: %s, grey %.6f, %d pixels", cutout.input(),
                        c,
                        s.foreground().get(c) ? "foreground" : "background", cluster.centroid(), cluster.pixels()));
            }
            if (found.globalOptimum()) {
                console.explain(String.format(Locale.ROOT,
                        "%s: sum of squares %.9g is the least there is; Smile's K-Means ended with %.9g",
                        cutout.input(),
                        found.wcss(), found.localWcss()));
            }
            console.explain(String.format(Locale.ROOT, "%s: kept %d of %d pixels, written to %s", cutout.input(),
                    s.mask().count(), s.mask().values().length, console.output(cutout.output()).name()));
        }
    }
}
