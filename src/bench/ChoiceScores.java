import hadamask.Hadamask;
import hadamask.cli.Console;
import hadamask.codec.ImageDecoder;
import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.segment.GraphCutting;
import hadamask.segment.cut.GraphCut;
import hadamask.segment.cut.GraphCutResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Measures what is chosen without the truth: the cut that `--preset photo` takes, how far its confidence tells right from wrong, and with
/// `--suggest` the best of the ways that `segment --suggest` shows.
///
///     src/bench/choice-scores [--suggest] [--every N] SET...
///
/// Sets are those of `mask-scores`; each line is the mean intersection over union of one. Below stand all images by their
/// confidence, in fifths: its mean, the part of them with an IoU of 0.6 at least, their mean IoU.
class ChoiceScores {
    private static final double RIGHT = 0.6;

    private record Choice(double confidence, double iou) {
    }

    private final List<Choice> choices = new ArrayList<>();
    private boolean suggest;
    private int every = 1;

    public static void main(String[] arguments) throws IOException {
        new ChoiceScores().run(new ArrayList<>(List.of(arguments)));
    }

    private void run(List<String> arguments) throws IOException {
        while (!arguments.isEmpty() && arguments.getFirst().startsWith("--")) {
            switch (arguments.removeFirst()) {
                case "--suggest" -> suggest = true;
                case "--every" -> every = Integer.parseInt(arguments.removeFirst());
                default -> throw new IllegalArgumentException("--suggest, --every N");
            }
        }
        System.out.printf("%-18s %6s %8s %8s %9s%s%n", "set", "images", "one cut", "chosen", "s/image",
                suggest ? "    first  best of six shown" : "");
        for (String set : arguments) {
            measure(Path.of(set));
        }
        fifths();
    }

    private void measure(Path set) throws IOException {
        double[] sums = new double[4];
        long nanos = 0;
        int n = 0;
        List<Path> files = MaskScores.files(set.resolve("images"));
        for (int f = 0; f < files.size(); f += every) {
            Image image = MaskScores.read(files.get(f));
            Mask truth = MaskScores.truth(set, files.get(f), image);
            long start = System.nanoTime();
            GraphCutResult found = GraphCut.bestOf(GraphCutting.DEFAULT.ways()).segment(image);
            nanos += System.nanoTime() - start;
            double chosen = MaskScores.iou(found.mask(), truth);
            double first = MaskScores.iou(
                    GraphCut.of(GraphCutting.DEFAULT.ways().getFirst()).segment(image).mask(), truth);
            sums[0] += first;
            sums[1] += chosen;
            choices.add(new Choice(found.confidence(), chosen));
            if (suggest) {
                List<Double> shown = shown(files.get(f), truth);
                sums[2] += shown.getFirst();
                sums[3] += shown.stream().mapToDouble(Double::doubleValue).max().orElse(0);
            }
            n++;
        }
        System.out.printf(Locale.ROOT, "%-18s %6d %8.3f %8.3f %9.3f", set.getFileName(), n, sums[0] / n,
                sums[1] / n, nanos / 1e9 / n);
        System.out.println(suggest ? String.format(Locale.ROOT, " %8.3f %8.3f", sums[2] / n, sums[3] / n) : "");
    }

    /// The IoU of each way that is shown, as the program prints and makes them.
    private static List<Double> shown(Path file, Mask truth) throws IOException {
        List<Double> scores = new ArrayList<>();
        for (String line : new String(ran("segment", "--suggest", "-q", file.toString()), StandardCharsets.UTF_8)
                .lines().toList()) {
            if (line.startsWith("--") && line.matches(".* \\d+\\.\\d %  .*")) {
                List<String> words = new ArrayList<>(List.of("segment", file.toString(), "-q", "-o", "none", "--mask", "-"));
                words.addAll(List.of(line.split("  ")[0].split(" ")));
                scores.add(MaskScores.iou(
                        Mask.of(ImageDecoder.decode(ran(words.toArray(String[]::new)), 1_000_000_000L)), truth));
            }
        }
        return scores;
    }

    private static byte[] ran(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int status = Hadamask.commands().run(arguments,
                new Console(new ByteArrayInputStream(new byte[0]), out, new PrintWriter(err, true)));
        if (status != 0) {
            throw new IllegalStateException(err.toString());
        }
        return out.toByteArray();
    }

    private void fifths() {
        choices.sort(Comparator.comparingDouble(Choice::confidence));
        System.out.printf("%nfifth  confidence  right  mean IoU%n");
        for (int fifth = 0; fifth < 5; fifth++) {
            List<Choice> part = choices.subList(fifth * choices.size() / 5, (fifth + 1) * choices.size() / 5);
            System.out.printf(Locale.ROOT, "%5d  %10.2f  %5.2f  %8.3f%n", fifth + 1,
                    part.stream().mapToDouble(Choice::confidence).average().orElse(Double.NaN),
                    part.stream().filter(choice -> choice.iou >= RIGHT).count() / (double) part.size(),
                    part.stream().mapToDouble(Choice::iou).average().orElse(Double.NaN));
        }
    }
}
