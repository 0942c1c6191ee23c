import com.sun.management.OperatingSystemMXBean;
import hadamask.codec.ImageDecoder;
import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.segment.ColorClustering;
import hadamask.segment.Foreground;
import hadamask.segment.GraphCutting;
import hadamask.segment.GrayClustering;
import hadamask.segment.HalfLevels;
import hadamask.segment.LocalThresholding;
import hadamask.segment.SegmentationMethod;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.Segmenter;
import hadamask.segment.cluster.ColorFeatures;
import hadamask.segment.cluster.HistogramThreshold;
import hadamask.segment.cluster.Thresholding;
import hadamask.segment.cut.CutWays;
import hadamask.segment.cut.GraphCut;
import hadamask.segment.cut.GraphCutOptions;
import hadamask.segment.local.LocalThreshold;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.BorderPlane;
import hadamask.segment.plane.ColorPlane;
import hadamask.segment.plane.FlattenedPlane;
import hadamask.segment.plane.GrayScale;
import hadamask.segment.plane.Plane;
import hadamask.segment.refine.Closing;
import hadamask.segment.refine.Holes;
import hadamask.segment.refine.Refinement;
import hadamask.segment.saliency.Side;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Measures methods on sets of pictures with known masks: the mean intersection over union, seconds, and seconds of processor time of all threads.
///
///     src/bench/mask-scores [--list] [--write FOLDER] METHOD[,METHOD...] SET...
///
/// A method is a name, or options of `segment` in words: `plane=lab-a;foreground=dark;closing=none`. A set is a folder that holds `images` and `masks`, files of one picture having the same name up to the ending. A mask of
/// another size is scaled to its picture by the nearest pixel. `--list` prints the score of each picture, worst first;
/// `photo` and `portrait` are the presets, `graphcut` is a single cut with all sides for ground. Methods `box`, `box+1`, `box+5` and `clicks5` play a person who knows the truth ([TruthHints]).
/// `--write` keeps a picture of each result: left the picture, right the found object on green, missed parts in red.
class MaskScores {
    /// A way to a mask; the truth is for those that play a person who gives hints.
    interface Method {
        Mask mask(Image image, Mask truth);
    }

    private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();

    private record Score(String name, double value) {
    }

    private final Map<String, Method> methods = new LinkedHashMap<>();
    private boolean list;
    private Path folder;

    MaskScores() {
        methods.put("default", (image, truth) -> Segmenter.of(SegmentationOptions.DEFAULT).segment(image).mask());
        methods.put("photo",
                (image, truth) -> GraphCut.bestOf(GraphCutting.DEFAULT.ways()).segment(image).mask());
        methods.put("graphcut", (image, truth) -> GraphCut.of(GraphCutOptions.DEFAULT).segment(image).mask());
        methods.put("portrait", (image, truth) -> GraphCut.bestOf(CutWays.of(GraphCutOptions.DEFAULT,
                EnumSet.complementOf(EnumSet.of(Side.BOTTOM)), null)).segment(image).mask());
        methods.put("box", (image, truth) -> new TruthHints(true, 0).mask(image, truth));
        methods.put("box+1", (image, truth) -> new TruthHints(true, 1).mask(image, truth));
        methods.put("box+5", (image, truth) -> new TruthHints(true, 5).mask(image, truth));
        methods.put("clicks5", (image, truth) -> new TruthHints(false, 5).mask(image, truth));
    }

    /// A method in words, as `plane=lab-a;foreground=dark;closing=none`: keys are the long names of options of `segment`. `closing=auto:10:1`
    /// grows up to 10 passes, and has at least 1.
    private static Method inWords(String words) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String word : words.split(";")) {
            String[] parts = word.split("=", 2);
            given.put(parts[0], parts[1]);
        }
        String[] scaled = given.getOrDefault("closing", "").split(":");
        if (scaled.length == 3) {
            given.remove("closing");
        }
        SegmentationOptions options = new SegmentationOptions(method(given), refinement(given), given.containsKey("invert"));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("not understood: " + given);
        }
        if (scaled.length != 3) {
            return (image, truth) -> Segmenter.of(options).segment(image).mask();
        }
        Refinement refinement = options.refinement();
        return (image, truth) -> {
            Closing closing = closing(image, Double.parseDouble(scaled[1]), Integer.parseInt(scaled[2]));
            return Segmenter.of(options.withRefinement(new Refinement(refinement.holes(), closing, refinement.minArea(),
                    refinement.onlyLargest()))).segment(image).mask();
        };
    }

    /// A closing that grows with the picture, as that of the default does with 10 and 1.
    ///
    /// @param full passes for pictures whose shorter side has 2000 pixels or more
    /// @param least passes of small ones
    private static Closing closing(Image image, double full, int least) {
        long passes = Math.round(full * Math.min(image.width(), image.height()) / 2000);
        return new Closing(5, (int) Math.max(least, Math.min(passes, full)), Closing.Border.EXTEND);
    }

    private static SegmentationMethod method(Map<String, String> given) {
        Plane plane = plane(given.getOrDefault("plane", "gray"));
        given.remove("plane");
        String radius = given.remove("flatten");
        plane = radius == null ? plane : new FlattenedPlane(plane,
                radius.equals("auto") ? FlattenedPlane.AUTO : Integer.parseInt(radius));
        Foreground foreground = switch (given.getOrDefault("foreground", "auto")) {
            case "auto" -> new Foreground.Auto();
            case "bright" -> new Foreground.Bright();
            case "dark" -> new Foreground.Dark();
            default -> throw new IllegalArgumentException("foreground");
        };
        given.remove("foreground");
        String k = given.remove("clusters");
        int clusters = k == null ? 2 : k.equals("auto") ? ColorClustering.AUTO : Integer.parseInt(k);
        String features = given.remove("features");
        if (features != null) {
            return new ColorClustering(ColorFeatures.valueOf(constant(features)), clusters, 0, foreground,
                    AlphaUse.WEIGHT);
        }
        String threshold = given.remove("threshold");
        if (threshold == null) {
            return new GrayClustering(plane, new Thresholding.KMeans(clusters, 0), foreground, AlphaUse.WEIGHT);
        }
        String[] parts = threshold.split(":");
        for (LocalThreshold.Rule rule : LocalThreshold.Rule.values()) {
            if (rule.name().equals(constant(parts[0]))) {
                LocalThreshold local = rule.usual();
                if (parts.length > 1) {
                    local = local.withWidth(Integer.parseInt(parts[1]));
                }
                if (parts.length > 2) {
                    local = new LocalThreshold(rule, local.width(), Double.parseDouble(parts[2]));
                }
                return new LocalThresholding(plane, local, foreground, AlphaUse.WEIGHT);
            }
        }
        GrayClustering automatic = new GrayClustering(plane,
                new Thresholding.Automatic(HistogramThreshold.valueOf(constant(threshold))), foreground,
                AlphaUse.WEIGHT);
        return given.remove("half-levels") == null ? automatic : new HalfLevels(automatic);
    }

    private static Plane plane(String word) {
        return switch (word) {
            case "gray" -> GrayScale.MEAN;
            case "border" -> new BorderPlane();
            default -> ColorPlane.valueOf(constant(word));
        };
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Refinement refinement(Map<String, String> given) {
        Holes holes = "none".equals(given.remove("fill-holes")) ? Holes.NONE : Holes.ALL;
        String word = given.getOrDefault("closing", "auto");
        given.remove("closing");
        Closing closing = switch (word) {
            case "none" -> Closing.NONE;
            case "auto" -> Closing.AUTO;
            default -> new Closing(Integer.parseInt(word.split("x")[0]), Integer.parseInt(word.split("x")[1]),
                    Closing.Border.EXTEND);
        };
        if ("disc".equals(given.remove("element"))) {
            closing = closing.with(Closing.Element.DISC);
        }
        String area = given.remove("min-area");
        return new Refinement(holes, closing, area == null ? 0 : Long.parseLong(area),
                given.remove("largest") != null);
    }

    public static void main(String[] arguments) throws IOException {
        new MaskScores().run(new ArrayList<>(List.of(arguments)));
    }

    private void run(List<String> arguments) throws IOException {
        while (!arguments.isEmpty() && arguments.getFirst().startsWith("--")) {
            switch (arguments.removeFirst()) {
                case "--list" -> list = true;
                case "--write" -> folder = Path.of(arguments.removeFirst());
                default -> throw new IllegalArgumentException("--list, --write FOLDER");
            }
        }
        if (arguments.size() < 2) {
            System.err.println("usage: mask-scores [--list] [--write FOLDER] METHOD[,METHOD...] SET...\nmethods: "
                    + String.join(" ", methods.keySet()));
            System.exit(2);
        }
        System.out.printf("%-14s %-18s %6s %8s %9s %9s%n", "method", "set", "images", "mean IoU", "s/image", "cpu s");
        for (String name : arguments.removeFirst().split(",")) {
            if (name.contains("=")) {
                methods.put(name, inWords(name));
            }
            for (String set : arguments) {
                measure(name, Path.of(set));
            }
        }
    }

    private void measure(String method, Path set) throws IOException {
        List<Score> scores = new ArrayList<>();
        long nanos = 0;
        long processor = 0;
        for (Path file : files(set.resolve("images"))) {
            Image image = read(file);
            Mask truth = truth(set, file, image);
            long start = System.nanoTime();
            long used = PROCESS.getProcessCpuTime();
            Mask found = methods.get(method).mask(image, truth);
            nanos += System.nanoTime() - start;
            processor += PROCESS.getProcessCpuTime() - used;
            double value = iou(found, truth);
            scores.add(new Score(file.getFileName().toString(), value));
            if (folder != null) {
                write(image, found, truth, folder.resolve(String.format(Locale.ROOT, "%s-%s-%03d-%s.png", method,
                        set.getFileName(), Math.round(1000 * value), base(file))));
            }
        }
        double mean = scores.stream().mapToDouble(Score::value).average().orElse(Double.NaN);
        System.out.printf(Locale.ROOT, "%-14s %-18s %6d %8.3f %9.3f %9.3f%n", method, set.getFileName(), scores.size(), mean,
                nanos / 1e9 / scores.size(), processor / 1e9 / scores.size());
        if (list) {
            scores.stream().sorted(Comparator.comparingDouble(Score::value))
                    .forEach(s -> System.out.printf(Locale.ROOT, "  %.3f %s%n", s.value, s.name));
        }
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    static String base(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    static Path maskOf(Path set, Path file) throws IOException {
        for (Path mask : files(set.resolve("masks"))) {
            if (base(mask).equals(base(file))) {
                return mask;
            }
        }
        throw new IOException(file + ": no mask");
    }

    static Image read(Path file) throws IOException {
        return ImageDecoder.decode(Files.readAllBytes(file), 1_000_000_000L);
    }

    /// The true mask of an image, as large as it.
    static Mask truth(Path set, Path file, Image image) throws IOException {
        return scaled(read(maskOf(set, file)), image);
    }

    private static Mask scaled(Image truth, Image image) {
        Mask mask = Mask.of(truth);
        byte[] values = new byte[image.width() * image.height()];
        for (int y = 0, i = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++, i++) {
                values[i] = (byte) (mask.contains((int) ((x + 0.5) * mask.width() / image.width()),
                        (int) ((y + 0.5) * mask.height() / image.height())) ? 1 : 0);
            }
        }
        return new Mask(image.width(), image.height(), values);
    }

    static double iou(Mask a, Mask b) {
        long both = 0;
        long any = 0;
        for (int i = 0; i < a.values().length; i++) {
            both += a.values()[i] & b.values()[i];
            any += a.values()[i] | b.values()[i];
        }
        return any == 0 ? 1 : both / (double) any;
    }

    private static void write(Image image, Mask found, Mask truth, Path file) throws IOException {
        int width = image.width();
        byte[] rgb = new byte[6 * width * image.height()];
        Layout layout = image.layout();
        int shift = image.bitDepth() - 8;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < width; x++) {
                int[] c = {image.sample(x, y, layout.red()) >> shift, image.sample(x, y, layout.green()) >> shift,
                    image.sample(x, y, layout.blue()) >> shift};
                int to = 3 * (2 * y * width + x);
                for (int i = 0; i < 3; i++) {
                    rgb[to + i] = (byte) c[i];
                    boolean in = found.contains(x, y);
                    boolean missed = !in && truth.contains(x, y);
                    rgb[to + 3 * width + i] = (byte) (in ? c[i] : missed ? (i == 0 ? 200 : c[i] / 2)
                            : i == 1 ? 160 : c[i] / 4);
                }
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            ImageEncoder.encode(Image.of8Bit(2 * width, image.height(), Layout.RGB, rgb, Attributes.NONE),
                    ImageFormat.PNG, Encoding.DEFAULT, out);
        }
    }
}
